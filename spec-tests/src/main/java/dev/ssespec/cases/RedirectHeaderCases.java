package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;

import dev.ssespec.cases.ClientExpectation.Header;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.cases.ClientExpectation.Method;
import dev.ssespec.cases.ClientExpectation.OriginIs;
import dev.ssespec.cases.ClientExpectation.Path;
import dev.ssespec.report.Bytes;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import java.util.List;

/** What a redirect takes along, and what it must leave behind. */
final class RedirectHeaderCases {
  private static final Route STREAM = Route.of(held("data: {a}\n\n"));

  /** At another origin: web pages may read it, too. */
  private static final Route ANYBODYS_STREAM =
      Route.of(
          Script.eventStream()
              .header("Access-Control-Allow-Origin", "*")
              .body("data: {a}\n\n")
              .hold());

  private RedirectHeaderCases() {}

  static List<ClientCase> all() {
    return List.of(
        authorization(),
        cookie(),
        ownHeader(),
        lastId(),
        origin(),
        postBecomesGet(),
        postStaysPost());
  }

  private static ClientCase authorization() {
    return client("C-044", "client/redirect/authorization-across-origins")
        .revision(2)
        .must("An Authorization header does not follow a redirect to another origin")
        .clauses("fetch/redirect-authorization")
        .why("Whoever can make a server redirect would collect its users' tokens.")
        .hint("Remove Authorization where scheme, host or port of the next URL differ.")
        .seenIn("EventSource/eventsource CVE-2022-1650")
        .options(OpenOptions.none().header("authorization", "Bearer {k}"))
        .answers(Script.redirectOtherOrigin(302, "/b"))
        .route("/b", ANYBODYS_STREAM)
        .untilEvent("{a}")
        .expect(
            events(message("{a}")),
            new Header(1, "authorization", new HeaderRule.Exactly(Bytes.utf8("Bearer {k}"))),
            new Header(2, "authorization", new HeaderRule.Absent()))
        .catches("forwards-authorization", "drops-own-headers", "follows-no-redirect")
        .build();
  }

  /** Fetch knows no caller's Cookie, and so says nothing of it; HTTP asks to think of it. */
  private static ClientCase cookie() {
    return client("C-227", "client/redirect/cookie-across-origins")
        .practice("A Cookie header of the caller's does not follow a redirect to another origin")
        .clauses("http/redirect-credentials")
        .why("Whoever can make a server redirect would collect its users' sessions.")
        .hint("Treat Cookie as you treat Authorization.")
        .seenIn("EventSource/eventsource CVE-2022-1650")
        .options(OpenOptions.none().header("cookie", "s={k}"))
        .answers(Script.redirectOtherOrigin(302, "/b"))
        .route("/b", ANYBODYS_STREAM)
        .untilEvent("{a}")
        .expect(
            new Header(1, "cookie", new HeaderRule.Exactly(Bytes.utf8("s={k}"))),
            new Header(2, "cookie", new HeaderRule.Absent()))
        .build();
  }

  private static ClientCase ownHeader() {
    return client("C-045", "client/redirect/header-within-origin")
        .should("The caller's headers follow a redirect within the origin")
        .clauses("option/headers", "fetch/redirect")
        .why("The second request is refused where the first would have been let in.")
        .hint(
            "Send the same headers to each URL of the chain, but for those that must not leave"
                + " the origin.")
        .seenIn("donovanhide/eventsource #14")
        .options(OpenOptions.none().header("x-case", "{k}"))
        .answers(Script.redirect(302, "/b"))
        .route("/b", STREAM)
        .untilEvent("{a}")
        .expect(new Header(2, "x-case", new HeaderRule.Exactly(Bytes.utf8("{k}"))))
        .catches("forgets-headers-on-redirect", "drops-own-headers", "follows-no-redirect")
        .build();
  }

  private static ClientCase lastId() {
    return client("C-046", "client/redirect/last-event-id")
        .must("Last-Event-ID follows a redirect")
        .clauses("last-event-id/header", "fetch/redirect")
        .why("The server that answers in the end does not know where to resume.")
        .hint("Treat the header as part of the request that is redirected.")
        .needs("reconnect")
        .answers(ended("retry: 50\nid: {i}\ndata: {b}\n\n"), Script.redirect(307, "/b"))
        .route("/b", STREAM)
        .untilEvent("{a}")
        .expect(lastEventId(2, "{i}"), new Path(3, "/b"), lastEventId(3, "{i}"))
        .catches(
            "forgets-id-on-redirect",
            "follows-no-redirect",
            "follows-old-redirects-alone",
            "never-sends-id")
        .build();
  }

  private static ClientCase origin() {
    return client("C-047", "client/redirect/origin")
        .revision(2)
        .must("After a redirect an event's origin is that of the URL that answered")
        .clauses("message/origin")
        .why("A handler that trusts an origin would trust the wrong one.")
        .hint("Take the origin from the response's URL, not from the one that was asked for.")
        .seenIn("requests-sse 0.5.3")
        .needs("origin")
        .answers(Script.redirectOtherOrigin(302, "/b"))
        .route("/b", ANYBODYS_STREAM)
        .untilEvent("{a}")
        .expect(events(message("{a}")), new OriginIs(false))
        .catches("names-first-origin", "follows-no-redirect", "names-url-as-origin")
        .build();
  }

  private static ClientCase postBecomesGet() {
    return client("C-048", "client/redirect/post-see-other")
        .should("A POST that is answered with 303 goes on as GET without a body")
        .clauses("fetch/redirect-method", "option/method")
        .why("303 says: what you sent has arrived, look there for the answer.")
        .hint("Switch to GET and drop the body, whatever the method was.")
        .options(OpenOptions.none().request("POST", "body-{k}"))
        .answers(Script.redirect(303, "/b"))
        .route("/b", STREAM)
        .untilEvent("{a}")
        .expect(new Method(1, "POST", "body-{k}"), new Method(2, "GET", ""))
        .catches("posts-again-after-see-other", "follows-no-redirect")
        .build();
  }

  private static ClientCase postStaysPost() {
    return client("C-049", "client/redirect/post-temporary")
        .should("A POST that is answered with 307 goes on as POST with the same body")
        .clauses("fetch/redirect-method", "option/method")
        .why("The question gets lost on its way to the server that can answer it.")
        .hint("Keep method and body on 307 and 308.")
        .options(OpenOptions.none().request("POST", "body-{k}"))
        .answers(Script.redirect(307, "/b"))
        .route("/b", STREAM)
        .untilEvent("{a}")
        .expect(new Method(1, "POST", "body-{k}"), new Method(2, "POST", "body-{k}"))
        .catches("follows-old-redirects-alone", "forgets-body-on-redirect", "follows-no-redirect")
        .build();
  }
}

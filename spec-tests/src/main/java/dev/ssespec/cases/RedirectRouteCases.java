package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;

import dev.ssespec.cases.ClientExpectation.Header;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.cases.ClientExpectation.Method;
import dev.ssespec.cases.ClientExpectation.Path;
import dev.ssespec.cases.ClientExpectation.RequestsInARow;
import dev.ssespec.report.Bytes;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import java.util.List;

/** Redirects that take a less usual route. */
final class RedirectRouteCases {
  private static final Route STREAM = Route.of(held("data: {a}\n\n"));

  /** Once the chain has been at another origin, web pages may read only what anybody may. */
  private static final Route ANYBODYS_STREAM =
      Route.of(
          Script.eventStream()
              .header("Access-Control-Allow-Origin", "*")
              .body("data: {a}\n\n")
              .hold());

  private RedirectRouteCases() {}

  static List<ClientCase> all() {
    return List.of(
        emptyLocation(), byPath(), thereAndBack(), postBecomesGet(), allFive(), twenty());
  }

  private static ClientCase twenty() {
    ClientCase.Builder many =
        client("C-228", "client/redirect/twenty")
            .should("A chain of twenty redirects is followed to the stream")
            .clauses("fetch/redirect", "fetch/redirect-limit")
            .why("A client with a smaller limit fails where every browser gets through.")
            .hint("Set the limit of your HTTP library to 20.")
            .answers(Script.redirect(302, "/a"));
    for (char at = 'a'; at < 't'; at++) {
      many.route("/" + at, Route.of(Script.redirect(302, "/" + (char) (at + 1))));
    }
    return many.route("/t", STREAM)
        .until(
            Until.any(
                new Until.EventSeen("{a}"), new Until.ErrorSeen(1), new Until.RequestsTo("", 2)))
        .expect(events(message("{a}")), new Path(21, "/t"), requests(21))
        .or("a limit of its own", events(), requestsAtLeast(6))
        .catches("follows-no-redirect", "follows-one-redirect")
        .build();
  }

  private static ClientCase emptyLocation() {
    return client("C-165", "client/redirect/empty-location")
        .must("A redirect with an empty Location does not lead into an endless loop")
        .clauses("fetch/redirect", "fetch/redirect-limit")
        .why("An empty Location is the same URL again, and again.")
        .hint("Count the redirects of one attempt, wherever they lead.")
        .seenIn("LaunchDarkly sse-contract-tests (redirect with an empty Location)")
        .needs("error")
        .catches("reports-no-loss", "follows-redirects-for-ever")
        .route("", Route.always(Script.response(301).header("Location", "").contentLength(0).end()))
        .until(Until.any(new Until.Requests(160), new Until.ErrorSeen(1)))
        .expect(new RequestsInARow("", 21), events())
        .or("a limit of its own", new RequestsInARow("", 101), events())
        .build();
  }

  private static ClientCase byPath() {
    return client("C-166", "client/redirect/by-path")
        .must("A Location that is a path without an origin is followed")
        .clauses("fetch/redirect")
        .why("Web frameworks send relative Locations, as HTTP allows.")
        .hint("Resolve Location against the URL that answered.")
        .catches("follows-no-redirect", "wants-whole-url-in-location")
        .answers(Script.redirectByPath(302, "/b"))
        .route("/b", STREAM)
        .untilEvent("{a}")
        .expect(events(message("{a}")), new Path(2, "/b"), requests(2))
        .build();
  }

  private static ClientCase thereAndBack() {
    return client("C-167", "client/redirect/authorization-there-and-back")
        .must("Authorization that was left behind at another origin is not taken up again")
        .clauses("fetch/redirect-authorization")
        .why("The other origin decides where the chain goes on, and what is asked for there.")
        .hint("Remove the header from the request itself, for the rest of the chain.")
        .seenIn("Go net/http CVE-2024-45336")
        .options(OpenOptions.none().header("authorization", "Bearer {k}"))
        .answers(Script.redirectOtherOrigin(307, "/b"))
        .route("/b", Route.of(Script.redirect(307, "/c")))
        .route("/c", ANYBODYS_STREAM)
        .untilEvent("{a}")
        .expect(
            events(message("{a}")),
            new Header(1, "authorization", new HeaderRule.Exactly(Bytes.utf8("Bearer {k}"))),
            new Header(2, "authorization", new HeaderRule.Absent()),
            new Header(3, "authorization", new HeaderRule.Absent()))
        .catches(
            "forwards-authorization",
            "takes-authorization-up-again",
            "drops-own-headers",
            "follows-no-redirect",
            "follows-one-redirect",
            "follows-old-redirects-alone")
        .build();
  }

  private static ClientCase postBecomesGet() {
    return client("C-168", "client/redirect/post-found")
        .should("A POST that is answered with 302 goes on as GET without a body")
        .clauses("fetch/redirect-method", "option/method")
        .why("A body that is sent twice is done twice.")
        .hint("Switch POST to GET on 301 and 302, as every browser does.")
        .options(OpenOptions.none().request("POST", "body-{k}"))
        .answers(Script.redirect(302, "/b"))
        .route("/b", STREAM)
        .untilEvent("{a}")
        .expect(new Method(1, "POST", "body-{k}"), new Method(2, "GET", ""))
        .catches("posts-again-after-found", "follows-no-redirect")
        .build();
  }

  private static ClientCase allFive() {
    return client("C-169", "client/redirect/all-statuses")
        .must("A chain with all five redirect statuses, through another origin, is followed")
        .clauses("fetch/redirect", "fetch/redirect-limit")
        .why("Each library has its own list of statuses and its own limit.")
        .hint("Follow 301, 302, 303, 307 and 308 in one and the same loop.")
        .answers(Script.redirect(301, "/b"))
        .route("/b", Route.of(Script.redirectOtherOrigin(302, "/c")))
        .route("/c", Route.of(Script.redirect(303, "/d")))
        .route("/d", Route.of(Script.redirectByPath(307, "/e")))
        .route("/e", Route.of(Script.redirectOtherOrigin(308, "/f")))
        .route("/f", ANYBODYS_STREAM)
        .untilEvent("{a}")
        .expect(events(message("{a}")), new Path(6, "/f"), requests(6))
        .catches(
            "follows-no-redirect",
            "follows-old-redirects-alone",
            "follows-one-redirect",
            "wants-whole-url-in-location")
        .build();
  }
}

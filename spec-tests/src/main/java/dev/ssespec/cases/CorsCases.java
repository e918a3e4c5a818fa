package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;

import dev.ssespec.cases.ClientExpectation.FailedForGood;
import dev.ssespec.cases.ClientExpectation.Header;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.cases.ClientExpectation.Method;
import dev.ssespec.cases.ClientExpectation.Opened;
import dev.ssespec.cases.ClientExpectation.OriginIs;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import java.util.List;

/**
 * Streams of another origin, which a web page may read where that origin allows it. The source is
 * opened at the page's own origin, and redirected.
 */
final class CorsCases {
  /** What the session puts the origin in place of at which the source was opened. */
  private static final String HERE = "{main-origin}";

  private static final OpenOptions WITH_CREDENTIALS = OpenOptions.none().credentials();

  private CorsCases() {}

  static List<ClientCase> all() {
    return List.of(
        originHeader(),
        reconnects(),
        refused("C-202", "nobody-allowed", "A stream of another origin that allows nobody fails")
            .route("/b", answer(foreign()))
            .catches("checks-no-cors", "takes-silence-for-leave")
            .build(),
        refused("C-203", "another-allowed", "A stream that allows a third origin alone fails")
            .route("/b", answer(allowing("http://third.example")))
            .catches("checks-no-cors", "takes-leave-of-others")
            .build(),
        refused("C-204", "two-allowed", "A stream that allows two origins in one value fails")
            .clauses("fetch/cors", "cors/one-origin")
            .route("/b", answer(allowing(HERE + ", http://third.example")))
            .catches("checks-no-cors", "takes-leave-of-others", "looks-for-origin-anywhere")
            .build(),
        refused("C-205", "nothing-allowed", "A stream that allows the empty origin fails")
            .route("/b", answer(allowing("")))
            .catches("checks-no-cors", "takes-silence-for-leave")
            .build(),
        refused(
                "C-206",
                "any-allowed-with-credentials",
                "A request with credentials is not allowed by a wildcard")
            .clauses("fetch/cors", "interface/with-credentials", "cors/credentials")
            .options(WITH_CREDENTIALS)
            .route("/b", answer(allowing("*").header("Access-Control-Allow-Credentials", "true")))
            .catches("checks-no-cors", "takes-wildcard-with-credentials", "never-sends-credentials")
            .build(),
        refused(
                "C-207",
                "credentials-not-allowed",
                "A request with credentials fails where they are not allowed")
            .clauses("fetch/cors", "interface/with-credentials", "cors/credentials")
            .options(WITH_CREDENTIALS)
            .route("/b", answer(allowing(HERE)))
            .catches("checks-no-cors", "wants-no-leave-for-credentials", "never-sends-credentials")
            .build(),
        cookiesIncluded(),
        cookiesLeftOut(),
        ownCookies(),
        unsafeId());
  }

  private static ClientCase.Builder cors(String code, String slug) {
    return client(code, "client/cors/" + slug)
        .clauses("fetch/cors")
        .needs("cors")
        .why("A page could read what its visitor alone may see, or could not read what it may.")
        .seenIn("WPT eventsource/ (cross-origin, credentials)");
  }

  private static ScriptBuilder foreign() {
    return Script.eventStream();
  }

  private static ScriptBuilder allowing(String origin) {
    return foreign().header("Access-Control-Allow-Origin", origin);
  }

  private static Route answer(ScriptBuilder head) {
    return Route.always(head.body("data: {a}\n\n").hold());
  }

  private static ClientCase originHeader() {
    return cors("C-200", "origin-header")
        .must("A request to another origin says where it comes from")
        .clauses("fetch/origin-header", "fetch/cors")
        .hint("Send Origin with the page's own origin, also after a redirect.")
        .route("", Route.always(Script.redirectOtherOrigin(302, "/b")))
        .route("/b", answer(allowing("*")))
        .untilEvent("{a}")
        .expect(
            events(message("{a}")),
            new Header(2, "origin", new HeaderRule.MainOrigin()),
            new OriginIs(false))
        .catches(
            "sends-no-origin", "follows-no-redirect", "names-first-origin", "names-url-as-origin")
        .build();
  }

  private static ClientCase reconnects() {
    return cors("C-201", "reconnect")
        .must("A stream of another origin that allows it is read, and read again")
        .hint("Apply the same check to each connection.")
        .needs("reconnect")
        .route("", Route.always(Script.redirectOtherOrigin(302, "/b")))
        .route(
            "/b",
            Route.of(
                allowing("*").body("retry: 50\ndata: {a}\n\n").end(),
                allowing(HERE).body("data: {b}\n\n").hold()))
        .untilEvent("{b}")
        .expect(events(message("{a}"), message("{b}")), requestsAtLeast(3))
        .catches("follows-no-redirect")
        .build();
  }

  /** By the text the client may try again, unless it knows that to be futile. */
  private static ClientCase.Builder refused(String code, String slug, String title) {
    return cors(code, slug)
        .must(title + ": it is not announced, and no event is dispatched")
        .hint("Compare Access-Control-Allow-Origin as a whole, before anything else is read.")
        .route("", Route.always(Script.redirectOtherOrigin(302, "/b")))
        .until(Until.any(new Until.ErrorSeen(1), new Until.EventSeen("{a}")))
        .expect(events(), new Opened(0, 0), new FailedForGood())
        .or("tries again", events(), new Opened(0, 0));
  }

  private static ClientCase.Builder cookies(String code, String slug) {
    return cors(code, slug)
        .clauses("interface/with-credentials")
        .needs("reconnect")
        .untilEvent("{b}");
  }

  private static Script biscuit() {
    return Script.eventStream()
        .header("Set-Cookie", "{k}={v}; Max-Age=60")
        .body("retry: 50\ndata: {a}\n\n")
        .end();
  }

  private static ClientCase cookiesIncluded() {
    return cookies("C-208", "cookies-with-credentials")
        .must("withCredentials takes cookies along to another origin")
        .hint("Set the request's credentials mode to include.")
        .options(WITH_CREDENTIALS)
        .answers(biscuit(), Script.redirectOtherOrigin(302, "/b"))
        .route(
            "/b",
            Route.always(
                allowing(HERE)
                    .header("Access-Control-Allow-Credentials", "true")
                    .body("data: {b}\n\n")
                    .hold()))
        .expect(
            events(message("{a}"), message("{b}")),
            new Header(3, "cookie", new HeaderRule.Present()))
        .catches("never-sends-credentials", "follows-no-redirect", "has-no-cookies")
        .build();
  }

  private static ClientCase cookiesLeftOut() {
    return cookies("C-209", "cookies-without-credentials")
        .must("Without withCredentials no cookie goes to another origin")
        .hint("Set the request's credentials mode to same-origin.")
        .answers(biscuit(), Script.redirectOtherOrigin(302, "/b"))
        .route("/b", Route.always(allowing("*").body("data: {b}\n\n").hold()))
        .expect(
            events(message("{a}"), message("{b}")),
            new Header(3, "cookie", new HeaderRule.Absent()))
        .catches("sends-cookies-everywhere", "follows-no-redirect")
        .build();
  }

  private static ClientCase ownCookies() {
    return cookies("C-210", "cookies-at-home")
        .must("Cookies go to the page's own origin, whatever withCredentials says")
        .hint("Set the request's credentials mode to same-origin, not to omit.")
        .answers(biscuit(), Answers.held("data: {b}\n\n"))
        .expect(
            events(message("{a}"), message("{b}")),
            new Header(2, "cookie", new HeaderRule.Present()))
        .catches("has-no-cookies")
        .build();
  }

  /** Which of the two it should be is an open question of the standards; all browsers ask not. */
  private static ClientCase unsafeId() {
    String id = "{k}\"(" + "{v}".repeat(20) + ")";
    ClientExpectation both = events(message("{a}", id), message("{b}", id));
    return cors("C-211", "unsafe-id")
        .observe("Whether another origin is asked before it gets an id that is no safe header")
        .clauses("fetch/cors", "last-event-id/header")
        .hint("Nothing to do; a server of such a stream may have to answer OPTIONS.")
        .seenIn("whatwg/fetch #568")
        .needs("reconnect")
        .route("", Route.always(Script.redirectOtherOrigin(302, "/b")))
        .route(
            "/b",
            Route.of(
                    allowing("*").body("retry: 50\nid: " + id + "\ndata: {a}\n\n").end(),
                    allowing("*").body("data: {b}\n\n").hold())
                .withPreflight(leave()))
        .untilEvent("{b}")
        .expect(both, lastEventId(4, id), new Method(3, "GET", ""))
        .or("goes at once to where it was led before, and asks not", both, lastEventId(3, id))
        .or("asks first", both, new Method(4, "OPTIONS", ""), lastEventId(5, id))
        .or(
            "goes at once to where it was led before, and asks first",
            both,
            new Method(3, "OPTIONS", ""),
            lastEventId(4, id))
        .or("sends no such id", both)
        .build();
  }

  private static Script leave() {
    return Script.bare()
        .raw("HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\n")
        .raw("Access-Control-Allow-Headers: last-event-id\r\nConnection: close\r\n\r\n")
        .end();
  }
}

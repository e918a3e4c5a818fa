package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.noLastEventId;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.cases.ClientExpectation.Header;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.cases.ClientExpectation.Method;
import dev.ssespec.server.Script;
import java.util.List;

/** What a source asks for when nobody told it anything but the URL. */
final class RequestCases {
  private static final String STREAM = "data: {a}\n\n";

  private RequestCases() {}

  static List<ClientCase> all() {
    return List.of(method(), accept(), cache(), noId(), notFromCache());
  }

  private static ClientCase method() {
    return client("C-001", "client/request/method")
        .must("A source is asked for with GET and no body")
        .clauses("connect/request")
        .why("Any other method may be refused, or do something, where a stream was wanted.")
        .hint("Build the request with GET unless the caller asked for another method.")
        .answers(held(STREAM))
        .untilEvent("{a}")
        .expect(new Method(1, "GET", ""), events(message("{a}")))
        .catches("asks-with-post")
        .build();
  }

  private static ClientCase accept() {
    return client("C-002", "client/request/accept")
        .must("An Accept header, where there is one, admits text/event-stream")
        .clauses("connect/accept")
        .why(
            "A server that chooses by Accept answers 406, or a page, to a client that asks for"
                + " something else.")
        .hint(
            "Send `Accept: text/event-stream`; the default of the HTTP library may be */*, which"
                + " is fine, or a list without the type, which is not.")
        .catches("accepts-json-alone")
        .answers(held(STREAM))
        .untilEvent("{a}")
        .expect(new Header(1, "accept", new HeaderRule.AbsentOrAdmits("text/event-stream")))
        .build();
  }

  private static ClientCase cache() {
    return client("C-003", "client/request/no-cache")
        .should("The request tells caches on its way not to answer it")
        .clauses("connect/cache-mode")
        .why(
            "A cache between client and server may answer with an old stream, and the client"
                + " lives in the past.")
        .hint("Send `Cache-Control: no-cache`, as Fetch does for a request of cache mode no-store.")
        .seenIn("httpx-sse (sends no-store instead)")
        .catches("leaves-out-cache-control")
        .answers(held(STREAM))
        .untilEvent("{a}")
        .expect(new Header(1, "cache-control", new HeaderRule.Has("no-cache")))
        .or("no-store", new Header(1, "cache-control", new HeaderRule.Has("no-store")))
        .build();
  }

  private static ClientCase noId() {
    return client("C-004", "client/request/no-id-at-first")
        .must("The first request carries no Last-Event-ID, not even an empty one")
        .clauses("last-event-id/only-if-not-empty")
        .why("A server takes the header as a wish to resume; an empty one is an unknown position.")
        .hint("Add the header only if the last event ID string is not empty.")
        .seenIn("Redocly/redocly-cli #2885 (a blank header on the first request)")
        .catches("sends-blank-id-at-first")
        .answers(held(STREAM))
        .untilEvent("{a}")
        .expect(noLastEventId(1))
        .build();
  }

  private static ClientCase notFromCache() {
    Script fresh =
        Script.response(200)
            .header("Content-Type", "text/event-stream")
            .header("Cache-Control", "public, max-age=3600")
            .chunked()
            .body("retry: 50\ndata: {a}\n\n")
            .end();
    return client("C-005", "client/request/not-from-cache")
        .should("A reconnection reaches the server, though the first response could be cached")
        .clauses("connect/cache-mode")
        .why("A stream that is answered from the cache repeats the past for ever.")
        .hint("Switch caching off for the request; do not only hope for response headers.")
        .seenIn("Yaffle/EventSource (its tests ask twice for one URL)")
        .needs("reconnect")
        .catches("answers-from-cache")
        .answers(fresh, held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(requests(2), events(message("{a}"), message("{b}")))
        .build();
  }
}

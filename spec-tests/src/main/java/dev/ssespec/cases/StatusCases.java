package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.Answers.typed;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;

import dev.ssespec.cases.ClientExpectation.FailedForGood;
import dev.ssespec.cases.ClientExpectation.Opened;
import dev.ssespec.server.Script;
import java.util.List;

/** Every status but 200 fails the connection for good, on the first request and on later ones. */
final class StatusCases {
  private static final String TYPE = "text/event-stream";
  private static final String BODY = "retry: 50\nid: {x}\ndata: {x}\n\n";

  private StatusCases() {}

  static List<ClientCase> all() {
    return List.of(
        first("C-012", "no-content", Script.status(204))
            .must("A first answer of 204 fails the connection for good")
            .why("204 is the way in which a server tells its clients to stay away.")
            .seenIn(
                "EventSource/eventsource #14",
                "launchdarkly/swift-eventsource before 3.1.1",
                "event-source-polyfill 1.0.31 (fetch)")
            .catches("comes-back-after-no-content")
            .build(),
        first("C-013", "not-found", stream(404))
            .must("404 fails the connection for good, and its body is not read as a stream")
            .why("A client that does not give up asks for ever for what does not exist.")
            .seenIn("r3labs/sse (retries each status)")
            .catches("reads-any-status")
            .build(),
        first("C-014", "server-error", stream(500))
            .must("500 fails the connection for good, and its body is not read as a stream")
            .why("An error page that is read as a stream becomes events that never happened.")
            .seenIn("EventSource/eventsource #60", "Yaffle/EventSource #31")
            .catches("reads-any-status", "comes-back-after-server-error")
            .build(),
        first("C-015", "unavailable", stream(503))
            .must("503 fails the connection for good, and its body is not read as a stream")
            .why("All clients of a server that is overloaded come back at once.")
            .seenIn("fetch-event-source 2.0.1 (reads the body)", "jakartaee/rest #670 (waits)")
            .catches("reads-any-status", "comes-back-after-server-error")
            .build(),
        first("C-016", "partial-content", stream(206))
            .must("206 fails the connection for good, and its body is not read as a stream")
            .why("What a cache or a proxy has cut out of a stream begins in the middle.")
            .seenIn("okhttp-sse", "fetch-event-source 2.0.1")
            .catches("reads-any-status", "reads-every-success")
            .build(),
        first("C-017", "created", stream(201))
            .must("201 fails the connection for good, and its body is not read as a stream")
            .why("Only 200 says that the body is the stream that was asked for.")
            .seenIn("okhttp-sse", "workerd (any 2xx)")
            .catches("reads-any-status", "reads-every-success")
            .build(),
        again("C-018", "no-content", Script.status(204))
            .must("204 on a reconnection ends it for good")
            .why("A server that has said all it had to say would be asked again and again.")
            .seenIn("EventSource/eventsource #14")
            .catches("comes-back-after-no-content")
            .build(),
        again("C-019", "not-found", stream(404))
            .must("404 on a reconnection ends it for good")
            .why("The stream is gone, and the client does not notice.")
            .catches("reads-any-status", "checks-status-at-first-alone")
            .build(),
        again("C-020", "unavailable", stream(503))
            .must("503 on a reconnection ends it for good")
            .why("The body of an error, read as a stream, becomes events that never happened.")
            .catches(
                "reads-any-status", "comes-back-after-server-error", "checks-status-at-first-alone")
            .build(),
        first("C-157", "unauthorized", challenge())
            .must("401 fails the connection for good where the client has nothing to answer with")
            .why("A client with a token that has run out knocks for ever, and is locked out.")
            .seenIn("launchdarkly/js-eventsource (tries again)")
            .catches("reads-any-status", "comes-back-after-unauthorized")
            .build(),
        again("C-158", "unauthorized", challenge())
            .must("401 on a reconnection ends it for good")
            .why("Tokens run out while a stream is open; its reconnection is the first to notice.")
            .catches(
                "reads-any-status", "comes-back-after-unauthorized", "checks-status-at-first-alone")
            .build(),
        first("C-159", "reset-content", empty(205))
            .must("205 fails the connection for good")
            .why("Only 200 brings a stream; an empty success is asked again and again.")
            .catches("reads-any-status", "reads-every-success")
            .build(),
        first("C-160", "not-modified", Script.response(304).header("Content-Type", TYPE).end())
            .must("304 fails the connection for good")
            .why("A cache on the way has an answer of its own, and no stream.")
            .seenIn("react-native-sse (200 to 399)", "workerd (any 3xx)")
            .catches("reads-any-status")
            .build(),
        first("C-161", "unknown-success", stream(299))
            .must("299 fails the connection for good, and its body is not read as a stream")
            .why("To compare with a range is to accept what nobody has defined yet.")
            .catches("reads-any-status", "reads-every-success")
            .build());
  }

  private static Script empty(int status) {
    return Script.response(status).header("Content-Type", TYPE).contentLength(0).end();
  }

  /** Of a scheme for which no browser asks its user: while it does, nothing is decided. */
  private static Script challenge() {
    return Script.response(401)
        .header("Content-Type", TYPE)
        .header("WWW-Authenticate", "Bearer")
        .chunked()
        .body(BODY)
        .end();
  }

  private static Script stream(int status) {
    return typed(status, TYPE).body(BODY).end();
  }

  private static ClientCase.Builder first(String code, String slug, Script refusal) {
    return client(code, "client/status/" + slug)
        .clauses("connect/status", "connect/fail")
        .hint("Compare the status with 200, not with a range, before a byte of the body is read.")
        .answers(refusal)
        .until(Until.any(new Until.Failed(1), new Until.Requests(2)))
        .thenSilence()
        .expect(events(), requests(1), new FailedForGood(), new Opened(0, 0))
        .or("stream: tries again", events(), requestsAtLeast(2));
  }

  private static ClientCase.Builder again(String code, String slug, Script refusal) {
    return client(code, "client/status/" + slug + "-on-reconnect")
        .needs("reconnect")
        .clauses("connect/status", "connect/fail")
        .hint("Let reconnections pass the same checks as the first connection.")
        .answers(ended("retry: 50\ndata: {a}\n\n"), refusal)
        .until(
            Until.all(
                new Until.EventSeen("{a}"),
                Until.any(
                    Until.all(new Until.Requests(2), new Until.Failed(2)), new Until.Requests(3))))
        .thenSilence()
        .expect(events(message("{a}")), requests(2), new FailedForGood(), new Opened(1, 1))
        .or("stream: tries again", events(message("{a}")), requestsAtLeast(3));
  }
}

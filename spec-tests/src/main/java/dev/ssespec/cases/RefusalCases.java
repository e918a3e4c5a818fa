package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.Answers.typed;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;

import dev.ssespec.cases.ClientExpectation.FailedForGood;
import dev.ssespec.cases.ClientExpectation.NotBefore;
import dev.ssespec.cases.ClientExpectation.Opened;
import dev.ssespec.cases.ClientExpectation.PeerLeft;
import dev.ssespec.server.Script;
import java.util.List;

/** Refusals that say when to come back, and refusals whose body never ends. */
final class RefusalCases {
  private static final String TYPE = "text/event-stream";
  private static final String BODY = "retry: 50\nid: {x}\ndata: {x}\n\n";
  private static final int LATER_MILLIS = 1000;

  private RefusalCases() {}

  static List<ClientCase> all() {
    return List.of(
        later(),
        laterOnReconnect(),
        open("C-216", "refusal-stays-open", 500, TYPE)
            .must("A 500 fails the connection for good, though its body does not end")
            .clauses("connect/status", "connect/fail")
            .hint("Compare the status with 200 as soon as the header fields are there.")
            .catches("reads-any-status", "comes-back-after-server-error")
            .build(),
        open("C-217", "page-stays-open", 200, "text/html")
            .must("A 200 of another type fails the connection for good, though it does not end")
            .clauses("connect/content-type", "connect/fail")
            .hint("Look at the type as soon as the header fields are there.")
            .catches("reads-any-type")
            .build(),
        letsGo());
  }

  private static Script unavailable() {
    return Script.response(503)
        .header("Content-Type", TYPE)
        .header("Retry-After", Integer.toString(LATER_MILLIS / 1000))
        .chunked()
        .body(BODY)
        .end();
  }

  private static ClientCase.Builder unavailable(String code, String slug) {
    return client(code, "client/status/" + slug)
        .clauses("connect/status", "connect/fail", "http/retry-after")
        .why("Whoever comes back sooner than an overloaded server asked for keeps it down.")
        .hint("Fail for good; where your library tries again all the same, read Retry-After.")
        .seenIn("jakartaee/rest #670 (waits, as its own standard says)");
  }

  private static ClientCase later() {
    return unavailable("C-214", "unavailable-retry-after")
        .must("503 with Retry-After fails the connection for good")
        .answers(unavailable())
        .until(Until.any(new Until.Failed(1), new Until.Requests(2)))
        .thenSilence()
        .expect(events(), requests(1), new FailedForGood(), new Opened(0, 0))
        .or(
            "stream: tries again when it may",
            events(),
            requestsAtLeast(2),
            new NotBefore(2, LATER_MILLIS),
            new Opened(0, 0))
        .or(
            "stream: tries again sooner than it was asked to",
            events(),
            requestsAtLeast(2),
            new Opened(0, 0))
        .catches("reads-any-status", "comes-back-after-server-error", "obeys-retry-after")
        .build();
  }

  private static ClientCase laterOnReconnect() {
    return unavailable("C-215", "unavailable-retry-after-on-reconnect")
        .must("503 with Retry-After on a reconnection ends it for good")
        .needs("reconnect")
        .answers(ended("retry: 50\ndata: {a}\n\n"), unavailable())
        .until(
            Until.all(
                new Until.EventSeen("{a}"),
                Until.any(
                    Until.all(new Until.Requests(2), new Until.Failed(2)), new Until.Requests(3))))
        .thenSilence()
        .expect(events(message("{a}")), requests(2), new FailedForGood(), new Opened(1, 1))
        .or(
            "stream: tries again when it may",
            events(message("{a}")),
            requestsAtLeast(3),
            new NotBefore(3, LATER_MILLIS),
            new Opened(1, 1))
        .or(
            "stream: tries again sooner than it was asked to",
            events(message("{a}")),
            requestsAtLeast(3),
            new Opened(1, 1))
        .catches(
            "reads-any-status",
            "comes-back-after-server-error",
            "checks-status-at-first-alone",
            "obeys-retry-after")
        .build();
  }

  /** What is not known to be over is not known to have failed, unless the target says so. */
  private static ClientCase.Builder open(String code, String slug, int status, String type) {
    return client(code, "client/status/" + slug)
        .why("Error pages and login pages are streamed, too; some of them never come to an end.")
        .needs("error")
        .answers(typed(status, type).body(BODY).hold())
        .until(Until.any(new Until.Failed(1), new Until.Requests(2)))
        .thenSilence()
        .expect(events(), requests(1), new FailedForGood(), new Opened(0, 0))
        .or("stream: tries again", events(), requestsAtLeast(2))
        .catches("reads-refusals-to-the-end");
  }

  private static ClientCase letsGo() {
    return client("C-218", "client/status/refusal-lets-go")
        .practice("A connection whose response was refused is ended")
        .clauses("connect/fail", "practice/refusal-lets-go")
        .why("Nobody will ever read its body, and the server writes it all the same.")
        .hint("Cancel the body of a response that you do not want.")
        .answers(typed(500, TYPE).body(BODY).hold())
        .until(new Until.PeerLeft(1))
        .expect(new PeerLeft(1))
        .build();
  }
}

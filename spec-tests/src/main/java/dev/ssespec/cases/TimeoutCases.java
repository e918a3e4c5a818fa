package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;

import dev.ssespec.cases.ClientExpectation.LeftNotBefore;
import dev.ssespec.cases.ClientExpectation.PeerLeft;
import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import java.time.Duration;
import java.util.List;

/** The read timeout that some libraries let their callers set. */
final class TimeoutCases {
  private static final int PINGS = 10;

  private TimeoutCases() {}

  static List<ClientCase> all() {
    return List.of(silence(), keptAwake(), letsGo());
  }

  private static ClientCase silence() {
    return client("C-189", "client/timeout/silence")
        .revision(2)
        .should("A silence longer than the caller's read timeout is a loss")
        .clauses("option/read-timeout", "reconnect/at-error")
        .why("A connection whose other end is gone without a word is never heard of again.")
        .hint("Let the timeout take the way of a lost stream: wait, and ask again.")
        .seenIn("LaunchDarkly sse-contract-tests (capability read-timeout)")
        .needs("reconnect")
        .options(OpenOptions.none().readTimeout(500))
        .answers(held("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .until(new Until.EventSeen("{b}"))
        .expect(
            events(message("{a}"), message("{b}")), requestsAtLeast(2), new LeftNotBefore(1, 500))
        .catches("ignores-read-timeout", "gives-up-after-reset", "reconnects-twice-for-one-loss")
        .build();
  }

  private static ClientCase letsGo() {
    return client("C-221", "client/timeout/lets-go")
        .should("A connection that was silent for longer than the read timeout is ended")
        .clauses("option/read-timeout", "reconnect/at-error")
        .why("Each silence leaves a connection behind, and its server goes on writing to it.")
        .hint("Abort the old request before you make the new one.")
        .seenIn("Azure/fetch-event-source #7", "flutter client of LaunchDarkly (leaks the client)")
        .needs("reconnect")
        .options(OpenOptions.none().readTimeout(500))
        .answers(held("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .until(Until.all(new Until.EventSeen("{b}"), new Until.PeerLeft(1)))
        .expect(requestsAtLeast(2), new PeerLeft(1))
        .catches("leaves-silent-connection-open", "ignores-read-timeout", "gives-up-after-reset")
        .build();
  }

  private static ClientCase keptAwake() {
    ScriptBuilder pings = Script.eventStream().body("retry: 50\ndata: {a}\n\n");
    for (int i = 0; i < PINGS; i++) {
      pings.pause(Duration.ofMillis(250)).body(": x\n");
    }
    return client("C-190", "client/timeout/kept-awake")
        .should("Each byte starts the caller's read timeout anew")
        .clauses("option/read-timeout")
        .why("Servers send comments so that quiet streams are not taken for dead ones.")
        .hint("Measure from the last read, not from the connection, nor from the last event.")
        .seenIn("go, js and ruby libraries of LaunchDarkly test it")
        .needs("reconnect")
        .options(OpenOptions.none().readTimeout(2000))
        .answers(pings.body("data: {b}\n\n").hold(), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(new LeftNotBefore(1, 2000))
        .catches("counts-read-timeout-from-start")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Streams on which little happens, for long. */
final class IdleCases {
  private static final String BEGIN = "retry: 50\ndata: {a}\n\n";
  private static final String END = "data: {b}\n\n";
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final int SLOW_BYTES = 300;

  private IdleCases() {}

  static List<ClientCase> all() {
    return List.of(
        quiet("C-176", "silence", Script.eventStream().body(BEGIN).pause(MINUTE))
            .should("A minute without a byte is no loss")
            .why("A client that gives quiet streams up loses what comes while it is away.")
            .seenIn("Yaffle/EventSource #143 (45 s)", "flutter_client_sse (10 s)")
            .catches("leaves-quiet-streams", "takes-events-alone-for-life")
            .build(),
        quiet("C-177", "comments", comments())
            .must("A minute with nothing but comments is no loss")
            .why("Comments every fifteen seconds are what servers keep quiet streams alive with.")
            .seenIn("Yaffle/EventSource #76")
            .catches("takes-events-alone-for-life")
            .build(),
        quiet("C-178", "drip", drip())
            .must("An event that takes half a minute to arrive, byte by byte, arrives")
            .why("Slow networks are slow; no part of the format has a time limit.")
            .catches("takes-events-alone-for-life")
            .build());
  }

  private static ScriptBuilder comments() {
    ScriptBuilder script = Script.eventStream().body(BEGIN);
    for (int i = 0; i < 6; i++) {
      script.pause(Duration.ofSeconds(10)).body(": still here\n\n");
    }
    return script;
  }

  /** An unknown field of so many bytes before the data line. */
  private static ScriptBuilder drip() {
    ScriptBuilder script = Script.eventStream().body(BEGIN);
    String line = "pad: " + "x".repeat(SLOW_BYTES - 6) + "\n";
    for (byte b : line.getBytes(StandardCharsets.US_ASCII)) {
      script.pause(Duration.ofMillis(100)).body(new byte[] {b});
    }
    return script;
  }

  private static ClientCase.Builder quiet(String code, String slug, ScriptBuilder begun) {
    return client(code, "client/idle/" + slug)
        .clauses("reconnect/at-error", "connect/process-body")
        .hint("Have no timeout of your own, or one that the caller sets; any byte starts it anew.")
        .slow()
        .answers(begun.body(END).hold(), held("data: {c}\n\n"))
        .until(Until.any(new Until.EventSeen("{b}"), new Until.GaveUp(), new Until.Requests(2)))
        .expect(events(message("{a}"), message("{b}")), requests(1));
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.errors;

import dev.ssespec.server.Script;
import java.util.List;

/** A connection that breaks off is one loss, by however many ways the client hears of it. */
final class LossReportCases {
  private static final String FIRST = "retry: 50\ndata: {a}\n\n";

  private LossReportCases() {}

  static List<ClientCase> all() {
    return List.of(
        one("C-212", "one-error-for-reset", Script.eventStream().body(FIRST).await("seen").reset())
            .must("A stream that is reset is reported as one error, and as one that is mended")
            .catches("gives-up-after-reset", "reconnects-twice-for-one-loss")
            .build(),
        one(
                "C-213",
                "one-error-for-cut-chunk",
                Script.eventStream().body(FIRST).await("seen").raw("40\r\ndata: half").cut())
            .must("A stream that is cut off within a chunk is reported as one error, being mended")
            .clauses("reconnect/report", "reconnect/at-error", "http/incomplete-message")
            .catches("gives-up-after-cut-body")
            .build());
  }

  private static ClientCase.Builder one(String code, String slug, Script first) {
    return client(code, "client/reconnect/" + slug)
        .clauses("reconnect/report", "reconnect/at-error")
        .why("A broken body fires error and close; an application that counts both goes wrong.")
        .hint("Let the first sign of the end decide, and drop the listeners of the others.")
        .needs("reconnect", "error")
        .answers(first, held("data: {b}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("seen"))
        .untilEvent("{b}")
        .thenSilence()
        .expect(errors("connecting"))
        .catches(
            "reports-abnormal-end-twice",
            "reports-one-loss-twice",
            "reports-no-loss",
            "reports-close-as-error");
  }
}

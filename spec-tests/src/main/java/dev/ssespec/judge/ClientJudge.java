package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.cases.ClientOutcome;
import dev.ssespec.cases.Words;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges a client case: all expectations of one acceptable outcome must hold. */
final class ClientJudge {
  private static final String STREAM_ONLY = "stream:";

  private ClientJudge() {}

  /**
   * An expectation that does not hold.
   *
   * @param kind in which way
   * @param sentence for a person
   */
  record Violation(
      Failure kind, String sentence, @Nullable JsonNode expected, @Nullable JsonNode actual) {
    Violation(Failure kind, String sentence) {
      this(kind, sentence, null, null);
    }
  }

  static Judgement judge(ClientCase testCase, List<TranscriptEntry> transcript, Context context) {
    var view = new ClientView(transcript);
    if (view.gone()) {
      return Judge.gone(transcript);
    }
    if (!view.neverOpened().isEmpty()) {
      return Judgement.inconclusive(
          "The way to the target could not open the source: " + view.neverOpened() + ".");
    }
    Words words = Words.of(context.seed(), testCase.header().code());
    var check = new ExpectationCheck(view, context, words);
    List<ClientOutcome> outcomes = testCase.outcomes();
    for (int i = 0; i < outcomes.size(); i++) {
      ClientOutcome outcome = outcomes.get(i);
      if (allowed(outcome, context) && firstViolation(outcome, check).isEmpty()) {
        return i == 0
            ? Judgement.pass()
            : Judgement.nonStrict(
                outcome.name(), "It went the other allowed way: " + outcome.name());
      }
    }
    Violation first =
        firstViolation(testCase.outcomes().get(0), check)
            .orElseThrow(() -> new IllegalStateException("found no violation"));
    String waited = view.deadline().isEmpty() ? "" : " (The kit " + view.deadline() + ".)";
    return Judgement.fail(
        first.kind(), first.sentence() + waited, first.expected(), first.actual());
  }

  private static boolean allowed(ClientOutcome outcome, Context context) {
    return !outcome.name().startsWith(STREAM_ONLY) || context.profile().equals("stream");
  }

  private static Optional<Violation> firstViolation(ClientOutcome outcome, ExpectationCheck check) {
    for (ClientExpectation expectation : outcome.expectations()) {
      Optional<Violation> violation = check.violation(expectation);
      if (violation.isPresent()) {
        return violation;
      }
    }
    return Optional.empty();
  }
}

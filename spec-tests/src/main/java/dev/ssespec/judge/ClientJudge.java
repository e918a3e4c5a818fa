package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.cases.ClientOutcome;
import dev.ssespec.cases.Words;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges a client case: all expectations of one acceptable outcome must hold. */
final class ClientJudge {
  private static final String STREAM_ONLY = "stream:";

  private final List<ClientOutcome> outcomes;
  private final Context context;
  private final ExpectationCheck check;

  private ClientJudge(List<ClientOutcome> outcomes, Context context, ExpectationCheck check) {
    this.outcomes = outcomes;
    this.context = context;
    this.check = check;
  }

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
    if (!view.neverOpened().isEmpty() && !refuses(testCase)) {
      return neverOpened(view);
    }
    if (view.flooded()) {
      return storm(view);
    }
    Words words = Words.of(context.seed(), testCase.header().code());
    var check = new ExpectationCheck(view, context, words, testCase.play());
    return new ClientJudge(testCase.outcomes(), context, check).judge(view);
  }

  /** Whether it is right that no source comes into being. */
  private static boolean refuses(ClientCase testCase) {
    return testCase.outcomes().stream()
        .flatMap(outcome -> outcome.expectations().stream())
        .anyMatch(ClientExpectation.Refused.class::isInstance);
  }

  private Judgement judge(ClientView view) {
    if (outcomes.stream().anyMatch(o -> isNotApplicable(o) && firstViolation(o).isEmpty())) {
      return Judgement.notApplicable("The target does not ask for what the case is about.");
    }
    Columns columns = new Columns(column(false), column(true));
    for (int i = 0; i < outcomes.size(); i++) {
      ClientOutcome outcome = outcomes.get(i);
      if (allowed(outcome) && firstViolation(outcome).isEmpty()) {
        Judgement good =
            i == 0
                ? Judgement.pass()
                : Judgement.nonStrict(
                    outcome.name(), "It went the other allowed way: " + outcome.name());
        return good.with(columns);
      }
    }
    Violation first =
        firstViolation(outcomes.get(0))
            .orElseThrow(() -> new IllegalStateException("found no violation"));
    String waited = view.deadline().isEmpty() ? "" : " (The kit " + view.deadline() + ".)";
    return Judgement.fail(first.kind(), first.sentence() + waited, first.expected(), first.actual())
        .with(blaming(columns, first));
  }

  /** The best that any outcome has to say of this column; empty where the case looks elsewhere. */
  private Optional<Verdict> column(boolean ofConnection) {
    boolean looked =
        outcomes.stream()
            .flatMap(outcome -> outcome.expectations().stream())
            .anyMatch(expectation -> expectation.ofConnection() == ofConnection);
    if (!looked) {
      return Optional.empty();
    }
    for (int i = 0; i < outcomes.size(); i++) {
      boolean holds =
          outcomes.get(i).expectations().stream()
              .filter(expectation -> expectation.ofConnection() == ofConnection)
              .allMatch(expectation -> check.violation(expectation).isEmpty());
      if (holds && allowed(outcomes.get(i))) {
        return Optional.of(i == 0 ? Verdict.PASS : Verdict.NON_STRICT);
      }
    }
    return Optional.of(Verdict.FAIL);
  }

  /**
   * Each column may fit an outcome and both together none: then what was seen first is to blame.
   */
  private Columns blaming(Columns columns, Violation first) {
    boolean blamed =
        columns.application().equals(Optional.of(Verdict.FAIL))
            || columns.connection().equals(Optional.of(Verdict.FAIL));
    if (blamed) {
      return columns;
    }
    boolean ofConnection =
        outcomes.get(0).expectations().stream()
            .filter(e -> check.violation(e).equals(Optional.of(first)))
            .anyMatch(ClientExpectation::ofConnection);
    return ofConnection
        ? new Columns(columns.application(), Optional.of(Verdict.FAIL))
        : new Columns(Optional.of(Verdict.FAIL), columns.connection());
  }

  /** Nothing of the client was seen at all. */
  static Judgement neverOpened(ClientView view) {
    return Judgement.inconclusive(
        "The way to the target could not open the source: " + view.neverOpened() + ".");
  }

  /** No case leads to so many requests, whatever its outcome. */
  private static Judgement storm(ClientView view) {
    return Judgement.fail(
            Failure.EXTRA,
            "A storm: the target made "
                + view.requests().size()
                + " requests within "
                + view.requestMillis()
                + " ms, and the kit answered no more.",
            null,
            null)
        .with(new Columns(Optional.empty(), Optional.of(Verdict.FAIL)));
  }

  private boolean allowed(ClientOutcome outcome) {
    return !isNotApplicable(outcome)
        && (!outcome.name().startsWith(STREAM_ONLY) || context.profile().equals("stream"));
  }

  private static boolean isNotApplicable(ClientOutcome outcome) {
    return outcome.name().equals(ClientOutcome.NOT_APPLICABLE);
  }

  private Optional<Violation> firstViolation(ClientOutcome outcome) {
    for (ClientExpectation expectation : outcome.expectations()) {
      Optional<Violation> violation = check.violation(expectation);
      if (violation.isPresent()) {
        return violation;
      }
    }
    return Optional.empty();
  }
}

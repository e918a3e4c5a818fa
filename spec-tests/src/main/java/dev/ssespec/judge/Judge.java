package dev.ssespec.judge;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.EndpointCase;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.report.Failure;
import dev.ssespec.report.Level;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import java.util.List;

/**
 * From a transcript to a verdict: the same transcript and case give the same answer, today and from
 * a file.
 */
public final class Judge {
  private Judge() {}

  /** Judges what passed in the session of {@code testCase}. */
  public static Judgement judge(Case testCase, List<TranscriptEntry> transcript, Context context) {
    Judgement judgement = byRole(testCase, transcript, context);
    return switch (testCase.header().level()) {
      case MUST, SHOULD -> judgement;
      case OBSERVE, PRACTICE -> asRemark(judgement, testCase.header().level());
    };
  }

  private static Judgement byRole(
      Case testCase, List<TranscriptEntry> transcript, Context context) {
    if (testCase instanceof ParserCase parserCase) {
      return ParserJudge.judge(parserCase, transcript, context);
    }
    if (testCase instanceof PropertyCase property) {
      return PropertyJudge.judge(property, transcript, context);
    }
    if (testCase instanceof ClientCase clientCase) {
      return ClientJudge.judge(clientCase, transcript, context);
    }
    throw new IllegalArgumentException(
        "An endpoint's cases are judged over its visits: " + (EndpointCase) testCase);
  }

  /** What only a death or a hang of the target can turn into a failure. */
  private static Judgement asRemark(Judgement judgement, Level level) {
    boolean lethal = judgement.failure() == Failure.CRASH || judgement.failure() == Failure.HANG;
    if (judgement.verdict() == Verdict.INCONCLUSIVE || lethal) {
      return judgement;
    }
    String seen =
        judgement.verdict() == Verdict.FAIL
            ? judgement.reason()
            : judgement.outcome() + (judgement.reason().isEmpty() ? "" : ": " + judgement.reason());
    return new Judgement(
        Verdict.INFO,
        null,
        judgement.outcome(),
        (level == Level.OBSERVE ? "seen: " : "") + seen,
        judgement.expected(),
        judgement.actual());
  }

  /** What the death of the target means for the one case that it was playing. */
  static Judgement gone(List<TranscriptEntry> transcript) {
    String how =
        transcript.stream()
            .filter(entry -> entry.kind() == Kind.EXITED)
            .map(TranscriptEntry::text)
            .findFirst()
            .orElse("it is gone");
    return Judgement.fail(Failure.CRASH, "The target died: " + how + ".", null, null);
  }
}

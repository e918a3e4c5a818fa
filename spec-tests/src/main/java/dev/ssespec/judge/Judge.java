package dev.ssespec.judge;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.ConductCase;
import dev.ssespec.cases.EmissionCase;
import dev.ssespec.cases.EndpointCase;
import dev.ssespec.cases.LongLineCase;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.report.Failure;
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
      case OBSERVE -> asRemark(judgement);
      case PRACTICE -> asAdvice(judgement);
    };
  }

  private static Judgement byRole(
      Case testCase, List<TranscriptEntry> transcript, Context context) {
    if (testCase instanceof ParserCase parserCase) {
      return ReplayJudge.isReplay(transcript)
          ? ReplayJudge.judge(parserCase, transcript, context)
          : ParserJudge.judge(parserCase, transcript, context);
    }
    if (testCase instanceof LongLineCase longLine) {
      return LongLineJudge.judge(longLine, transcript, context);
    }
    if (testCase instanceof PropertyCase property) {
      return switch (property.role()) {
        case CLIENT -> ConnectionsJudge.judge(transcript, context);
        case SERVER -> EmittedJudge.judge(property.law(), transcript);
        case PARSER, SERVER_URL -> PropertyJudge.judge(property, transcript, context);
      };
    }
    if (testCase instanceof EmissionCase emission) {
      return EmissionJudge.judge(emission, transcript, context);
    }
    if (testCase instanceof ConductCase conduct) {
      return ConductJudge.judge(conduct.conduct(), transcript);
    }
    if (testCase instanceof ClientCase clientCase) {
      return ClientJudge.judge(clientCase, transcript, context);
    }
    return EndpointJudge.judge((EndpointCase) testCase, transcript);
  }

  /** Of what the standard leaves open, only a death or a hang of the target is a failure. */
  private static Judgement asRemark(Judgement judgement) {
    return switch (judgement.verdict()) {
      case INCONCLUSIVE, SKIP, INFO -> judgement;
      case PASS, NON_STRICT, FAIL ->
          isLethal(judgement)
              ? judgement
              : new Judgement(
                  Verdict.INFO,
                  null,
                  judgement.outcome(),
                  "seen: " + inWords(judgement),
                  judgement.expected(),
                  judgement.actual(),
                  judgement.columns().each(any -> Verdict.INFO));
    };
  }

  /** Good practice that is not followed is an outcome that the strict alone call bad. */
  private static Judgement asAdvice(Judgement judgement) {
    return judgement.verdict() == Verdict.FAIL && !isLethal(judgement)
        ? Judgement.nonStrict("not followed", judgement.reason())
            .with(judgement.columns().each(Judge::advised))
        : judgement;
  }

  private static Verdict advised(Verdict verdict) {
    return verdict == Verdict.FAIL ? Verdict.NON_STRICT : verdict;
  }

  private static boolean isLethal(Judgement judgement) {
    return judgement.failure() == Failure.CRASH || judgement.failure() == Failure.HANG;
  }

  private static String inWords(Judgement judgement) {
    if (judgement.verdict() == Verdict.FAIL) {
      return judgement.reason();
    }
    return judgement.outcome() + (judgement.reason().isEmpty() ? "" : ": " + judgement.reason());
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

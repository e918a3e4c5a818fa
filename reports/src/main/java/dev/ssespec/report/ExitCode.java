package dev.ssespec.report;

import java.util.Optional;

/** What a run's process says to its caller. */
public enum ExitCode {
  /** Every case as it must be, or as the baseline expects. */
  GOOD(0, "every judged case is as it must be"),
  /** A deviation that the baseline does not expect, or a baseline entry that no longer holds. */
  DEVIATION(1, "there are deviations"),
  /** A bad option, an unknown case, a pattern or entry that matches nothing, no case to run. */
  USAGE(2, "the command line is wrong"),
  /** Nothing failed, but a case could not be judged, or the run was cut off. */
  INCOMPLETE(3, "nothing failed, and not everything could be judged"),
  /** The target could not be started or reached. */
  UNREACHABLE(4, "the target could not be started or reached");

  private final int code;
  private final String sentence;

  ExitCode(int code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** The process's exit code. */
  public int code() {
    return code;
  }

  /** What it means, in a few words. */
  public String sentence() {
    return sentence;
  }

  /**
   * The code of a run that took place.
   *
   * @param complete false where the run was cut off: never {@link #GOOD}
   * @param strict counts {@code non-strict} as bad; with a baseline the verdict knows already
   * @param baseline what the comparison with the baseline said, where there is one
   */
  public static ExitCode of(
      Totals totals, boolean complete, boolean strict, Optional<BaselineVerdict> baseline) {
    var sum = totals.sum();
    var bad = baseline.map(BaselineVerdict::isBad).orElse(sum.bad(strict) > 0);
    var unjudged =
        baseline.map(found -> !found.unjudged().isEmpty()).orElse(sum.inconclusive() > 0);
    if (bad) {
      return DEVIATION;
    }
    return unjudged || !complete ? INCOMPLETE : GOOD;
  }
}

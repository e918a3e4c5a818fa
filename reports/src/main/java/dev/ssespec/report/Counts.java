package dev.ssespec.report;

/**
 * How many cases (not variants) of one level came to which verdict.
 *
 * @param notShown how many of {@code skip} are mandatory behaviours that the adapter cannot show
 */
public record Counts(
    int pass, int nonStrict, int fail, int info, int skip, int inconclusive, int notShown) {
  /** No case. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

  static Counts of(Standing one) {
    return switch (one.verdict()) {
      case PASS -> new Counts(1, 0, 0, 0, 0, 0, 0);
      case NON_STRICT -> new Counts(0, 1, 0, 0, 0, 0, 0);
      case FAIL -> new Counts(0, 0, 1, 0, 0, 0, 0);
      case INFO -> new Counts(0, 0, 0, 1, 0, 0, 0);
      case SKIP -> new Counts(0, 0, 0, 0, 1, 0, one.notShown() ? 1 : 0);
      case INCONCLUSIVE -> new Counts(0, 0, 0, 0, 0, 1, 0);
    };
  }

  /** The sum. */
  public Counts plus(Counts other) {
    return new Counts(
        pass + other.pass,
        nonStrict + other.nonStrict,
        fail + other.fail,
        info + other.info,
        skip + other.skip,
        inconclusive + other.inconclusive,
        notShown + other.notShown);
  }

  /** How many were judged: all but the skipped and the inconclusive. */
  public int judged() {
    return pass + nonStrict + fail + info;
  }

  /** How many of the judged are good; {@code non-strict} is good unless {@code strict}. */
  public int good(boolean strict) {
    return pass + info + (strict ? 0 : nonStrict);
  }

  /** How many of the judged are bad. */
  public int bad(boolean strict) {
    return judged() - good(strict);
  }

  /** All cases. */
  public int all() {
    return judged() + skip + inconclusive;
  }

  /** How many came to {@code verdict}. */
  public int of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> pass;
      case NON_STRICT -> nonStrict;
      case FAIL -> fail;
      case INFO -> info;
      case SKIP -> skip;
      case INCONCLUSIVE -> inconclusive;
    };
  }
}

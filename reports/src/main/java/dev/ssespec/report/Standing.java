package dev.ssespec.report;

import java.util.Comparator;
import java.util.List;

/** Where a case stands over all its variants: the worst of them counts. */
record Standing(Level level, Verdict verdict, boolean notShown, boolean replayed) {
  /** From the best to the worst; a skip says nothing where any other variant ran. */
  static final List<Verdict> WORSENING =
      List.of(
          Verdict.SKIP,
          Verdict.PASS,
          Verdict.INFO,
          Verdict.NON_STRICT,
          Verdict.INCONCLUSIVE,
          Verdict.FAIL);

  private static final Comparator<Verdict> BY_SEVERITY = Comparator.comparing(WORSENING::indexOf);

  static Standing of(CaseRecord record) {
    return new Standing(record.level(), record.verdict(), record.notShown(), record.replayed());
  }

  static Standing of(List<CaseRecord> variants) {
    return variants.stream().map(Standing::of).reduce(Standing::and).orElseThrow();
  }

  Standing and(Standing other) {
    var worse = BY_SEVERITY.compare(verdict, other.verdict) >= 0 ? verdict : other.verdict;
    boolean hidden = worse == Verdict.SKIP && (notShown || other.notShown);
    return new Standing(level, worse, hidden, replayed);
  }
}

package dev.ssespec.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison of a run with a baseline says.
 *
 * @param unexpected records that deviate and that no living entry expects
 * @param expected records that deviate as an entry expects
 * @param stale entries whose cases were judged, and none of them deviates so any more
 * @param expired entries whose last day is over; they expect nothing
 * @param unjudged records that could not be judged, against the expectation
 */
public record BaselineVerdict(
    List<CaseRecord> unexpected,
    List<CaseRecord> expected,
    List<Baseline.Entry> stale,
    List<Baseline.Entry> expired,
    List<CaseRecord> unjudged) {

  /** Copies the lists. */
  public BaselineVerdict {
    unexpected = List.copyOf(unexpected);
    expected = List.copyOf(expected);
    stale = List.copyOf(stale);
    expired = List.copyOf(expired);
    unjudged = List.copyOf(unjudged);
  }

  /**
   * Compares. An entry none of whose cases was judged (not selected, skipped, cut off) says
   * nothing.
   *
   * @param records of the run; their transcripts are not looked at
   * @param strict counts {@code non-strict} as a deviation
   * @param today the day on which entries expire
   */
  public static BaselineVerdict of(
      Baseline baseline, List<CaseRecord> records, boolean strict, LocalDate today) {
    var unexpected = new ArrayList<CaseRecord>();
    var expected = new ArrayList<CaseRecord>();
    var unjudged = new ArrayList<CaseRecord>();
    for (var record : records) {
      if (baseline.expects(record, today)) {
        expected.add(record);
      } else if (record.verdict() == Verdict.INCONCLUSIVE) {
        unjudged.add(record);
      } else if (deviates(record, strict)) {
        unexpected.add(record);
      }
    }
    var expired = baseline.entries().stream().filter(each -> each.isExpired(today)).toList();
    var stale = baseline.entries().stream().filter(each -> isStale(each, records)).toList();
    return new BaselineVerdict(unexpected, expected, stale, expired, unjudged);
  }

  /** Whether the run is not as the baseline expects. */
  public boolean isBad() {
    return !unexpected.isEmpty() || !stale.isEmpty() || !expired.isEmpty();
  }

  /** Whether {@code record} departs from the canonical outcome in a way that counts. */
  static boolean deviates(CaseRecord record, boolean strict) {
    return switch (record.verdict()) {
      case FAIL -> true;
      case NON_STRICT -> strict;
      case PASS, INFO, SKIP, INCONCLUSIVE -> false;
    };
  }

  private static boolean isStale(Baseline.Entry entry, List<CaseRecord> records) {
    var judged = records.stream().filter(entry::covers).filter(BaselineVerdict::wasJudged).toList();
    return !judged.isEmpty() && judged.stream().noneMatch(entry::expects);
  }

  private static boolean wasJudged(CaseRecord record) {
    return switch (record.verdict()) {
      case PASS, NON_STRICT, FAIL, INFO -> true;
      case SKIP, INCONCLUSIVE -> false;
    };
  }
}

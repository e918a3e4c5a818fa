package dev.ssespec.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the shortest baseline that expects every deviation of a run and nothing that did not
 * happen. Reason, issue and last day of an old entry that still holds are kept.
 */
public final class BaselineWriter {
  private final Baseline old;
  private final boolean strict;

  /**
   * @param old the baseline that stood there, or {@link Baseline#EMPTY}
   * @param strict takes {@code non-strict} in
   */
  public BaselineWriter(Baseline old, boolean strict) {
    this.old = old;
    this.strict = strict;
  }

  private record Kind(String code, Verdict verdict, @Nullable Failure failure) {}

  /** The baseline for {@code records}. Entries of {@code old} for cases that were not run stay. */
  public Baseline write(List<CaseRecord> records) {
    var byKind = new LinkedHashMap<Kind, List<CaseRecord>>();
    for (var record : records) {
      if (BaselineVerdict.deviates(record, strict)) {
        var kind = new Kind(record.code(), record.verdict(), record.failure());
        byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(record);
      }
    }
    var entries = new ArrayList<Baseline.Entry>();
    byKind.forEach((kind, deviating) -> entries.addAll(entries(kind, deviating, records)));
    old.entries().stream()
        .filter(each -> records.stream().noneMatch(each::covers))
        .forEach(entries::add);
    entries.sort(Comparator.comparing(Baseline.Entry::code));
    return new Baseline(entries);
  }

  private List<Baseline.Entry> entries(
      Kind kind, List<CaseRecord> deviating, List<CaseRecord> records) {
    var others =
        records.stream()
            .filter(each -> each.code().equals(kind.code) && !deviating.contains(each))
            .toList();
    var entries = new ArrayList<Baseline.Entry>();
    var left = new ArrayList<>(deviating);
    while (!left.isEmpty()) {
      var entry = entry(kind, widest(kind, left.get(0), others));
      entries.add(entry);
      left.removeIf(entry::covers);
    }
    return entries;
  }

  /**
   * No condition, or one, or else the whole variant: the first that none of {@code others} meets.
   */
  private static Map<String, String> widest(Kind kind, CaseRecord record, List<CaseRecord> others) {
    var candidates = new ArrayList<Map<String, String>>();
    candidates.add(Map.of());
    record.variant().forEach((name, value) -> candidates.add(Map.of(name, value)));
    return candidates.stream()
        .filter(each -> others.stream().noneMatch(plain(kind, each)::covers))
        .findFirst()
        .orElse(record.variant());
  }

  private Baseline.Entry entry(Kind kind, Map<String, String> variant) {
    var fresh = plain(kind, variant);
    return old.entries().stream().filter(each -> sameKind(each, fresh)).findFirst().orElse(fresh);
  }

  private static boolean sameKind(Baseline.Entry one, Baseline.Entry other) {
    return one.code().equals(other.code())
        && new TreeMap<>(one.variant()).equals(new TreeMap<>(other.variant()))
        && one.verdict() == other.verdict()
        && one.failure() == other.failure();
  }

  private static Baseline.Entry plain(Kind kind, Map<String, String> variant) {
    return new Baseline.Entry(kind.code, variant, kind.verdict, kind.failure, "", "", "");
  }
}

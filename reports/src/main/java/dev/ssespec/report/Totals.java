package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The counts of a run by level, by case and not by variant: of all variants of a case the worst
 * counts, and it is skipped only where every variant was. In JSON: {@code
 * {"must":{"pass":118,…},…}}, always with all four levels, and with {@code "replayed":{…}} where
 * there is one.
 *
 * @param levels the role's own cases
 * @param replayed of a client: the parser's cases, replayed over HTTP
 */
public record Totals(Map<Level, Counts> levels, Map<Level, Counts> replayed) {

  /** Copies the maps; a level that is missing counts nothing. */
  public Totals {
    levels = whole(levels);
    replayed = whole(replayed);
  }

  /** Nothing was replayed. */
  public Totals(Map<Level, Counts> levels) {
    this(levels, Map.of());
  }

  private static Map<Level, Counts> whole(Map<Level, Counts> some) {
    var all = new EnumMap<Level, Counts>(Level.class);
    for (var level : Level.values()) {
      all.put(level, some.getOrDefault(level, Counts.NONE));
    }
    return Collections.unmodifiableMap(all);
  }

  /** The counts of {@code records}. */
  public static Totals of(List<CaseRecord> records) {
    var tally = new Tally();
    records.forEach(tally::judged);
    return tally.totals();
  }

  @JsonValue
  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    levels.forEach((level, counts) -> json.put(level.word(), counts));
    if (hasReplayed()) {
      json.put("replayed", replayed);
    }
    return json;
  }

  /** The counts of one level, without what was replayed. */
  public Counts of(Level level) {
    return levels.getOrDefault(level, Counts.NONE);
  }

  /** The counts of one level of what was replayed. */
  public Counts ofReplayed(Level level) {
    return replayed.getOrDefault(level, Counts.NONE);
  }

  /** Whether anything was replayed, or skipped as such. */
  public boolean hasReplayed() {
    return sum(replayed).all() > 0;
  }

  /** The sum over all levels, with what was replayed. */
  public Counts sum() {
    return sum(levels).plus(sum(replayed));
  }

  /** The sum over all levels of what was replayed. */
  public Counts sumReplayed() {
    return sum(replayed);
  }

  private static Counts sum(Map<Level, Counts> counts) {
    return counts.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  /** {@link #headline(boolean)}, not strict. */
  public String headline() {
    return headline(false);
  }

  /**
   * One line, by level and never one percentage: {@code must 118/121 · should 14/16 · 3 not shown}.
   * Good of those judged; what was replayed stands apart, as {@code replayed must 97/98}; what
   * could not be judged follows as {@code 2 inconclusive}. The levels that never fail appear only
   * where something of them is bad.
   *
   * @param strict counts {@code non-strict} as bad
   */
  public String headline(boolean strict) {
    var parts = new ArrayList<>(scores(levels, strict));
    var apart = scores(replayed, strict);
    if (!apart.isEmpty()) {
      parts.add("replayed " + String.join(", ", apart));
    }
    if (parts.isEmpty()) {
      parts.add("nothing judged");
    }
    if (sum().notShown() > 0) {
      parts.add(sum().notShown() + " not shown");
    }
    if (sum().inconclusive() > 0) {
      parts.add(sum().inconclusive() + " inconclusive");
    }
    return String.join(" · ", parts);
  }

  private static List<String> scores(Map<Level, Counts> all, boolean strict) {
    var scores = new ArrayList<String>();
    all.forEach(
        (level, counts) -> {
          if (isHeadline(level) ? counts.judged() > 0 : counts.bad(strict) > 0) {
            scores.add(level.word() + " " + counts.good(strict) + "/" + counts.judged());
          }
        });
    return scores;
  }

  private static boolean isHeadline(Level level) {
    return switch (level) {
      case MUST, SHOULD -> true;
      case OBSERVE, PRACTICE -> false;
    };
  }
}

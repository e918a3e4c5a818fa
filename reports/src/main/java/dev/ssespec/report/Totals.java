package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The counts of a run by level, by case and not by variant: of all variants of a case the worst
 * counts, and it is skipped only where every variant was. In JSON: {@code
 * {"must":{"pass":118,…},…}}, always with all four levels.
 */
public record Totals(@JsonValue Map<Level, Counts> levels) {

  /** Copies the map; a level that is missing counts nothing. */
  @JsonCreator
  public Totals {
    var all = new EnumMap<Level, Counts>(Level.class);
    for (var level : Level.values()) {
      all.put(level, levels.getOrDefault(level, Counts.NONE));
    }
    levels = Collections.unmodifiableMap(all);
  }

  /** The counts of {@code records}. */
  public static Totals of(List<CaseRecord> records) {
    var tally = new Tally();
    records.forEach(tally::judged);
    return tally.totals();
  }

  /** The counts of one level. */
  public Counts of(Level level) {
    return levels.getOrDefault(level, Counts.NONE);
  }

  /** The sum over all levels. */
  public Counts sum() {
    return levels.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  /** {@link #headline(boolean)}, not strict. */
  public String headline() {
    return headline(false);
  }

  /**
   * One line, by level and never one percentage: {@code must 118/121 · should 14/16 · 3 not shown}.
   * Good of those judged; what could not be judged follows as {@code 2 inconclusive}. The levels
   * that never fail appear only where something of them is bad.
   *
   * @param strict counts {@code non-strict} as bad
   */
  public String headline(boolean strict) {
    var parts = new ArrayList<String>();
    for (var level : Level.values()) {
      var counts = of(level);
      if (isHeadline(level) ? counts.judged() > 0 : counts.bad(strict) > 0) {
        parts.add(level.word() + " " + counts.good(strict) + "/" + counts.judged());
      }
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

  private static boolean isHeadline(Level level) {
    return switch (level) {
      case MUST, SHOULD -> true;
      case OBSERVE, PRACTICE -> false;
    };
  }
}

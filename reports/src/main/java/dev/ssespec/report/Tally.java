package dev.ssespec.report;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts a run as it goes and holds no transcript: a few bytes for each case. Safe for all threads.
 */
public final class Tally implements RunListener {
  private final Map<String, Standing> standings = new LinkedHashMap<>();

  @Override
  public synchronized void judged(CaseRecord record) {
    standings.merge(record.code(), Standing.of(record), Standing::and);
  }

  /** The counts so far. */
  public synchronized Totals totals() {
    var levels = new EnumMap<Level, Counts>(Level.class);
    var replayed = new EnumMap<Level, Counts>(Level.class);
    standings
        .values()
        .forEach(
            one ->
                (one.replayed() ? replayed : levels)
                    .merge(one.level(), Counts.of(one), Counts::plus));
    return new Totals(levels, replayed);
  }
}

package dev.ssespec.cli;

import dev.ssespec.parser.Finding;
import dev.ssespec.parser.Finding.Level;
import dev.ssespec.parser.GrammarChecker;
import java.util.EnumMap;
import java.util.Map;

/** Holds bytes against the grammar while they come, shows what is found, and counts it. */
final class Linter implements ByteSource.Sink {
  private final FindingPrinter printer;
  private final Level least;
  private final GrammarChecker checker = new GrammarChecker(this::found);
  private final Map<Level, Long> counts = new EnumMap<>(Level.class);
  private long bytes;

  /**
   * @param least the lightest level that is shown; all are counted
   */
  Linter(FindingPrinter printer, Level least) {
    this.printer = printer;
    this.least = least;
  }

  @Override
  public void feed(byte[] buffer, int from, int length) {
    checker.feed(buffer, from, length);
    bytes += length;
  }

  /** The stream has ended, so that what is unfinished is found too. */
  void end() {
    checker.end();
  }

  /** Nobody looks any longer. */
  LintCount conclude() {
    var count = new LintCount(bytes, count(Level.MUST), count(Level.SHOULD), count(Level.ADVICE));
    printer.concluded(count);
    return count;
  }

  private void found(Finding finding) {
    counts.merge(finding.level(), 1L, Long::sum);
    if (finding.level().compareTo(least) <= 0) {
      printer.found(finding);
    }
  }

  private long count(Level level) {
    return counts.getOrDefault(level, 0L);
  }
}

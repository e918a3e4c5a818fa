package dev.ssespec.cli;

import dev.ssespec.parser.Finding;
import dev.ssespec.parser.Finding.Level;
import dev.ssespec.parser.GrammarChecker;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds bytes against the grammar while they come, shows what is found, and counts it. Safe for all
 * threads: it may be concluded while bytes are on their way.
 */
final class Linter implements ByteSource.Sink {
  private final FindingPrinter printer;
  private final Level least;
  private final long most;
  private final GrammarChecker checker = new GrammarChecker(this::found);
  private final Map<Level, Long> counts = new EnumMap<>(Level.class);
  private final Map<String, Long> unshown = new TreeMap<>();
  private long shown;
  private long bytes;
  private boolean concluded;

  /**
   * @param least the lightest level that is shown; all are counted
   * @param most how many findings are shown; the others are counted by their codes
   */
  Linter(FindingPrinter printer, Level least, long most) {
    this.printer = printer;
    this.least = least;
    this.most = most;
  }

  @Override
  public synchronized void feed(byte[] buffer, int from, int length) {
    if (!concluded) {
      checker.feed(buffer, from, length);
      bytes += length;
    }
  }

  /** Nobody looks any longer; what is unfinished is found where the stream itself has ended. */
  synchronized LintCount conclude(StreamEnd end) {
    if (!concluded && end.kind() == StreamEnd.Kind.REACHED) {
      checker.end();
    }
    var count = new LintCount(bytes, count(Level.MUST), count(Level.SHOULD), count(Level.ADVICE));
    if (!concluded) {
      concluded = true;
      if (!unshown.isEmpty()) {
        printer.more(unshown);
      }
      printer.concluded(count, end);
    }
    return count;
  }

  private void found(Finding finding) {
    counts.merge(finding.level(), 1L, Long::sum);
    if (finding.level().compareTo(least) > 0) {
      return;
    }
    if (shown < most) {
      shown++;
      printer.found(finding);
    } else {
      unshown.merge(finding.code(), 1L, Long::sum);
    }
  }

  private long count(Level level) {
    return counts.getOrDefault(level, 0L);
  }
}

package dev.ssespec.channel.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The cells as Markdown. */
final class FanoutTable {
  private final List<FanoutCell> cells;
  private final StringBuilder text = new StringBuilder();

  FanoutTable(List<FanoutCell> cells) {
    this.cells = cells;
  }

  String markdown() {
    line("# How many streams the server holds, and how fast they hear");
    line("");
    line("Written by `mvn -Pfanout verify -pl .,reference-parser,reference-server`. %s", machine());
    line("");
    line(
        "Each server is a process of its own, the reader another one on the same machine, which"
            + " parses every event of every stream and counts what is missing or out of place. An"
            + " event has 112 bytes of data. *Memory* is what the process grew by when the streams"
            + " were opened, after a collection: on the heap, and as a whole. *One event* is the"
            + " time from the request to publish until all streams had it; *deliveries* are those"
            + " of the best of three bursts of about a million; *CPU* is the server's own for each"
            + " of them. Ours joins events that are published while it is busy into one write, so"
            + " that it shines in bursts. Reader and server share the processors: a rate is that of"
            + " both.");
    line("");
    line(
        "| streams | server | opened in | heap a stream | memory a stream | one event, median"
            + " (slowest) | CPU a delivery | in bursts: deliveries a second | CPU a delivery | lost"
            + " | out of order |");
    line("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (FanoutCell c : cells) {
      line(
          "| %d | %s | %.1f s | %.1f KiB | %s | %.1f ms (%.1f ms) | %.2f µs | %.0f | %.2f µs | %d | %d"
              + " |",
          c.streams(),
          c.name(),
          c.opening(),
          c.heap() / 1024.0,
          grown(c.resident()),
          c.single(),
          c.slowest(),
          c.singleCpu(),
          c.rate(),
          c.cpu(),
          c.lost(),
          c.outOfOrder());
    }
    return text.toString();
  }

  /** A process may be smaller than before, where a collection has given memory back. */
  private static String grown(long bytes) {
    return bytes > 0 ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0) : "–";
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "Java %s (%s), %s %s, %d processors%s, load average %.0f at the end.",
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vendor"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        processor(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}

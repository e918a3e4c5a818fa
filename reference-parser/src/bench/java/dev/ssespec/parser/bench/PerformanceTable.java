package dev.ssespec.parser.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Renders what was measured. Ratios are taken inside one round and given for each. */
final class PerformanceTable {

  private static final String OURS = Contender.SSESPEC.title;
  private static final String LIMIT = Contender.LIMIT.title;
  private static final int CHUNK = 65536;
  /** A value that no allocation has, as those are negative here. */
  private static final double UNKNOWN = Double.MAX_VALUE;

  private final List<Cell> cells;
  private final Map<Input, Long> events;
  private final List<Input> inputs;
  private final StringBuilder text = new StringBuilder();

  PerformanceTable(List<Cell> cells, Map<Input, Long> events, List<Input> inputs) {
    this.cells = cells;
    this.events = events;
    this.inputs = inputs;
  }

  String csv() {
    return cells.stream()
        .map(
            c ->
                String.join(
                    ",",
                    Integer.toString(c.round()),
                    c.input().name(),
                    Integer.toString(c.chunk()),
                    c.contender(),
                    c.right() ? "right" : "wrong",
                    number("%.0f", c.nanos()),
                    number("%.0f", c.median()),
                    number("%.0f", c.allocated())))
        .collect(
            Collectors.joining(
                "\n", "round,input,chunk,contender,events,p10_ns,median_ns,allocated_bytes\n", "\n"));
  }

  String markdown() {
    line("# How fast the parser is");
    line("");
    line("Written by `mvn -Pbenchmark verify -pl .,reference-parser`. %s", machine());
    line("");
    line(
        "One operation reads a whole input with a fresh parser and hands every type, data and id over"
            + " as a string. Each cell is a JVM of its own (JMH, sample time, G1, 1 GiB); the figure is"
            + " the tenth percentile of its samples, since other work ran on the machine. Rounds follow"
            + " each other, and a ratio compares cells of one round. *Limit* is one pass of scanning for"
            + " line ends, eight bytes at a time, and the JDK's decoding of each event's payload: a"
            + " reference, which skipping the second line end of a block can beat. A peer in ~~strokes~~"
            + " gives other events than the standard asks for, and is no peer on that input.");
    line("");
    ratios();
    throughput();
    garbage();
    extremes();
    return text.toString();
  }

  private void ratios() {
    line("## Times the fastest right Java peer, and share of the limit, round by round");
    line("");
    line("| input | events | times the peer | which | share of the limit |");
    line("| --- | --- | --- | --- | --- |");
    for (Input input : inputs) {
      line(
          "| %s %s | %d | %s | %s | %s |",
          input.name().toLowerCase(Locale.ROOT),
          input.title,
          events.getOrDefault(input, 0L),
          rounds(r -> peer(input, r).nanos() / ours(input, r).nanos(), "%.2f"),
          rounds().mapToObj(r -> peer(input, (int) r).contender()).distinct().collect(Collectors.joining(", ")),
          rounds(r -> 100 * cell(input, CHUNK, LIMIT, r).nanos() / ours(input, r).nanos(), "%.0f %%"));
    }
    line("");
  }

  private void throughput() {
    line("## MB/s, best round (chunks of 64 KiB)");
    line("");
    table(c -> megabytes(c), "%.0f");
  }

  private static double megabytes(Cell cell) {
    return cell.input().bytes().length / cell.nanos() * 1000;
  }

  private void garbage() {
    line("## Bytes allocated for each event, or each heartbeat");
    line("");
    table(
        c -> c.allocated() < 0 ? UNKNOWN : -c.allocated() / Math.max(1, units(c.input())),
        "%.0f");
  }

  private long units(Input input) {
    long count = events.getOrDefault(input, 0L);
    return count > 0 ? count : input.bytes().length / ": keep-alive\n\n".length();
  }

  /** One row a contender, the largest value of all rounds in each cell, without its sign. */
  private void table(ToDoubleFunction<Cell> value, String format) {
    line(
        "| | %s |",
        inputs.stream().map(i -> i.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" | ")));
    line("| --- %s|", "| --- ".repeat(inputs.size()));
    for (String contender : cells.stream().map(Cell::contender).distinct().toList()) {
      String row =
          inputs.stream()
              .map(input -> best(input, contender, value, format))
              .collect(Collectors.joining(" | "));
      line("| %s | %s |", contender, row);
    }
    line("");
  }

  private String best(
      Input input, String contender, ToDoubleFunction<Cell> value, String format) {
    List<Cell> found =
        cells.stream()
            .filter(c -> c.input() == input && c.chunk() == CHUNK && c.contender().equals(contender))
            .toList();
    if (found.isEmpty() || value.applyAsDouble(found.get(0)) == UNKNOWN) {
      return "–";
    }
    double best = found.stream().mapToDouble(value).max().orElse(0);
    String shown = number(format, Math.abs(best));
    return found.get(0).right() ? shown : "~~" + shown + "~~";
  }

  private void extremes() {
    line("## Single bytes, and long lines in chunks of 1 KiB");
    line("");
    line("| | %s | okhttp-sse | okhttp-eventsource |", OURS);
    line("| --- | --- | --- | --- |");
    extreme("a, byte by byte, MB/s", Input.A, 1, PerformanceTable::megabytes);
    ToDoubleFunction<Cell> perByte = c -> -c.nanos() / c.input().bytes().length;
    extreme("a line of 64 KiB, ns/byte", Input.SHORT_LINE, 1024, perByte);
    extreme("a line of 16 MiB, ns/byte", Input.LONG_LINE, 1024, perByte);
    extreme(
        "a line of 16 MiB, bytes allocated for each byte",
        Input.LONG_LINE,
        1024,
        c -> -c.allocated() / c.input().bytes().length);
  }

  private void extreme(String title, Input input, int chunk, ToDoubleFunction<Cell> value) {
    String row =
        List.of(Contender.SSESPEC, Contender.OKHTTP, Contender.LAUNCHDARKLY).stream()
            .map(
                contender ->
                    cells.stream()
                        .filter(
                            c ->
                                c.input() == input
                                    && c.chunk() == chunk
                                    && c.contender().equals(contender.title))
                        .mapToDouble(value)
                        .max())
            .map(best -> best.isPresent() ? number("%.2f", Math.abs(best.getAsDouble())) : "–")
            .collect(Collectors.joining(" | "));
    line("| %s | %s |", title, row);
  }

  private Cell ours(Input input, int round) {
    return cell(input, CHUNK, OURS, round);
  }

  private Cell peer(Input input, int round) {
    return cells.stream()
        .filter(c -> c.round() == round && c.input() == input && c.chunk() == CHUNK && c.right())
        .filter(c -> !List.of(OURS, LIMIT, NodeCells.TITLE).contains(c.contender()))
        .min(Comparator.comparingDouble(Cell::nanos))
        .orElseThrow();
  }

  private Cell cell(Input input, int chunk, String contender, int round) {
    return cells.stream()
        .filter(c -> c.round() == round && c.input() == input && c.chunk() == chunk)
        .filter(c -> c.contender().equals(contender))
        .findFirst()
        .orElseThrow();
  }

  private DoubleStream rounds() {
    return cells.stream().mapToDouble(Cell::round).distinct().sorted();
  }

  private String rounds(IntToDoubleFunction value, String format) {
    return rounds()
        .mapToObj(r -> number(format, value.applyAsDouble((int) r)))
        .collect(Collectors.joining(", "));
  }

  private static String machine() {
    return "Java %s (%s), %s %s, %d processors%s, load average %.0f at the end."
        .formatted(
            System.getProperty("java.vm.version"),
            System.getProperty("java.vm.vendor"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            processor().map(name -> ", " + name).orElse(""),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static Optional<String> processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values)).append('\n');
  }
}

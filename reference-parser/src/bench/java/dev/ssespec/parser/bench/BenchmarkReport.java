package dev.ssespec.parser.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Times all contenders on all inputs and writes the table. Arguments: the folder for the table, how
 * many rounds, the letters of the inputs, the folder of the Node sources, a working folder.
 */
public final class BenchmarkReport {

  private static final int CHUNK = 65536;

  private final List<Cell> cells = new ArrayList<>();
  private final Map<Input, String> digests = new EnumMap<>(Input.class);
  private final Map<Input, Long> events = new EnumMap<>(Input.class);

  private BenchmarkReport() {}

  /** Runs it all. */
  public static void main(String[] args)
      throws IOException, InterruptedException, RunnerException {
    int rounds = Integer.parseInt(args[1]);
    List<Input> inputs =
        args[2].chars().mapToObj(c -> Input.valueOf(String.valueOf((char) c).toUpperCase(Locale.ROOT))).toList();
    NodeCells node = NodeCells.install(Path.of(args[3]), Path.of(args[4]));
    BenchmarkReport report = new BenchmarkReport();
    for (int round = 1; round <= rounds; round++) {
      for (Input input : inputs) {
        report.measureAll(round, input, node);
      }
      report.measureExtremes(round);
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    PerformanceTable table = new PerformanceTable(report.cells, report.events, inputs);
    Files.writeString(folder.resolve("parser.md"), table.markdown());
    Files.writeString(folder.resolve("parser.csv"), table.csv());
  }

  private void measureAll(int round, Input input, NodeCells node)
      throws IOException, InterruptedException, RunnerException {
    for (Contender contender : Contender.values()) {
      measure(round, input, CHUNK, contender);
    }
    if (node != null) {
      add(node.measure(round, input, digests));
    }
  }

  /** Single bytes, and long lines in small pieces. */
  private void measureExtremes(int round) throws RunnerException {
    for (Contender contender :
        List.of(Contender.SSESPEC, Contender.OKHTTP, Contender.LAUNCHDARKLY)) {
      measure(round, Input.A, 1, contender);
      measure(round, Input.SHORT_LINE, 1024, contender);
      measure(round, Input.LONG_LINE, 1024, contender);
    }
  }

  private void measure(int round, Input input, int chunk, Contender contender)
      throws RunnerException {
    byte[] bytes = input.bytes();
    if (!digests.containsKey(input)) {
      Digest ours = new Digest();
      Contender.SSESPEC.readUnchecked(bytes, CHUNK, ours);
      events.put(input, ours.events());
      digests.put(input, ours.hex());
    }
    boolean right =
        contender == Contender.LIMIT
            || Digest.of(contender, bytes, chunk).equals(digests.get(input));
    add(JavaCells.measure(round, input, chunk, contender, right));
  }

  private void add(Cell cell) {
    cells.add(cell);
    System.out.println(cell);
  }
}

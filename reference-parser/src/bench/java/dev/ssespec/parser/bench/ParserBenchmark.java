package dev.ssespec.parser.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Reads one input with one parser. A fork sees one parser only. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParserBenchmark {

  /** The name of an {@link Input}. */
  @Param("A")
  public String input = "A";

  /** The name of a {@link Contender}. */
  @Param("SSESPEC")
  public String contender = "SSESPEC";

  /** Bytes handed over at a time. */
  @Param("65536")
  public int chunk;

  private byte[] bytes = {};
  private Contender parser = Contender.SSESPEC;

  /** Makes the input. */
  @Setup
  public void prepare() {
    bytes = Input.valueOf(input).bytes();
    parser = Contender.valueOf(contender);
  }

  /** One whole input. */
  @Benchmark
  public void read(Blackhole hole) {
    parser.readUnchecked(
        bytes,
        chunk,
        (type, data, id) -> {
          hole.consume(type);
          hole.consume(data);
          hole.consume(id);
        });
  }
}

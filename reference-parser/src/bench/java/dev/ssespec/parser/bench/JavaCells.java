package dev.ssespec.parser.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures one cell in a fork of its own. */
final class JavaCells {

  private JavaCells() {}

  static Cell measure(int round, Input input, int chunk, Contender contender, boolean right)
      throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(ParserBenchmark.class.getName() + ".read")
            .param("input", input.name())
            .param("contender", contender.name())
            .param("chunk", Integer.toString(chunk))
            .mode(Mode.SampleTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(1000))
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(600))
            // Compiled in the foreground: on a busy machine the compiler's own threads starve, and a
            // cell would be measured before it is warm.
            .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-Xbatch")
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(options).runSingle();
    var times = result.getPrimaryResult().getStatistics();
    return new Cell(
        round,
        input,
        chunk,
        contender.title,
        right,
        times.getPercentile(10),
        times.getPercentile(50),
        allocated(result));
  }

  private static double allocated(RunResult result) {
    for (String label : result.getSecondaryResults().keySet()) {
      if (label.endsWith("gc.alloc.rate.norm")) {
        return result.getSecondaryResults().get(label).getScore();
      }
    }
    return -1;
  }
}

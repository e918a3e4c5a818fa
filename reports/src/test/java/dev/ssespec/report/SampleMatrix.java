package dev.ssespec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs of several targets, as a matrix has them. */
final class SampleMatrix {
  private SampleMatrix() {}

  static List<Run> runs() {
    var runs = new ArrayList<Run>();
    runs.add(Sample.run());
    runs.add(Sample.clientRun());
    runs.add(Sample.run("eventsource-parser", "parser", Set.of(), Set.of()));
    runs.add(Sample.run("eventsource-parser-old", "parser", Set.of("P-003"), Set.of("P-061")));
    runs.add(Sample.run("httpx-sse", "parser", Set.of("P-010", "P-012", "P-041"), Set.of()));
    runs.add(Sample.run("okhttp-sse", "parser", Set.of("P-031"), Set.of("P-050")));
    runs.add(Sample.run("undici", "client", Set.of("C-010"), Set.of()));
    return runs;
  }

  static final List<SkippedTarget> SKIPPED =
      List.of(
          new SkippedTarget(
              "go-sse", "Go", List.of("parser"), "needs go, which is not on the PATH"),
          new SkippedTarget(Sample.HOSTILE, "Rust", List.of("parser", "client"), Sample.HOSTILE));
}

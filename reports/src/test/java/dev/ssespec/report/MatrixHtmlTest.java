package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatrixHtmlTest {
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

  @Test
  void isWrittenForLooking() throws IOException {
    var folder = Files.createDirectories(Path.of("target", "sample"));
    Files.writeString(folder.resolve("matrix.html"), MatrixHtml.render(runs(), SKIPPED));
    assertThat(folder).isDirectory();
  }
}

package dev.ssespec.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The folder in which renderings stand beside {@code run.ndjson}: {@code report.html}, {@code
 * junit.xml}, {@code summary.md}, {@code badge.svg}; or {@code matrix.html} and {@code matrix.md}.
 *
 * @param path made, with the folders above it, where it is missing
 */
public record ReportFolder(Path path) {

  /** Where the record of the run belongs. */
  public Path runFile() {
    return path.resolve("run.ndjson");
  }

  /**
   * Writes every rendering of one run.
   *
   * @param strict counts {@code non-strict} as bad
   * @param baseline what it expects on {@code today} is skipped in {@code junit.xml}
   * @return where {@code report.html} stands
   */
  public Path write(Run run, boolean strict, Baseline baseline, LocalDate today)
      throws IOException {
    write("junit.xml", JUnitXml.render(run, strict, baseline, today));
    write("summary.md", SummaryMarkdown.render(run, strict));
    write("badge.svg", Badge.render(run.totals(), run.complete()));
    return write("report.html", HtmlReport.render(run, strict));
  }

  /**
   * Writes the matrix of many runs.
   *
   * @return where {@code matrix.html} stands
   */
  public Path writeMatrix(List<Run> runs, List<SkippedTarget> skipped) throws IOException {
    write("matrix.md", MatrixMarkdown.render(runs, skipped));
    return write("matrix.html", MatrixHtml.render(runs, skipped));
  }

  private Path write(String name, String content) throws IOException {
    Files.createDirectories(path);
    return Files.writeString(path.resolve(name), content, StandardCharsets.UTF_8);
  }
}

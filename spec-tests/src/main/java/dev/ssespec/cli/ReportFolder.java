package dev.ssespec.cli;

import dev.ssespec.report.Badge;
import dev.ssespec.report.Baseline;
import dev.ssespec.report.HtmlReport;
import dev.ssespec.report.JUnitXml;
import dev.ssespec.report.Run;
import dev.ssespec.report.RunFile;
import dev.ssespec.report.SummaryMarkdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The folder that a run leaves. */
final class ReportFolder {
  /** The source of truth. */
  static final String RECORD = "run.ndjson";

  /** The page for people. */
  static final String PAGE = "report.html";

  private ReportFolder() {}

  /**
   * Makes sure that the folder is there and can be written.
   *
   * @throws UsageException if it cannot
   */
  static Path prepare(Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, ".probe", "");
      Files.delete(probe);
      return folder;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  static UsageException unwritable(Path folder, IOException e) {
    return new UsageException("The report folder " + folder + " cannot be written: " + e);
  }

  /** Renders everything from the record that stands in the folder. */
  static Run render(Path folder, boolean strict, Baseline baseline, LocalDate today) {
    try {
      Run run = RunFile.read(folder.resolve(RECORD));
      Files.writeString(folder.resolve(PAGE), HtmlReport.render(run, strict));
      Files.writeString(folder.resolve("junit.xml"), JUnitXml.render(run, strict, baseline, today));
      Files.writeString(folder.resolve("summary.md"), SummaryMarkdown.render(run, strict));
      Files.writeString(folder.resolve("badge.svg"), Badge.render(run.totals(), run.complete()));
      return run;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }
}

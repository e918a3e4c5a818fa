package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  @Test
  void isWrittenForLooking() throws IOException {
    var folder = Files.createDirectories(Path.of("target", "sample"));
    Files.writeString(folder.resolve("report.html"), HtmlReport.render(Sample.run()));
    Files.writeString(folder.resolve("client.html"), HtmlReport.render(Sample.clientRun()));
    assertThat(folder).isDirectory();
  }
}

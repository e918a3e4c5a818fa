package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Whole outputs, as files beside the tests that a person has read. What came instead is left in
 * {@code target/golden}.
 */
final class Golden {
  private Golden() {}

  static void assertSame(String name, String actual) {
    try {
      var folder = Files.createDirectories(Path.of("target", "golden"));
      Files.writeString(folder.resolve(name), actual);
      try (var in = Golden.class.getResourceAsStream(name)) {
        var expected =
            in == null
                ? "(no " + name + ")"
                : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(actual).isEqualTo(expected);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every verdict once, in few lines; a hostile name and a credential in it. */
  static Run run() {
    var whole = Sample.run("quick-sse|<b>@all", "parser", Set.of("P-002"), Set.of("P-050"));
    var codes = Set.of("P-001", "P-002", "P-050", "P-051", "P-060", "P-080");
    return new Run(
        whole.header(),
        whole.abouts().stream().filter(about -> codes.contains(about.code())).toList(),
        whole.cases().stream()
            .filter(each -> codes.contains(each.code()))
            .filter(each -> "lf".equals(each.variant().get("ending")))
            .map(each -> each.withTranscript(List.of()))
            .toList(),
        true);
  }
}

package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client's verdict told apart, and the parser's cases that were replayed to it. */
class ClientColumnsTest {
  private static final Map<String, String> HTTP = Map.of("over", "http");

  private final Run run =
      new Run(
          Make.header("lib"),
          List.of(Make.about("P-002", "parse/area/P-002", Level.MUST)),
          List.of(
              told(Make.record("C-001", Level.MUST, Verdict.PASS), Verdict.PASS, Verdict.PASS),
              told(
                  Make.record("P-002", Level.MUST, Verdict.FAIL, HTTP), Verdict.PASS, Verdict.FAIL),
              Make.record("P-003", Level.MUST, Verdict.PASS, HTTP)),
          true);

  private static CaseRecord told(CaseRecord record, Verdict application, Verdict connection) {
    return new CaseRecord(
        record.code(),
        record.id(),
        record.revision(),
        record.variant(),
        record.level(),
        record.verdict(),
        record.failure(),
        record.skip(),
        record.outcome(),
        record.reason(),
        record.expected(),
        record.actual(),
        application,
        connection,
        record.durationMs(),
        record.repeat(),
        record.transcript());
  }

  @Test
  void comeBackFromTheFileAndFitTheSchema(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("run.ndjson");
    try (var file = RunFile.create(path, true)) {
      run.replay(file);
    }
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                Objects.requireNonNull(RunFile.class.getResourceAsStream("run.schema.json")));

    assertThat(Files.readAllLines(path))
        .allSatisfy(line -> assertThat(schema.validate(Make.json(line))).isEmpty());
    assertThat(Files.readString(path))
        .contains("\"application\":\"pass\",\"connection\":\"fail\"")
        .contains("\"replayed\":{\"must\":{\"pass\":1,\"nonStrict\":0,\"fail\":1");
    assertThat(RunFile.read(path).cases()).isEqualTo(run.cases());
  }

  @Test
  void areShortOnTheConsole() {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    run.replay(new Console(out, Console.Options.plain(LocalDate.of(2026, 11, 20))));

    assertThat(bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            lib as parser · 3 checks · seed 42
            ✗ P-002 parse/area/P-002  over=http  must · fail (wrong-result)
              Title of P-002
                because   Because.
                verdicts  application pass · connection fail
                repeat    ./ssespec parser --only P-002
            parse/area                      1 pass
            replayed over HTTP              1 pass · 1 fail
            must 1/1 · replayed must 1/2
            """);
  }

  @Test
  void haveAPlaceOfTheirOwnInTheReport() {
    assertThat(HtmlReport.render(run))
        .contains("Deviations in parser cases, replayed over HTTP (1)")
        .contains("parse/area, replayed over HTTP")
        .contains("the connection did");
  }

  @Test
  void areLettersInTheMatrix() {
    assertThat(MatrixMarkdown.render(List.of(run), List.of()))
        .contains("must 1/1 · replayed must 1/2")
        .contains("| P-002 Title of P-002 | must | ✗c |");
    assertThat(MatrixHtml.render(List.of(run), List.of()))
        .contains("title=\"lib: fail (wrong-result) · application pass · connection fail\"");
  }

  @Test
  void standApartOnTheBadge() {
    assertThat(Badge.render(run.totals(), true)).contains("✗ must 1/1 · replayed 1/2");
  }
}

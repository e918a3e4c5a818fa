package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSchemaTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(RunFile.class.getResourceAsStream("run.schema.json")));

  private final List<String> lines;

  RunSchemaTest(@TempDir Path folder) throws IOException {
    var path = folder.resolve("run.ndjson");
    try (var file = RunFile.create(path)) {
      Sample.run().replay(file);
    }
    lines = Files.readAllLines(path);
  }

  private static List<String> complaints(String line) {
    var messages = new TreeSet<String>();
    SCHEMA.validate(Make.json(line)).forEach(found -> messages.add(found.getMessage()));
    return List.copyOf(messages);
  }

  private String first(String kind) {
    return lines.stream()
        .filter(line -> line.startsWith("{\"kind\":\"" + kind + "\""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void holdsForEveryLineOfARun() {
    assertThat(lines).hasSizeGreaterThan(100);
    assertThat(lines.stream().flatMap(line -> complaints(line).stream())).isEmpty();
  }

  @Test
  void letsALaterKindBe() {
    assertThat(complaints("{\"kind\":\"later\",\"any\":1}")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} becomes {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "run   | \"schema\":1              | \"schema\":2               | $.schema: must be the constant value '1'",
        "run   | \"role\":\"               | \"role\":\"x               | $.role: does not have a value in the enumeration [\"parser\", \"client\", \"server\", \"server-url\", \"proxy\"]",
        "run   | \"seed\":                 | \"sed\":                   | $: required property 'seed' not found",
        "about | \"code\":\"               | \"code\":\"p               | $.code: does not match the regex pattern ^[A-Z]-[0-9]+$",
        "about | \"title\":                | \"name\":                  | $: required property 'title' not found",
        "case  | \"verdict\":\"            | \"verdict\":\"x            | $.verdict: does not have a value in the enumeration [\"pass\", \"non-strict\", \"fail\", \"info\", \"skip\", \"inconclusive\"]",
        "case  | \"durationMs\":           | \"durationMs\":-1,\"was\": | $.durationMs: must have a minimum value of 0",
        "case  | \"at\":                   | \"att\":                   | $.transcript[0]: required property 'at' not found",
        "case  | \"verdict\":\"pass\"      | \"verdict\":\"fail\"       | $: required property 'failure' not found",
        "case  | \"verdict\":\"pass\"      | \"verdict\":\"skip\"       | $: required property 'skip' not found",
        "end   | \"complete\":true         | \"complete\":false         | $.complete: must be the constant value 'true'",
      })
  void refusesALineThatIsWrong(String kind, String part, String other, String complaint) {
    var line = first(kind);
    assertThat(line).contains(part);
    var wrong =
        line.substring(0, line.indexOf(part))
            + other
            + line.substring(line.indexOf(part) + part.length());
    assertThat(complaints(wrong)).contains(complaint);
  }

  @Test
  void refusesALineWithoutAKind() {
    assertThat(complaints("{}")).contains("$: required property 'kind' not found");
  }
}

package dev.ssespec.run;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;
import static dev.ssespec.run.ScriptedTarget.firstChunk;
import static dev.ssespec.run.ScriptedTarget.isParse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Case;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Failure;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class BadAdapterTest {
  private static final String MARK = "danger";
  private static final List<Case> CASES =
      List.of(
          one("P-901", "data: one\n\n", "one"),
          one("P-902", "data: danger\n\n", "danger"),
          one("P-903", "data: three\n\n", "three"));

  private static Case one(String code, String stream, String data) {
    return parser(code, "parse/test/one")
        .must("One event")
        .clauses("interpret/empty-line")
        .why("A test.")
        .hint("A test.")
        .stream(stream)
        .asIs()
        .expect(message(data))
        .build();
  }

  @Test
  void noiseBesideRightAnswersChangesNothing() {
    Map<String, CaseRecord> records =
        run(
            (message, sound, ear) -> {
              ear.noise("DEBUG " + message);
              sound.tell(message);
            });

    assertThat(verdicts(records)).containsOnly(Verdict.PASS);
  }

  @Test
  void aTargetThatDiesInOneCaseCostsThatCaseAlone() {
    var target =
        new ScriptedTarget(
            (message, sound, ear) -> {
              if (isDangerous(message)) {
                ear.gone("the process exited with code 7");
              } else {
                sound.tell(message);
              }
            });
    Map<String, CaseRecord> records = run(target, 5);

    assertThat(record(records, "P-902").failure()).isEqualTo(Failure.CRASH);
    assertThat(record(records, "P-902").reason())
        .isEqualTo("The target died: the process exited with code 7.");
    assertThat(record(records, "P-901").verdict()).isEqualTo(Verdict.PASS);
    assertThat(record(records, "P-903").verdict()).isEqualTo(Verdict.PASS);
    assertThat(target.starts()).isGreaterThan(1);
  }

  @Test
  void aTargetThatHangsInOneCaseCostsThatCaseAlone() {
    Map<String, CaseRecord> records =
        run(
            new ScriptedTarget(
                (message, sound, ear) -> {
                  if (!isDangerous(message)) {
                    sound.tell(message);
                  }
                }),
            1);

    assertThat(record(records, "P-902").failure()).isEqualTo(Failure.HANG);
    assertThat(record(records, "P-901").verdict()).isEqualTo(Verdict.PASS);
    assertThat(record(records, "P-903").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void answersInAnotherOrderAreAnswers() {
    Map<String, ObjectNode> held = new ConcurrentHashMap<>();
    Map<String, CaseRecord> records =
        run(
            (message, sound, ear) -> {
              if (isParse(message) && firstChunk(message).contains("one") && held.isEmpty()) {
                held.put("first", message);
              } else {
                sound.tell(message);
                ObjectNode first = held.get("first");
                if (isParse(message) && first != null) {
                  sound.tell(first);
                }
              }
            });

    assertThat(verdicts(records)).containsOnly(Verdict.PASS);
  }

  @Test
  void anAnswerWithAnIdThatNobodyAskedForIsNoAnswer() {
    Map<String, CaseRecord> records =
        run(
            new ScriptedTarget(
                (message, sound, ear) -> {
                  if (isDangerous(message)) {
                    ear.said(Json.message("parsed").put("id", "unknown"));
                  } else {
                    sound.tell(message);
                  }
                }),
            1);

    assertThat(record(records, "P-902").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(record(records, "P-901").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aLibraryThatThrowsFailsInThatCaseAlone() {
    Map<String, CaseRecord> records =
        run(
            (message, sound, ear) -> {
              if (isDangerous(message)) {
                ear.said(
                    Json.message("failed")
                        .put("id", message.path("id").asText())
                        .put("error", "boom"));
              } else {
                sound.tell(message);
              }
            });

    assertThat(record(records, "P-902").failure()).isEqualTo(Failure.CRASH);
    assertThat(record(records, "P-902").reason()).startsWith("The library threw: \"boom\"");
    assertThat(record(records, "P-903").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aTargetThatIsGoneBeforeHelloCannotBeTested() {
    var target =
        new ScriptedTarget((message, sound, ear) -> ear.gone("the process exited with code 1"));

    assertThatThrownBy(() -> new Runner(plug(target), options(1)))
        .isInstanceOf(Link.StartException.class)
        .hasMessage(
            "The target was gone before it answered hello: the process exited with code 1.");
  }

  @Test
  void anAdapterThatSaysYesToEverythingIsFoundOut() {
    var target =
        new ScriptedTarget(
            (message, sound, ear) -> {
              if (isParse(message) || message.path("op").asText().equals("hello")) {
                sound.tell(message);
              } else {
                ear.said(Json.message("parsed").put("id", message.path("id").asText()));
              }
            });
    try (var runner = new Runner(plug(target), options(5))) {
      assertThat(runner.honesty()).startsWith("it answered an operation that does not exist with");
    }
  }

  private static boolean isDangerous(ObjectNode message) {
    StringBuilder all = new StringBuilder();
    message
        .path("chunks")
        .forEach(
            chunk ->
                all.append(
                    new String(
                        java.util.Base64.getDecoder().decode(chunk.asText()),
                        java.nio.charset.StandardCharsets.UTF_8)));
    return isParse(message) && all.toString().contains(MARK);
  }

  private static CaseRecord record(Map<String, CaseRecord> records, String code) {
    return Objects.requireNonNull(records.get(code), code);
  }

  private static List<Verdict> verdicts(Map<String, CaseRecord> records) {
    return records.values().stream().map(CaseRecord::verdict).toList();
  }

  private static Plug plug(ScriptedTarget target) {
    return new Plug(Role.PARSER, target, "./ssespec parser", List.of());
  }

  private static RunOptions options(int seconds) {
    return new RunOptions(3, 2, Duration.ofSeconds(seconds));
  }

  private static Map<String, CaseRecord> run(ScriptedTarget.Behaviour behaviour) {
    return run(new ScriptedTarget(behaviour), 20);
  }

  /** The worst record of each case. */
  private static Map<String, CaseRecord> run(ScriptedTarget target, int seconds) {
    List<CaseRecord> all = new ArrayList<>();
    try (var runner = new Runner(plug(target), options(seconds))) {
      runner.run(
          CASES,
          new RunListener() {
            @Override
            public void judged(CaseRecord record) {
              all.add(record);
            }
          });
    }
    Map<String, CaseRecord> worst = new TreeMap<>();
    for (CaseRecord record : all) {
      worst.merge(record.code(), record, (a, b) -> rank(a) >= rank(b) ? a : b);
    }
    return worst;
  }

  private static int rank(CaseRecord record) {
    return switch (record.verdict()) {
      case FAIL -> 3;
      case INCONCLUSIVE -> 2;
      case PASS, NON_STRICT, INFO -> 1;
      case SKIP -> 0;
    };
  }
}

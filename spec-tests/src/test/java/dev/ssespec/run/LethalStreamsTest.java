package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Failure;
import dev.ssespec.report.RunListener;
import dev.ssespec.target.Link;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A generated stream that the target does not survive is made smaller like any other. */
class LethalStreamsTest {
  private static final String HOW = "the process exited with code 3";

  @Test
  void aStreamThatKillsIsMadeSmaller() {
    CaseRecord record = record("P-302", dyingOf("\0"), 5);

    assertThat(record.failure()).isEqualTo(Failure.CRASH);
    assertThat(record.reason())
        .matches(
            "The target died: the process exited with code 3\\. Stream of 1 byte: \"\\\\0\" = 00"
                + " \\(seed 3, try \\d+ of 100; shrunk from \\d+ bytes with \\d+ trials and \\d+"
                + " new starts\\)");
    assertThat(record.repeat()).isEqualTo("./ssespec parser --only P-302 --seed 3");
  }

  @Test
  void bothStreamsOfAPairAreShown() {
    CaseRecord record = record("P-304", dyingOf(":"), 5);

    assertThat(record.failure()).isEqualTo(Failure.CRASH);
    assertThat(record.reason())
        .matches(
            "The target died: the process exited with code 3\\. Stream of 0 bytes: \"\"; then"
                + " 2 bytes: \":\\\\n\" = 3a 0a \\(seed 3, try \\d+ of 100; .*\\)");
  }

  @Test
  void aStreamThatIsNeverAnsweredIsMadeSmaller() {
    var silent =
        new ScriptedTarget(
            (message, sound, ear) -> {
              if (!holds(message, "\0")) {
                sound.tell(message);
              }
            });

    CaseRecord record = record("P-302", silent, 2);

    assertThat(record.failure()).isEqualTo(Failure.HANG);
    assertThat(record.reason())
        .matches(
            "The target took the stream and never answered\\. Stream of .*00.* \\(seed 3, try \\d+"
                + " of 100; shrunk from .*\\)");
  }

  @Test
  void whatCameBeforeMayHaveBeenTheCause() {
    var asked = new AtomicInteger();
    var tired =
        new ScriptedTarget(
            (message, sound, ear) -> {
              if (asked.incrementAndGet() % 40 == 0) {
                ear.gone(HOW);
              } else {
                sound.tell(message);
              }
            });

    CaseRecord record = record("P-302", tired, 5);

    assertThat(record.failure()).isEqualTo(Failure.CRASH);
    assertThat(record.reason())
        .endsWith(
            " of 100; not made smaller: a fresh target survives it, so what came before has a part"
                + " in it)");
  }

  private static ScriptedTarget dyingOf(String text) {
    return new ScriptedTarget(
        (message, sound, ear) -> {
          if (holds(message, text)) {
            ear.gone(HOW);
          } else {
            sound.tell(message);
          }
        });
  }

  private static boolean holds(ObjectNode message, String text) {
    var latin = new StringBuilder();
    for (var chunk : message.path("chunks")) {
      byte[] bytes = Base64.getDecoder().decode(chunk.asText());
      latin.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    boolean probe = message.path("id").asText().startsWith("probe");
    return !probe && latin.indexOf(text) >= 0;
  }

  private static CaseRecord record(String code, Link.Starter target, int seconds) {
    List<CaseRecord> records = new ArrayList<>();
    var plug = new Plug(Role.PARSER, target, "./ssespec parser", List.of());
    try (var runner = new Runner(plug, new RunOptions(3, 2, Duration.ofSeconds(seconds)))) {
      runner.run(
          List.of(Catalogue.whole().find(code).orElseThrow()),
          new RunListener() {
            @Override
            public void judged(CaseRecord record) {
              records.add(record);
            }
          });
    }
    assertThat(records).hasSize(1);
    return records.get(0);
  }
}

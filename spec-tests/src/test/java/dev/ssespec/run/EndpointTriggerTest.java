package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTriggerTest {
  private static final Duration WATCH = Duration.ofSeconds(5);

  private static List<CaseRecord> watch(QuietServer server, String trigger, Duration watch)
      throws InterruptedException {
    var options = EndpointOptions.of(server.uri("/events")).lasting(watch, Duration.ofSeconds(4));
    return EndpointTrial.records(
        trigger.isEmpty() ? options : options.triggeredBy(EndpointTrigger.parse(trigger)));
  }

  private static CaseRecord record(List<CaseRecord> records, String code) {
    return records.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void aQuietEndpointIsSeenToSendWhereItIsPostedTo() throws IOException, InterruptedException {
    try (var server = new QuietServer(false)) {
      List<CaseRecord> records = watch(server, server.uri("/emit").toString(), WATCH);

      assertThat(server.posts()).isBetween(2, Triggering.MOST);
      assertThat(record(records, "S-005").verdict()).isEqualTo(Verdict.INFO);
      assertThat(record(records, "S-025").verdict()).isEqualTo(Verdict.PASS);
      // It resumes nothing, which shows where enough events came meanwhile.
      records.removeIf(one -> one.id().startsWith("server/resume/"));
      assertThat(EndpointTrial.findings(records, Verdict.INCONCLUSIVE, Verdict.FAIL)).isEmpty();
    }
  }

  @Test
  void aHeadThatWaitsForAnEventIsSeenToWait() throws IOException, InterruptedException {
    try (var server = new QuietServer(true)) {
      List<CaseRecord> records = watch(server, "GET " + server.uri("/emit"), WATCH);

      assertThat(server.posts()).isZero();
      assertThat(record(records, "S-004").verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void aCommandThatFailsIsNamedWithItsLastWords() throws IOException, InterruptedException {
    assertReason(
        "echo no such room; exit 3", "The trigger failed: it exited with 3: no such room.");
  }

  @Test
  void anAddressThatAnswersWithAnErrorIsNamed() throws IOException, InterruptedException {
    try (var other = new QuietServer(false)) {
      assertReason("PUT " + other.uri("/"), "The trigger failed: the answer was a 405.");
    }
  }

  @Test
  void aTriggerWithoutEffectIsNamed() throws IOException, InterruptedException {
    assertReason("true", "The trigger was pulled \\w+( times)?, and no event came of it.");
  }

  private static void assertReason(String trigger, String reason)
      throws IOException, InterruptedException {
    try (var server = new QuietServer(false)) {
      CaseRecord seen = record(watch(server, trigger, Duration.ofSeconds(1)), "S-005");

      assertThat(seen.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(seen.reason()).matches("No event came in \\d+\\.\\d s\\. " + reason);
    }
  }

  @Test
  void theCommandThatRepeatsACaseHasItsTrigger() throws IOException, InterruptedException {
    try (var server = new QuietServer(false)) {
      CaseRecord seen = record(watch(server, "true", Duration.ofMillis(500)), "S-005");

      assertThat(seen.repeat())
          .isEqualTo(
              "./ssespec server "
                  + server.uri("/events")
                  + " --for 500ms --trigger true --only S-005");
    }
  }

  @Test
  void theCommandThatRepeatsACaseAsksForHttpTwoWhereTheRunDid() throws Exception {
    try (var server = new QuietServer(false)) {
      var options =
          EndpointOptions.of(server.uri("/events"))
              .lasting(Duration.ofMillis(500), Duration.ofSeconds(4))
              .speakingHttpTwo(server.uri("/events"));

      assertThat(record(EndpointTrial.records(options), "S-052").repeat())
          .isEqualTo(
              "./ssespec server " + server.uri("/events") + " --for 500ms --http2 --only S-052");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "ftp://127.0.0.1/", "http:///emit", "POST https://a|b/"})
  void whatIsNeitherACommandNorAnAddressIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EndpointTrigger.parse(text))
        .withMessageMatching("--trigger (must be|takes) a command.*");
  }

  @Test
  void anAddressIsPostedToUnlessAMethodStandsAhead() {
    assertThat(EndpointTrigger.parse("http://127.0.0.1/emit").inWords())
        .isEqualTo("http://127.0.0.1/emit");
    assertThat(EndpointTrigger.parse("GET http://127.0.0.1/emit").inWords())
        .isEqualTo("GET http://127.0.0.1/emit");
    assertThat(EndpointTrigger.parse("curl -s http://127.0.0.1/emit"))
        .isEqualTo(new EndpointTrigger.Command("curl -s http://127.0.0.1/emit"));
  }
}

package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.playground.Playground;
import dev.ssespec.playground.PlaygroundOptions;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Verdict;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** The demos hold what the kit asks of others. */
class DemosTest {
  private static final PlaygroundOptions OPTIONS =
      PlaygroundOptions.on("jdbc:h2:mem:").withBeat(Duration.ofMillis(200)).withSpeed(5);

  private static Map<String, List<CaseRecord>> watched(Map<String, URI> streams)
      throws InterruptedException, ExecutionException {
    Map<String, Callable<List<CaseRecord>>> trials = new LinkedHashMap<>();
    streams.forEach(
        (name, uri) ->
            trials.put(
                name,
                () ->
                    EndpointTrial.records(
                        EndpointOptions.of(uri)
                            .lasting(Duration.ofSeconds(4), Duration.ofSeconds(10))
                            .speakingHttpTwo(uri))));
    return EndpointTrial.all(trials);
  }

  @Test
  void everyDemoIsGoodInEveryCase() throws SQLException, InterruptedException, ExecutionException {
    try (Playground playground = Playground.start(OPTIONS)) {
      Map<String, Map<String, String>> findings = new TreeMap<>();
      watched(playground.streams())
          .forEach(
              (name, records) ->
                  findings.put(
                      name,
                      EndpointTrial.findings(
                          records, Verdict.FAIL, Verdict.NON_STRICT, Verdict.INCONCLUSIVE)));
      assertThat(findings.keySet())
          .containsExactly("cinema", "classroom", "counter", "messenger", "ticker");
      assertThat(findings).allSatisfy((name, found) -> assertThat(found).as(name).isEmpty());
    }
  }

  @Test
  void theCounterThatIsThroughSaysSoToWhomComesBack()
      throws SQLException, InterruptedException, ExecutionException {
    try (Playground playground = Playground.start(OPTIONS.withSpeed(1000))) {
      URI counter = playground.streams().getOrDefault("counter", playground.uri());
      List<CaseRecord> records =
          watched(Map.of("counter", counter)).getOrDefault("counter", List.of());
      assertThat(EndpointTrial.findings(records, Verdict.FAIL, Verdict.INCONCLUSIVE)).isEmpty();
      assertThat(EndpointTrial.findings(records, Verdict.INFO).get("S-051"))
          .isEqualTo(
              "info: The stream ended by itself after 100 events; who comes back gets"
                  + " HTTP/1.1 204 No Content (no media type).");
    }
  }
}

package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.peer.PlainToldServer;
import dev.ssespec.peer.ToldTraits;
import dev.ssespec.playground.Playground;
import dev.ssespec.playground.PlaygroundOptions;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.JvmServerLink;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;

/**
 * A told server and a demo's stream, as patient as when a user runs them, again and again, while
 * every core is kept busy by something else: the same verdicts, every time. Takes minutes; runs in
 * the profile {@code steady}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SteadyServerRuns {
  private static final int RUNS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration WATCH = Duration.ofSeconds(5);

  private final Map<String, Map<String, Verdict>> first = new TreeMap<>();

  /** Code is loaded on idle cores once: a user's first run is not on busy ones either. */
  @BeforeAll
  void loads() throws InterruptedException, SQLException {
    told();
    watched();
  }

  @RepeatedTest(RUNS)
  void theSameVerdictsOfAToldServerEveryTime() {
    try (var busy = new BusyCores()) {
      busy.begin();
      compare("told", told());
    }
  }

  @RepeatedTest(RUNS)
  void theSameVerdictsOfADemoEveryTime() throws InterruptedException, SQLException {
    try (var busy = new BusyCores()) {
      busy.begin();
      compare("watched", watched());
    }
  }

  private void compare(String what, Map<String, String> found) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    Map<String, String> bad = new TreeMap<>();
    found.forEach(
        (code, said) -> {
          Verdict verdict = Verdict.valueOf(said.substring(0, said.indexOf(' ')));
          verdicts.put(code, verdict);
          if (verdict == Verdict.FAIL || verdict == Verdict.INCONCLUSIVE) {
            bad.put(code, said);
          }
        });
    assertThat(bad).isEmpty();
    assertThat(verdicts).as("%s", found).isEqualTo(first.computeIfAbsent(what, w -> verdicts));
  }

  private static Map<String, String> told() {
    Map<String, String> found = new TreeMap<>();
    var plug =
        new Plug(
            Role.SERVER,
            JvmServerLink.of(PlainToldServer.info("peer"), new PlainToldServer(ToldTraits.sound())),
            "",
            List.of());
    try (var runner =
        new Runner(plug, new RunOptions(7, 4, PATIENCE, RunOptions.tries(Role.SERVER)))) {
      runner.run(Catalogue.whole().playedTo(Role.SERVER), into(found));
    }
    return found;
  }

  private static Map<String, String> watched() throws InterruptedException, SQLException {
    Map<String, String> found = new TreeMap<>();
    var options = PlaygroundOptions.on("jdbc:h2:mem:").withBeat(Duration.ofMillis(200));
    try (Playground playground = Playground.start(options)) {
      URI ticker = playground.streams().getOrDefault("ticker", playground.uri());
      var how = EndpointOptions.of(ticker).lasting(WATCH, PATIENCE).speakingHttpTwo(ticker);
      var run = new EndpointRun(how, EndpointTrial.cases());
      assertThat(run.play()).isEmpty();
      run.judge(into(found));
    }
    return found;
  }

  private static RunListener into(Map<String, String> found) {
    return new RunListener() {
      @Override
      public synchronized void judged(CaseRecord judged) {
        found.put(judged.code(), judged.verdict() + " " + judged.reason());
      }
    };
  }
}

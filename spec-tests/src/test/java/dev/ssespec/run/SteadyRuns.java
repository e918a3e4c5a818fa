package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.peer.SoundClient;
import dev.ssespec.peer.SoundParser;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.JvmClientLink;
import dev.ssespec.target.JvmParserLink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;

/**
 * The whole, as patient as when a user runs it, against the reference peers, again and again, while
 * every core is kept busy by something else: the same verdicts, every time. Takes minutes; runs in
 * the profile {@code steady}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SteadyRuns {
  private static final int RUNS = 50;

  private final Map<String, Verdict> first = new TreeMap<>();

  @RepeatedTest(RUNS)
  void theSameVerdictsEveryTime() {
    try (var busy = new BusyCores()) {
      busy.begin();
      Map<String, Verdict> verdicts = verdicts();
      assertThat(verdicts)
          .doesNotContainValue(Verdict.FAIL)
          .doesNotContainValue(Verdict.INCONCLUSIVE);
      if (first.isEmpty()) {
        first.putAll(verdicts);
      }
      assertThat(verdicts).isEqualTo(first);
    }
  }

  private static Map<String, Verdict> verdicts() {
    Map<String, Verdict> verdicts = new TreeMap<>();
    collect(
        new Plug(Role.PARSER, JvmParserLink.of(SoundParser.INFO, new SoundParser()), "", List.of()),
        new RunOptions(7, 4, Duration.ofSeconds(60)),
        verdicts);
    try (var client = new SoundClient()) {
      collect(
          new Plug(Role.CLIENT, JvmClientLink.of(SoundClient.INFO, client), "", List.of()),
          new RunOptions(7, 64, Duration.ofSeconds(15), RunOptions.CLIENT_TRIES),
          verdicts);
    }
    return verdicts;
  }

  private static void collect(Plug plug, RunOptions options, Map<String, Verdict> verdicts) {
    try (var runner = new Runner(plug, options)) {
      runner.run(
          Catalogue.whole().playedTo(plug.role()),
          new RunListener() {
            @Override
            public void judged(CaseRecord judged) {
              verdicts.put(judged.code() + judged.variant(), judged.verdict());
            }
          });
    }
  }
}

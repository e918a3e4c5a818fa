package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private static CaseRecord record(String code, Verdict verdict, String chunks) {
    return Make.record(code, Level.MUST, verdict, Map.of("chunks", chunks, "ending", "lf"));
  }

  private static Baseline.Entry entry(
      String code, Map<String, String> variant, @Nullable Failure failure, String expires) {
    return new Baseline.Entry(code, variant, Verdict.FAIL, failure, "", "", expires);
  }

  private static final Baseline.Entry ANY = entry("P-1", Map.of(), null, "");

  @Nested
  class Comparing {
    private static BaselineVerdict verdict(List<Baseline.Entry> entries, CaseRecord... records) {
      return BaselineVerdict.of(new Baseline(entries), List.of(records), false, TODAY);
    }

    @Test
    void takesADeviationThatIsExpectedAsGood() {
      var fail = record("P-1", Verdict.FAIL, "two");
      assertThat(verdict(List.of(ANY), fail, record("P-1", Verdict.PASS, "whole")))
          .isEqualTo(
              new BaselineVerdict(List.of(), List.of(fail), List.of(), List.of(), List.of()));
    }

    @Test
    void findsADeviationThatNoEntryExpects() {
      var here = entry("P-1", Map.of("chunks", "w*"), Failure.WRONG_RESULT, "");
      var whole = record("P-1", Verdict.FAIL, "whole");
      var two = record("P-1", Verdict.FAIL, "two");
      assertThat(verdict(List.of(here), whole, two))
          .isEqualTo(
              new BaselineVerdict(List.of(two), List.of(whole), List.of(), List.of(), List.of()));
    }

    @Test
    void findsADeviationOfAnotherKindThanExpectedAndTheEntryStale() {
      var hang = entry("P-1", Map.of(), Failure.HANG, "");
      var fail = record("P-1", Verdict.FAIL, "two");
      assertThat(verdict(List.of(hang), fail))
          .isEqualTo(
              new BaselineVerdict(List.of(fail), List.of(), List.of(hang), List.of(), List.of()));
    }

    @Test
    void findsAnEntryThatNoLongerHolds() {
      assertThat(verdict(List.of(ANY), record("P-1", Verdict.PASS, "two")).stale())
          .containsExactly(ANY);
    }

    @Test
    void saysNothingOfAnEntryWhoseCaseWasNotJudged() {
      assertThat(verdict(List.of(ANY)).isBad()).isFalse();
      assertThat(verdict(List.of(ANY), record("P-1", Verdict.SKIP, "two")).isBad()).isFalse();
    }

    @Test
    void takesAnEntryWhoseDayIsOverForNothing() {
      var over = entry("P-1", Map.of(), null, "2026-11-19");
      var last = entry("P-2", Map.of(), null, "2026-11-20");
      var one = record("P-1", Verdict.FAIL, "two");
      var other = record("P-2", Verdict.FAIL, "two");
      assertThat(verdict(List.of(over, last), one, other))
          .isEqualTo(
              new BaselineVerdict(
                  List.of(one), List.of(other), List.of(), List.of(over), List.of()));
    }

    @Test
    void findsEntriesOfCasesThatDoNotExist() {
      assertThat(new Baseline(List.of(ANY)).unknown(Set.of("P-2"))).containsExactly(ANY);
      assertThat(new Baseline(List.of(ANY)).unknown(Set.of("P-1"))).isEmpty();
    }

    @Test
    void findsEntriesWhoseConditionMatchesNoVariant() {
      var odd = entry("P-1", Map.of("chunk", "two"), null, "");
      assertThat(
              new Baseline(List.of(ANY, odd))
                  .unmatched(List.of(record("P-1", Verdict.FAIL, "two"))))
          .containsExactly(odd);
    }
  }

  @Nested
  class OnDisk {
    private final Path path;

    OnDisk(@TempDir Path folder) {
      path = folder.resolve("baseline.json");
    }

    @Test
    void comesBackEqual() throws IOException {
      var full =
          new Baseline.Entry(
              "P-2", Map.of("chunks", "*"), Verdict.FAIL, Failure.HANG, "é", "#1", "2027-01-31");
      new Baseline(List.of(ANY, full)).write(path);
      assertThat(Files.readString(path))
          .isEqualTo(
              """
              {
                "schema": 1,
                "entries": [
                  {"code":"P-1","verdict":"fail"},
                  {"code":"P-2","variant":{"chunks":"*"},"verdict":"fail","failure":"hang","reason":"\\u00E9","issue":"#1","expires":"2027-01-31"}
                ]
              }
              """);
      assertThat(Baseline.read(path)).isEqualTo(new Baseline(List.of(ANY, full)));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "[] | it wants \"schema\":1 and \"entries\"",
          "{\"schema\":1,\"entries\":[{\"verdict\":\"fail\"}]} | an entry without a code",
          "{\"schema\":1,\"entries\":[{\"code\":\"P-1\"}]} | an entry without a verdict",
          "{\"schema\":1,\"entries\":[{\"code\":\"P-1\",\"verdict\":\"pass\"}]} | P-1: verdict pass is no deviation",
          "{\"schema\":1,\"entries\":[{\"code\":\"P-1\",\"verdict\":\"fail\",\"expires\":\"soon\"}]} | P-1: expires \"soon\" is no date like 2027-01-31",
          "{\"schema\":1,\"entries\":[{\"code\":\"P-1\",\"verdict\":\"fail\",\"varient\":{}}]} | unknown key \"varient\"; known: [code, variant, verdict, failure, reason, issue, expires]",
        })
    void isRefusedWithASentence(String content, String complaint) throws IOException {
      Files.writeString(path, content);
      assertThatThrownBy(() -> Baseline.read(path))
          .isInstanceOf(IOException.class)
          .hasMessage(path + " is no baseline: " + complaint);
    }
  }

  @Nested
  class Writing {
    private static Baseline written(Baseline old, CaseRecord... records) {
      return new BaselineWriter(old, false).write(List.of(records));
    }

    private static Baseline.Entry wrong(String code, Map<String, String> variant) {
      return entry(code, variant, Failure.WRONG_RESULT, "");
    }

    @Test
    void makesOneEntryWhereEveryVariantDeviates() {
      assertThat(
              written(
                      Baseline.EMPTY,
                      record("P-1", Verdict.FAIL, "two"),
                      record("P-1", Verdict.FAIL, "whole"))
                  .entries())
          .containsExactly(wrong("P-1", Map.of()));
    }

    @Test
    void namesNoMoreOfTheVariantThanItMust() {
      assertThat(
              written(
                      Baseline.EMPTY,
                      record("P-1", Verdict.FAIL, "two"),
                      record("P-1", Verdict.PASS, "whole"))
                  .entries())
          .containsExactly(wrong("P-1", Map.of("chunks", "two")));
    }

    @Test
    void keepsTheReasonOfWhatStillHoldsAndDropsTheRest() {
      var known =
          new Baseline.Entry(
              "P-1", Map.of(), Verdict.FAIL, Failure.WRONG_RESULT, "known", "#1", "2027-01-31");
      var elsewhere = wrong("P-9", Map.of());
      var old = new Baseline(List.of(known, wrong("P-2", Map.of()), elsewhere));
      assertThat(
              written(old, record("P-1", Verdict.FAIL, "two"), record("P-2", Verdict.PASS, "two"))
                  .entries())
          .containsExactly(known, elsewhere);
    }

    @Test
    void expectsExactlyTheRunThatItWasMadeFrom() {
      var records = Sample.run().cases();
      var baseline = new BaselineWriter(Baseline.EMPTY, true).write(records);
      var verdict = BaselineVerdict.of(baseline, records, true, TODAY);
      assertThat(verdict.isBad()).isFalse();
      assertThat(verdict.unjudged())
          .isEqualTo(
              records.stream().filter(each -> each.verdict() == Verdict.INCONCLUSIVE).toList());
    }
  }

  @ParameterizedTest(name = "{0} fails, {1} non-strict, {2} inconclusive, complete {3}, strict {4}")
  @CsvSource({
    "0, 0, 0, true,  false, GOOD",
    "0, 1, 0, true,  false, GOOD",
    "0, 1, 0, true,  true,  DEVIATION",
    "1, 0, 0, true,  false, DEVIATION",
    "1, 0, 1, false, false, DEVIATION",
    "0, 0, 1, true,  false, INCOMPLETE",
    "0, 0, 0, false, false, INCOMPLETE",
  })
  void theExitCodeFollowsFromTheCounts(
      int fail, int nonStrict, int inconclusive, boolean complete, boolean strict, ExitCode code) {
    var totals =
        new Totals(Map.of(Level.MUST, new Counts(5, nonStrict, fail, 0, 2, inconclusive, 1)));
    assertThat(ExitCode.of(totals, complete, strict, Optional.empty())).isEqualTo(code);
  }

  @Test
  void theExitCodeFollowsFromTheBaselineWhereThereIsOne() {
    var fail = record("P-1", Verdict.FAIL, "two");
    var vague = record("P-2", Verdict.INCONCLUSIVE, "two");
    assertThat(code(List.of(ANY), fail)).isEqualTo(ExitCode.GOOD);
    assertThat(code(List.of(), fail)).isEqualTo(ExitCode.DEVIATION);
    assertThat(code(List.of(ANY), record("P-1", Verdict.PASS, "two")))
        .isEqualTo(ExitCode.DEVIATION);
    assertThat(code(List.of(ANY), fail, vague)).isEqualTo(ExitCode.INCOMPLETE);
    var expected = new Baseline.Entry("P-2", Map.of(), Verdict.INCONCLUSIVE, null, "", "", "");
    assertThat(code(List.of(ANY, expected), fail, vague)).isEqualTo(ExitCode.GOOD);
  }

  private static ExitCode code(List<Baseline.Entry> entries, CaseRecord... records) {
    var verdict = BaselineVerdict.of(new Baseline(entries), List.of(records), false, TODAY);
    return ExitCode.of(Totals.of(List.of(records)), true, false, Optional.of(verdict));
  }
}

package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunDiffTest {
  private static Run run(CaseRecord... records) {
    return new Run(Make.header("lib"), List.of(), List.of(records), true);
  }

  private static CaseRecord record(String code, Verdict verdict) {
    return Make.record(code, Level.MUST, verdict, Map.of("chunks", "two"));
  }

  private static final Run BEFORE =
      run(
          record("P-1", Verdict.PASS),
          record("P-2", Verdict.FAIL),
          record("P-3", Verdict.PASS),
          record("P-4", Verdict.FAIL),
          record("P-5", Verdict.PASS));
  private static final Run AFTER =
      run(
          record("P-1", Verdict.PASS),
          record("P-2", Verdict.PASS),
          record("P-3", Verdict.FAIL),
          record("P-4", Verdict.INCONCLUSIVE),
          record("P-6", Verdict.PASS));

  @Test
  void namesWhatChangedAndNothingElse() {
    assertThat(RunDiff.of(BEFORE, AFTER, false).text())
        .isEqualTo(
            """
            fixed (1)
              P-2 parse/area/P-2 [chunks=two]  fail (wrong-result) → pass: Because.
            broke (1)
              P-3 parse/area/P-3 [chunks=two]  pass → fail (wrong-result): Because.
            changed (1)
              P-4 parse/area/P-4 [chunks=two]  fail (wrong-result) → inconclusive: Because.
            new (1)
              P-6 parse/area/P-6 [chunks=two]  pass: Because.
            gone (1)
              P-5 parse/area/P-5 [chunks=two]  pass: Because.
            """);
  }

  @Test
  void isJsonToo() {
    var one = run(record("P-2", Verdict.FAIL));
    assertThat(RunDiff.of(one, run(record("P-2", Verdict.PASS)), false).json())
        .isEqualTo(
            Make.json(
                """
                {"changes":[{"kind":"fixed","code":"P-2","id":"parse/area/P-2",
                  "variant":{"chunks":"two"},
                  "before":{"verdict":"fail","failure":"wrong-result","reason":"Because."},
                  "after":{"verdict":"pass","reason":"Because."}}]}
                """));
  }

  @Test
  void saysThatNothingChanged() {
    assertThat(RunDiff.of(BEFORE, BEFORE, false).text()).isEqualTo("no change\n");
  }

  @Test
  void isWorseWhereSomethingBrokeOrIsNewAndBad() {
    var none = run();
    assertThat(RunDiff.of(BEFORE, AFTER, false).isWorse(false)).isTrue();
    assertThat(RunDiff.of(none, run(record("P-1", Verdict.FAIL)), false).isWorse(false)).isTrue();
    assertThat(RunDiff.of(none, run(record("P-1", Verdict.PASS)), false).isWorse(false)).isFalse();
    assertThat(RunDiff.of(AFTER, AFTER, false).isWorse(false)).isFalse();
  }

  @Nested
  class Merging {
    @Test
    void joinsTheCasesOfAllShardsByCode() {
      var one = run(record("P-3", Verdict.PASS), record("P-1", Verdict.SKIP));
      var other = run(record("P-2", Verdict.FAIL), record("P-1", Verdict.PASS));
      assertThat(Shards.merge(List.of(one, other)))
          .isEqualTo(
              run(
                  record("P-1", Verdict.PASS),
                  record("P-2", Verdict.FAIL),
                  record("P-3", Verdict.PASS)));
    }

    @Test
    void isCompleteOnlyWhereEveryShardIs() {
      var cut = new Run(Make.header("lib"), List.of(), List.of(), false);
      assertThat(Shards.merge(List.of(run(), cut)).complete()).isFalse();
    }

    @Test
    void refusesRunsOfDifferentTargets() {
      var other = new Run(Make.header("other"), List.of(), List.of(), true);
      assertThatThrownBy(() -> Shards.merge(List.of(run(), other)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("shards of one run have one target, and these have \"lib\" and \"other\"");
    }
  }
}

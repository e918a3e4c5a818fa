package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotalsTest {
  private static CaseRecord variant(Verdict verdict, String ending) {
    return Make.record("P-1", Level.MUST, verdict, Map.of("ending", ending));
  }

  private static Counts must(CaseRecord... records) {
    return Totals.of(List.of(records)).of(Level.MUST);
  }

  @Test
  void countACaseOnceByItsWorstVariant() {
    assertThat(
            must(
                variant(Verdict.PASS, "lf"),
                variant(Verdict.FAIL, "cr"),
                variant(Verdict.INCONCLUSIVE, "crlf")))
        .isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 0));
    assertThat(must(variant(Verdict.INCONCLUSIVE, "lf"), variant(Verdict.NON_STRICT, "cr")))
        .isEqualTo(new Counts(0, 0, 0, 0, 0, 1, 0));
    assertThat(must(variant(Verdict.PASS, "lf"), variant(Verdict.NON_STRICT, "cr")))
        .isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void countASkipOnlyWhereEveryVariantWasSkipped() {
    assertThat(must(variant(Verdict.SKIP, "lf"), variant(Verdict.PASS, "cr")))
        .isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 0));
    assertThat(must(variant(Verdict.SKIP, "lf"), variant(Verdict.SKIP, "cr")))
        .isEqualTo(new Counts(0, 0, 0, 0, 1, 0, 1));
  }

  @Test
  void headTheRunByLevel() {
    var totals =
        new Totals(
            Map.of(
                Level.MUST, new Counts(116, 2, 3, 0, 5, 0, 3),
                Level.SHOULD, new Counts(14, 0, 2, 0, 0, 0, 0),
                Level.OBSERVE, new Counts(0, 0, 0, 9, 0, 0, 0)));
    assertThat(totals.headline()).isEqualTo("must 118/121 · should 14/16 · 3 not shown");
    assertThat(totals.headline(true)).isEqualTo("must 116/121 · should 14/16 · 3 not shown");
  }

  @Test
  void keepWhatWasReplayedApart() {
    var totals =
        Totals.of(
            List.of(
                Make.record("C-1", Level.MUST, Verdict.PASS, Map.of()),
                Make.record("P-1", Level.MUST, Verdict.PASS, Map.of("over", "http")),
                Make.record("P-2", Level.MUST, Verdict.FAIL, Map.of("over", "http")),
                Make.record("P-3", Level.SHOULD, Verdict.SKIP, Map.of("over", "http"))));

    assertThat(totals.headline()).isEqualTo("must 1/1 · replayed must 1/2");
    assertThat(totals.sum()).isEqualTo(new Counts(2, 0, 1, 0, 1, 0, 0));
    assertThat(RunJson.tree(totals).path("replayed").path("must").path("fail").asInt())
        .isEqualTo(1);
    assertThat(RunJson.tree(Totals.of(List.of())).has("replayed")).isFalse();
  }

  @Test
  void sayWhatCouldNotBeJudged() {
    assertThat(new Totals(Map.of(Level.MUST, new Counts(4, 0, 0, 0, 0, 2, 0))).headline())
        .isEqualTo("must 4/4 · 2 inconclusive");
  }

  @Test
  void showPracticeOnlyWhereSomethingOfItIsBad() {
    assertThat(new Totals(Map.of(Level.PRACTICE, new Counts(0, 0, 1, 2, 0, 0, 0))).headline())
        .isEqualTo("practice 2/3");
  }

  @Test
  void sayThatNothingWasJudged() {
    assertThat(Totals.of(List.of()).headline()).isEqualTo("nothing judged");
  }
}

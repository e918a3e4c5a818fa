package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssespec.report.Failure;
import dev.ssespec.report.SkipReason;
import dev.ssespec.report.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a judge found.
 *
 * @param outcome name of the acceptable outcome that was met, or empty
 * @param reason one sentence for a person; empty where all is as it must be
 */
public record Judgement(
    Verdict verdict,
    @Nullable Failure failure,
    String outcome,
    String reason,
    @Nullable JsonNode expected,
    @Nullable JsonNode actual,
    Columns columns) {

  /** One verdict for the whole. */
  public Judgement(
      Verdict verdict,
      @Nullable Failure failure,
      String outcome,
      String reason,
      @Nullable JsonNode expected,
      @Nullable JsonNode actual) {
    this(verdict, failure, outcome, reason, expected, actual, Columns.NONE);
  }

  /** This judgement, told apart by what the application saw and what the connection did. */
  public Judgement with(Columns newColumns) {
    return new Judgement(verdict, failure, outcome, reason, expected, actual, newColumns);
  }

  /** This judgement with other words. */
  Judgement because(String newReason) {
    return new Judgement(verdict, failure, outcome, newReason, expected, actual, columns);
  }

  /** The canonical outcome. */
  public static Judgement pass() {
    return new Judgement(Verdict.PASS, null, "canonical", "", null, null);
  }

  /** Another acceptable outcome. */
  public static Judgement nonStrict(String outcome, String reason) {
    return new Judgement(Verdict.NON_STRICT, null, outcome, reason, null, null);
  }

  /** No acceptable outcome. */
  public static Judgement fail(
      Failure failure, String reason, @Nullable JsonNode expected, @Nullable JsonNode actual) {
    return new Judgement(Verdict.FAIL, failure, "", reason, expected, actual);
  }

  /** A case that never fails: what was seen. */
  public static Judgement info(String reason, @Nullable JsonNode actual) {
    return new Judgement(Verdict.INFO, null, "", reason, null, actual);
  }

  /** The adapter does not show what the case wants to see. */
  public static Judgement notShown(String reason) {
    return new Judgement(Verdict.SKIP, null, "", reason, null, null);
  }

  /** What happened gave nothing to judge. */
  static Judgement notApplicable(String reason) {
    return new Judgement(Verdict.SKIP, null, SkipReason.NOT_APPLICABLE.word(), reason, null, null);
  }

  /** It could not be judged. */
  public static Judgement inconclusive(String reason) {
    return new Judgement(Verdict.INCONCLUSIVE, null, "", reason, null, null);
  }
}

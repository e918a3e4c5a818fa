package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of one case in one variant; one line of a run.
 *
 * @param variant dimension to value, {@code ending → crlf}; part of no identity
 * @param failure set where the verdict is {@code fail}
 * @param skip set where the verdict is {@code skip}
 * @param outcome name of the acceptable outcome that was met, or empty
 * @param reason one sentence for a person
 * @param expected the canonical outcome, where a comparison decided
 * @param actual what was seen instead, or what was seen at all
 * @param application of a client: the verdict on what the application saw; null where the case does
 *     not look at it
 * @param connection of a client: the verdict on what the connection did; null likewise
 * @param durationMs milliseconds from the first stimulus to the verdict
 * @param repeat the command that repeats this case alone, or empty
 * @param transcript what passed, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseRecord(
    String code,
    String id,
    int revision,
    Map<String, String> variant,
    Level level,
    Verdict verdict,
    @Nullable Failure failure,
    @Nullable SkipReason skip,
    String outcome,
    String reason,
    @Nullable JsonNode expected,
    @Nullable JsonNode actual,
    @Nullable Verdict application,
    @Nullable Verdict connection,
    long durationMs,
    String repeat,
    List<TranscriptEntry> transcript) {

  /** Copies the collections. */
  @JsonCreator
  public CaseRecord {
    variant = Collections.unmodifiableSortedMap(new TreeMap<>(variant));
    transcript = List.copyOf(transcript);
  }

  /** A record whose verdict is not told apart. */
  public CaseRecord(
      String code,
      String id,
      int revision,
      Map<String, String> variant,
      Level level,
      Verdict verdict,
      @Nullable Failure failure,
      @Nullable SkipReason skip,
      String outcome,
      String reason,
      @Nullable JsonNode expected,
      @Nullable JsonNode actual,
      long durationMs,
      String repeat,
      List<TranscriptEntry> transcript) {
    this(
        code,
        id,
        revision,
        variant,
        level,
        verdict,
        failure,
        skip,
        outcome,
        reason,
        expected,
        actual,
        null,
        null,
        durationMs,
        repeat,
        transcript);
  }

  /** This record with another transcript. */
  public CaseRecord withTranscript(List<TranscriptEntry> other) {
    return new CaseRecord(
        code,
        id,
        revision,
        variant,
        level,
        verdict,
        failure,
        skip,
        outcome,
        reason,
        expected,
        actual,
        application,
        connection,
        durationMs,
        repeat,
        other);
  }

  /** Whether a parser's case was replayed over HTTP: counted and shown apart. */
  public boolean replayed() {
    return variant.containsKey("over");
  }

  /** A mandatory behaviour that the adapter cannot show: skipped, and yet not hidden. */
  public boolean notShown() {
    return verdict == Verdict.SKIP && level == Level.MUST && skip == SkipReason.CAPABILITY;
  }
}

package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The deviations that a project knows of and has not mended yet. They still run; what is expected
 * is not bad, and an entry that no longer holds is.
 *
 * <p>The file: {@code {"schema":1,"entries":[{"code":"P-017","variant":{"chunks":"*"},"verdict":
 * "fail","failure":"missing","reason":"…","issue":"https://…","expires":"2027-01-31"}]}}. All but
 * {@code code} and {@code verdict} may be left out.
 */
public record Baseline(List<Entry> entries) {
  /** No deviation known. */
  public static final Baseline EMPTY = new Baseline(List.of());

  private static final List<String> KEYS =
      List.of("code", "variant", "verdict", "failure", "reason", "issue", "expires");

  /**
   * One known deviation.
   *
   * @param variant dimension to glob; all of them must match, none matches every variant
   * @param verdict {@code fail}, {@code non-strict} or {@code inconclusive}
   * @param failure the kind of a {@code fail}; null stands for any
   * @param reason why it is so, for the reader of the file, or empty
   * @param issue where it is dealt with, or empty
   * @param expires the last day on which it is expected, {@code 2027-01-31}, or empty for ever
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Entry(
      String code,
      Map<String, String> variant,
      Verdict verdict,
      @Nullable Failure failure,
      String reason,
      String issue,
      String expires) {

    /** Copies the map; the message of what it throws says what is wrong with the entry. */
    public Entry {
      variant = Collections.unmodifiableSortedMap(new TreeMap<>(variant));
      if (code.isEmpty()) {
        throw new IllegalArgumentException("an entry without a code");
      }
      if (!Set.of(Verdict.FAIL, Verdict.NON_STRICT, Verdict.INCONCLUSIVE).contains(verdict)) {
        throw new IllegalArgumentException(
            code + ": verdict " + verdict.word() + " is no deviation");
      }
      if (failure != null && verdict != Verdict.FAIL) {
        throw new IllegalArgumentException(code + ": a failure kind belongs to a fail alone");
      }
      if (!expires.isEmpty()) {
        requireDate(code, expires);
      }
    }

    /** Whether it speaks of the case and variant of {@code record}, whatever came of it. */
    public boolean covers(CaseRecord record) {
      return code.equals(record.code())
          && variant.entrySet().stream()
              .allMatch(
                  each -> {
                    var value = record.variant().get(each.getKey());
                    return value != null && Glob.matches(each.getValue(), value);
                  });
    }

    /** Whether it expects what came of {@code record}. */
    public boolean expects(CaseRecord record) {
      return covers(record)
          && verdict == record.verdict()
          && (failure == null || failure == record.failure());
    }

    /** Whether its last day is over. */
    public boolean isExpired(LocalDate today) {
      return !expires.isEmpty() && LocalDate.parse(expires).isBefore(today);
    }

    private static void requireDate(String code, String expires) {
      try {
        LocalDate.parse(expires);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            code + ": expires \"" + Visible.line(expires, 40) + "\" is no date like 2027-01-31", e);
      }
    }
  }

  /** Copies the list. */
  public Baseline {
    entries = List.copyOf(entries);
  }

  /**
   * The baseline that stands at {@code path}.
   *
   * @throws IOException where it cannot be read or is none; the message names the file and says why
   */
  public static Baseline read(Path path) throws IOException {
    try {
      var file = RunJson.parse(Files.readAllBytes(path));
      if (file.path("schema").asInt() != 1 || !file.path("entries").isArray()) {
        throw new IOException(path + " is no baseline: it wants \"schema\":1 and \"entries\"");
      }
      var entries = new ArrayList<Entry>();
      for (JsonNode each : file.path("entries")) {
        requireKnownKeys(each);
        entries.add(RunJson.as(Entry.class, each));
      }
      return new Baseline(entries);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      var own = e.getCause() instanceof IllegalArgumentException cause ? cause : e;
      throw new IOException(path + " is no baseline: " + firstLine(own), e);
    }
  }

  /** A misspelled condition would widen its entry in silence. */
  private static void requireKnownKeys(JsonNode entry) {
    for (var member : entry.properties()) {
      if (!KEYS.contains(member.getKey())) {
        throw new IllegalArgumentException(
            "unknown key \"" + Visible.line(member.getKey(), 40) + "\"; known: " + KEYS);
      }
    }
    if (!entry.path("verdict").isTextual()) {
      throw new IllegalArgumentException("an entry without a verdict");
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Writes the baseline, one entry a line, over whatever stands at {@code path}. */
  public void write(Path path) throws IOException {
    var lines = entries.stream().map(each -> "    " + RunJson.text(RunJson.tree(each))).toList();
    var body = lines.isEmpty() ? "" : "\n" + String.join(",\n", lines) + "\n  ";
    Files.writeString(
        path, "{\n  \"schema\": 1,\n  \"entries\": [" + body + "]\n}\n", StandardCharsets.UTF_8);
  }

  /**
   * The entries that name no case of the catalogue, misspelled or of a case that is gone: an error
   * of usage.
   *
   * @param codes every code that the catalogue has or had for the role
   */
  public List<Entry> unknown(Set<String> codes) {
    return entries.stream().filter(each -> !codes.contains(each.code())).toList();
  }

  /**
   * The entries whose case ran, and whose condition on the variant matches no record of it. Tells
   * something only where every variant was selected.
   */
  public List<Entry> unmatched(List<CaseRecord> records) {
    return entries.stream()
        .filter(each -> records.stream().anyMatch(one -> one.code().equals(each.code())))
        .filter(each -> records.stream().noneMatch(each::covers))
        .toList();
  }

  /** Whether an entry that has not expired on {@code today} expects what came of the record. */
  public boolean expects(CaseRecord record, LocalDate today) {
    return entries.stream().anyMatch(each -> !each.isExpired(today) && each.expects(record));
  }
}

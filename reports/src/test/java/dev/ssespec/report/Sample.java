package dev.ssespec.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs as they come in life: many cases, every verdict, hostile text, long transcripts. */
final class Sample {
  static final String HOSTILE = "</script><img src=x onerror=alert(1)>\u202e\u001b[31m\ud800";

  private static final List<CaseAbout> ABOUTS = abouts();

  private final String role;
  private final Set<String> failing;
  private final Set<String> skipped;
  private final List<CaseRecord> records = new ArrayList<>();

  private Sample(String role, Set<String> failing, Set<String> skipped) {
    this.role = role;
    this.failing = failing;
    this.skipped = skipped;
  }

  /** A parser with ten faults and hostile words. */
  static Run run() {
    return run(
        "quick-sse " + HOSTILE,
        "parser",
        Set.of("P-002", "P-003", "P-010", "P-018", "P-023", "P-031", "P-041", "P-070"),
        Set.of("P-050", "P-061"));
  }

  /** A client with two faults. */
  static Run clientRun() {
    return run("reconnector", "client", Set.of("C-011", "C-012", "C-021"), Set.of("C-040"));
  }

  /** A run of {@code role} where {@code failing} failed and {@code skipped} were not shown. */
  static Run run(String name, String role, Set<String> failing, Set<String> skipped) {
    var sample = new Sample(role, failing, skipped);
    var letter = role.equals("parser") ? "P" : "C";
    var abouts = ABOUTS.stream().filter(about -> about.code().startsWith(letter)).toList();
    abouts.forEach(sample::addCase);
    return new Run(sample.header(name), abouts, sample.records, true);
  }

  private RunHeader header(String name) {
    return new RunHeader(
        1,
        new RunHeader.Kit("0.1.0", "sha256:4f0c1d77a2"),
        new TargetInfo(
            name,
            "2.1.0",
            role.equals("parser") ? "JavaScript" : "Kotlin",
            name.startsWith("quick") ? "javascript:alert(1)" : "https://example.org/" + name,
            "eventsource",
            List.of("last-event-id", "retry", "chunks", "events-before-eof"),
            "Fed from a streaming TextDecoder. " + HOSTILE),
        role,
        4711,
        List.of(
            role,
            "--seed",
            "4711",
            "--header",
            "Authorization: Bearer hunter2",
            "--",
            "node",
            "adapter.mjs"),
        Map.of(
            "os", "Linux 6.8 amd64",
            "java", "17.0.13",
            "processors", "2",
            "started", "2026-11-20T10:00:00Z"));
  }

  private void addCase(CaseAbout about) {
    if (role.equals("client")) {
      records.add(clientRecord(about));
      return;
    }
    for (var chunks : List.of("whole", "bytes", "two")) {
      for (var ending : List.of("lf", "crlf", "cr")) {
        if (about.id().contains("line-end") && !ending.equals("lf")) {
          continue;
        }
        records.add(parserRecord(about, Map.of("chunks", chunks, "ending", ending)));
      }
    }
  }

  private Verdict verdict(CaseAbout about, Map<String, String> variant) {
    if (skipped.contains(about.code())) {
      return Verdict.SKIP;
    }
    if (failing.contains(about.code())
        && (about.code().endsWith("3") || !"whole".equals(variant.get("chunks")))) {
      return Verdict.FAIL;
    }
    if (about.code().equals("P-080") && "bytes".equals(variant.get("chunks"))) {
      return Verdict.INCONCLUSIVE;
    }
    if (about.code().equals("P-060") || about.code().equals("C-031")) {
      return Verdict.NON_STRICT;
    }
    return switch (about.level()) {
      case MUST, SHOULD -> Verdict.PASS;
      case OBSERVE, PRACTICE -> Verdict.INFO;
    };
  }

  private CaseRecord parserRecord(CaseAbout about, Map<String, String> variant) {
    var verdict = verdict(about, variant);
    var failure =
        switch (about.code()) {
          case "P-010", "P-002", "P-003" -> Failure.MISSING;
          case "P-070" -> Failure.EXTRA;
          case "P-018" -> Failure.CRASH;
          default -> Failure.WRONG_RESULT;
        };
    var good = events(event("message", "a", "1"), event("message", "second line\nthird", "1"));
    var bad =
        switch (failure) {
          case MISSING -> events(event("message", "second line\nthird", "1"));
          case EXTRA ->
              events(
                  event("message", "a", "1"),
                  event("message", "second line\nthird", "1"),
                  event("message", "b", "1"));
          default -> events(event("message", "a", "1"), event("x", HOSTILE, ""));
        };
    return record(
        about,
        variant,
        verdict,
        failure,
        good,
        failure == Failure.CRASH ? null : bad,
        SampleTranscripts.parser(about, failure));
  }

  private CaseRecord clientRecord(CaseAbout about) {
    var verdict = verdict(about, Map.of());
    var failure = about.code().equals("C-012") ? Failure.EARLY : Failure.MISSING;
    return record(
        about,
        Map.of("http", "1.1"),
        verdict,
        failure,
        Make.json("{\"requests\":2,\"lastEventId\":\"7\"}"),
        Make.json("{\"requests\":1}"),
        SampleTranscripts.client());
  }

  private CaseRecord record(
      CaseAbout about,
      Map<String, String> variant,
      Verdict verdict,
      Failure failure,
      JsonNode good,
      @Nullable JsonNode bad,
      List<TranscriptEntry> transcript) {
    var fails = verdict == Verdict.FAIL;
    return new CaseRecord(
        about.code(),
        about.id(),
        1,
        variant,
        about.level(),
        verdict,
        fails ? failure : null,
        verdict == Verdict.SKIP ? SkipReason.CAPABILITY : null,
        verdict == Verdict.NON_STRICT ? "comment text with its space" : "",
        reason(verdict, failure, about),
        fails ? good : null,
        fails ? bad == null ? NullNode.instance : bad : verdict == Verdict.INFO ? good : null,
        about.code().length() * 3L,
        "./ssespec " + role + " --seed 4711 --only " + about.code() + " -- node adapter.mjs",
        verdict == Verdict.SKIP ? List.of() : transcript);
  }

  private static String reason(Verdict verdict, Failure failure, CaseAbout about) {
    return switch (verdict) {
      case PASS -> "As it must be.";
      case NON_STRICT -> "Acceptable, and not the canonical outcome: comment text with its space.";
      case FAIL ->
          "Not as it must be ("
              + failure.word()
              + "): "
              + (about.code().equals("P-023") ? HOSTILE : "the first difference is in the events.");
      case INFO -> "Seen: two events.";
      case SKIP -> "The adapter does not list the capability retry.";
      case INCONCLUSIVE -> "The adapter wrote noise on its standard output: " + HOSTILE;
    };
  }

  private static JsonNode events(JsonNode... events) {
    var out = RunJson.node();
    var array = out.putArray("events");
    Arrays.stream(events).forEach(array::add);
    return out.putNull("retry");
  }

  private static JsonNode event(String type, String data, String id) {
    return RunJson.node().put("type", type).put("data", data).put("lastEventId", id);
  }

  private static List<CaseAbout> abouts() {
    try (var in = Objects.requireNonNull(Sample.class.getResourceAsStream("sample-cases.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Sample::about)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaseAbout about(String line) {
    var part = line.split(" *\\| *", 10);
    var anchor = "https://html.spec.whatwg.org/multipage/server-sent-events.html#" + part[4];
    var seen = part[8].isEmpty() ? List.<String>of() : List.of(part[8].split("; "));
    return new CaseAbout(
        part[0],
        part[1],
        1,
        Level.valueOf(part[2].toUpperCase(java.util.Locale.ROOT)),
        part[3],
        List.of(new CaseAbout.ClauseRef(part[4], anchor, part[5])),
        part[6],
        part[7],
        seen,
        part[9]);
  }
}

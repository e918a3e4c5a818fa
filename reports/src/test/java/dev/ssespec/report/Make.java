package dev.ssespec.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Small records for tests that care for a few of their parts. */
final class Make {
  private Make() {}

  static JsonNode json(String text) {
    try {
      return RunJson.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RunHeader header(String target) {
    return new RunHeader(
        1,
        new RunHeader.Kit("0.1.0", "sha256:abc"),
        TargetInfo.named(target),
        "parser",
        42,
        List.of("parser", "--seed", "42", "--", "node", "adapter.mjs"),
        Map.of("os", "Linux", "java", "17", "started", "2026-11-20T10:00:00Z"));
  }

  static CaseAbout about(String code, String id, Level level) {
    return new CaseAbout(
        code,
        id,
        1,
        level,
        "Title of " + code,
        List.of(
            new CaseAbout.ClauseRef(
                "line-end", "https://html.spec.whatwg.org/#" + code, "A lone CR ends a line.")),
        "Events come late.",
        "Look at the line splitter.",
        List.of("some/project#1"),
        "data: a\\r | \\r");
  }

  static CaseRecord record(String code, Level level, Verdict verdict) {
    return record(code, level, verdict, Map.of());
  }

  static CaseRecord record(String code, Level level, Verdict verdict, Map<String, String> variant) {
    return new CaseRecord(
        code,
        "parse/area/" + code,
        1,
        new TreeMap<>(variant),
        level,
        verdict,
        verdict == Verdict.FAIL ? Failure.WRONG_RESULT : null,
        verdict == Verdict.SKIP ? SkipReason.CAPABILITY : null,
        verdict == Verdict.NON_STRICT ? "literal text" : "",
        "Because.",
        compared(verdict, "a"),
        compared(verdict, "b"),
        3,
        "./ssespec parser --only " + code,
        List.of(
            new TranscriptEntry(
                12, TranscriptEntry.Kind.WROTE, 1, 1, "", Bytes.utf8("data: a\n\n"))));
  }

  private static @Nullable JsonNode compared(Verdict verdict, String text) {
    return verdict == Verdict.FAIL ? TextNode.valueOf(text) : null;
  }
}

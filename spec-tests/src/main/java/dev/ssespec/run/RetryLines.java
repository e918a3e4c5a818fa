package dev.ssespec.run;

import dev.ssespec.report.Bytes;
import dev.ssespec.server.Program;
import dev.ssespec.server.Step;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which reconnection times a source learns from what it is sent. */
final class RetryLines {
  private static final Pattern LONG = Pattern.compile("retry: ?[0-9]{8}");

  private RetryLines() {}

  /** Whether it learns any. */
  static boolean anyIn(Program program) {
    return written(program).anyMatch(text -> text.contains("retry:"));
  }

  /** Whether one is of hours or more, after which nobody waits for a source that obeys. */
  static boolean longIn(Program program) {
    return written(program).anyMatch(text -> LONG.matcher(text).find());
  }

  /** The same, of a stream. */
  static boolean longIn(Bytes stream) {
    return LONG.matcher(text(stream.toArray())).find();
  }

  /** What the answers of a program say, as far as they say it in so many bytes. */
  static Stream<String> written(Program program) {
    return program.routes().values().stream()
        .flatMap(route -> route.scripts().stream())
        .flatMap(script -> script.steps().stream())
        .map(RetryLines::written);
  }

  private static String written(Step step) {
    if (step instanceof Step.WriteCoded coded) {
      return text(coded.plain());
    }
    return step instanceof Step.Write write ? text(write.bytes()) : "";
  }

  /** Bytes as characters, one for one. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

package dev.ssespec.judge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssespec.parser.Interpretation;
import dev.ssespec.parser.LiteralInterpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a stream that some values made: what came between the last plain event ahead of them
 * and the plain event behind them.
 */
final class EmissionSegment {
  /** A part of nothing. */
  static final EmissionSegment NONE =
      new EmissionSegment(new byte[0], new byte[0], new byte[0], false);

  private static final Set<String> FIELDS = Set.of("data", "event", "id", "retry");

  private final byte[] values;
  private final byte[] behind;
  private final boolean complete;
  private final Interpretation meaning;
  private final List<String> fieldLines;
  private final Set<String> habits = new HashSet<>();
  private final int blocks;

  private EmissionSegment(byte[] values, byte[] behind, byte[] around, boolean complete) {
    this.values = values;
    this.behind = behind;
    this.complete = complete;
    meaning = meaning(values);
    List<String> lines = lines(values);
    fieldLines = fields(lines);
    blocks = blocks(lines);
    fields(lines(around)).forEach(line -> habits.add(name(line)));
  }

  /**
   * Cuts a stream.
   *
   * @param probe the word of the plain events ahead
   * @param sentinel the word of the plain event behind
   */
  static EmissionSegment of(byte[] stream, String probe, String sentinel) {
    // One character a byte, so that indexes are those of bytes.
    String text = new String(stream, ISO_8859_1);
    int at = text.indexOf(sentinel);
    int end = at < 0 ? text.length() : at;
    int ahead = text.lastIndexOf(probe, Math.max(0, end - 1));
    int first = text.indexOf(probe);
    int from = ahead < 0 ? 0 : Math.min(blockEnd(text, ahead), end);
    int to =
        at < 0
            ? text.length()
            : behindComments(text, Math.max(from, blockStart(text, from, at)), at);
    byte[] around =
        (text.substring(Math.max(0, blockStart(text, 0, Math.max(0, first))), from) + "\n")
            .getBytes(ISO_8859_1);
    return new EmissionSegment(
        Arrays.copyOfRange(stream, from, to),
        at < 0 ? new byte[0] : Arrays.copyOfRange(stream, to, stream.length),
        around,
        at >= 0);
  }

  /** The index behind the blank line that follows, or the end. */
  private static int blockEnd(String text, int from) {
    int lineStart = -1;
    for (int i = from; i < text.length(); ) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        i++;
        continue;
      }
      boolean blank = i == lineStart;
      i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 2 : 1;
      if (blank) {
        return i;
      }
      lineStart = i;
    }
    return text.length();
  }

  /** The index behind the last blank line that ends between the two, or {@code from}. */
  private static int blockStart(String text, int from, int at) {
    int start = from;
    int lineStart = from;
    for (int i = from; i < at; ) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        i++;
        continue;
      }
      boolean blank = i == lineStart;
      i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 2 : 1;
      lineStart = i;
      if (blank) {
        start = i;
      }
    }
    return start;
  }

  /** A comment needs no blank line behind it: those ahead of a block's fields are none of its. */
  private static int behindComments(String text, int from, int at) {
    int start = from;
    while (start < at && text.charAt(start) == ':') {
      int end = start;
      while (end < at && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      if (end == at) {
        return start;
      }
      start = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    return start;
  }

  /** The bytes of that part; for reading only. */
  byte[] values() {
    return values;
  }

  /** The bytes of the values, and those behind them. */
  byte[] whole() {
    byte[] whole = Arrays.copyOf(values, values.length + behind.length);
    System.arraycopy(behind, 0, whole, values.length, behind.length);
    return whole;
  }

  /** Whether the plain event behind has come. */
  boolean complete() {
    return complete;
  }

  /** What the values mean. A mark at their start is no byte order mark: they start no stream. */
  Interpretation meaning() {
    return meaning;
  }

  /** What stands behind the values means. */
  Interpretation meaningBehind() {
    return meaning(behind);
  }

  private static Interpretation meaning(byte[] bytes) {
    byte[] inside = new byte[bytes.length + 1];
    inside[0] = '\n';
    System.arraycopy(bytes, 0, inside, 1, bytes.length);
    return LiteralInterpreter.interpret(inside);
  }

  /** The lines of the values, without comments and blank ones. */
  List<String> fieldLines() {
    return fieldLines;
  }

  /**
   * How many blocks with at least one field they are. A reconnection time is in force as soon as
   * its line is read: where it has a block of its own that is none.
   */
  int blocks() {
    return blocks;
  }

  private static int blocks(List<String> lines) {
    int blocks = 0;
    boolean counted = false;
    for (String line : lines) {
      boolean counts = !line.isEmpty() && !line.startsWith(":") && !name(line).equals("retry");
      blocks += counts && !counted ? 1 : 0;
      counted = !line.isEmpty() && (counted || counts);
    }
    return blocks;
  }

  /** The names of fields that this server writes of its own accord. */
  Set<String> habits() {
    return habits;
  }

  /** The name of a field. */
  static String name(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? line : line.substring(0, colon);
  }

  /** The value of a field. */
  static String value(String line) {
    int colon = line.indexOf(':');
    String value = colon < 0 ? "" : line.substring(colon + 1);
    return value.startsWith(" ") ? value.substring(1) : value;
  }

  /** Whether the standard knows a field of that name. */
  static boolean isKnown(String name) {
    return FIELDS.contains(name);
  }

  /** What stands between line ends; by hand, as 16 MiB of it are no matter for a pattern. */
  private static List<String> lines(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(from, i));
        i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
        from = i + 1;
      }
    }
    lines.add(text.substring(from));
    return lines;
  }

  private static List<String> fields(List<String> lines) {
    return lines.stream().filter(line -> !line.isEmpty() && !line.startsWith(":")).toList();
  }
}

package dev.ssespec.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of a request or response: its first line and its fields, in the order of the wire.
 *
 * <p>Reading is total: a peer under observation may send anything, so a line that is no field is
 * kept apart in {@code strayLines} instead of being refused.
 *
 * @param startLine the request line or status line, without its line end
 * @param fields the header fields, in order, repeated ones kept
 * @param strayLines the lines that are no {@code name: value}, in order
 */
public record MessageHead(String startLine, List<HeaderField> fields, List<String> strayLines) {

  public MessageHead {
    fields = List.copyOf(fields);
    strayLines = List.copyOf(strayLines);
  }

  /**
   * Looks for the blank line that ends a head, and answers the index behind it, or -1 where there
   * is none yet. Lines may end with CRLF or LF (RFC 9112, section 2.2).
   *
   * @param from where to begin, so that a head that trickles in is not searched over and over
   */
  public static int end(byte[] bytes, int from, int length) {
    for (int i = from; i < length; i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      if (i + 1 < length && bytes[i + 1] == '\n') {
        return i + 2;
      }
      if (i + 2 < length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
        return i + 3;
      }
    }
    return -1;
  }

  /** Reads the bytes of a head, each as one character U+0000 to U+00FF. */
  public static MessageHead parse(byte[] head) {
    String[] lines = new String(head, ISO_8859_1).split("\r?\n", -1);
    List<HeaderField> fields = new ArrayList<>();
    List<String> stray = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      int colon = line.indexOf(':');
      if (colon > 0 && line.charAt(0) != ' ' && line.charAt(0) != '\t') {
        fields.add(new HeaderField(line.substring(0, colon), trim(line.substring(colon + 1))));
      } else if (!line.isEmpty()) {
        stray.add(line);
      }
    }
    return new MessageHead(lines[0], fields, stray);
  }

  /** The value of the first field of that name. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The values of all fields of that name, in order. */
  public List<String> all(String name) {
    return fields.stream().filter(f -> f.isNamed(name)).map(HeaderField::value).toList();
  }

  /** Whether the fields of that name list the token, as {@code Connection: close} does. */
  public boolean lists(String name, String token) {
    for (String value : all(name)) {
      for (String part : value.split(",", -1)) {
        if (trim(part).toLowerCase(Locale.ROOT).equals(token)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Only space and tab are optional whitespace; String.trim would eat control characters too. */
  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}

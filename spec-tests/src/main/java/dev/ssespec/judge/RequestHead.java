package dev.ssespec.judge;

import dev.ssespec.report.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The header fields of a request, read from its exact bytes. */
final class RequestHead {
  private RequestHead() {}

  /**
   * The values of every field of that name, in order, each without the white space around it (RFC
   * 9110, section 5.5).
   */
  static List<Bytes> values(Bytes head, String name) {
    List<Bytes> values = new ArrayList<>();
    // Latin-1 maps each byte to one character, so that the bytes of a value come back unchanged.
    String text = new String(head.toArray(), StandardCharsets.ISO_8859_1);
    for (String line : text.split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
        values.add(Bytes.of(trim(line.substring(colon + 1)).getBytes(StandardCharsets.ISO_8859_1)));
      }
    }
    return values;
  }

  private static String trim(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isBlank(value.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}

package dev.ssespec.cases;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes written as text: UTF-8, with {@code \xHH} (a backslash, an x, two hexadecimal digits in the
 * string itself) for a byte that no character stands for.
 */
final class Escaped {
  private Escaped() {}

  static byte[] bytes(String text) {
    var out = new ByteArrayOutputStream(text.length());
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) == '\\' && i + 3 < text.length() && text.charAt(i + 1) == 'x') {
        out.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 4;
      } else if (text.charAt(i) < 0x80) {
        out.write(text.charAt(i));
        i++;
      } else {
        int codePoint = text.codePointAt(i);
        out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(codePoint);
      }
    }
    return out.toByteArray();
  }
}

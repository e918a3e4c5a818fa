package dev.ssespec.parser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes strings out of UTF-8, a U+FFFD for each malformed part, as the Encoding standard asks. The
 * JDK's own decoder is no choice beyond ASCII: it sees one malformed part where an encoded
 * surrogate has three, and it is slower.
 */
final class TextDecoder {

  /** Longer texts are decoded in parts, so that the buffer stays small. */
  static final int SEGMENT = 1 << 16;

  private static final char REPLACEMENT = '\uFFFD';

  private char[] chars = new char[0];

  String decode(byte[] bytes, int from, int to, boolean ascii) {
    if (ascii) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    return to - from <= SEGMENT ? decodeSegment(bytes, from, to) : decodeLong(bytes, from, to);
  }

  private String decodeLong(byte[] bytes, int from, int to) {
    List<String> segments = new ArrayList<>();
    int at = from;
    while (to - at > SEGMENT) {
      int cut = Utf8Sequences.cut(bytes, at, at + SEGMENT);
      segments.add(decodeSegment(bytes, at, cut));
      at = cut;
    }
    segments.add(decodeSegment(bytes, at, to));
    return String.join("", segments);
  }

  private String decodeSegment(byte[] bytes, int from, int to) {
    if (chars.length < to - from) {
      chars = new char[Math.max(256, Integer.highestOneBit(to - from) << 1)];
    }
    char[] out = chars; // no character takes more chars than bytes
    int length = 0;
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b >= 0) {
        out[length++] = (char) b;
        at++;
        continue;
      }
      int size = Utf8Sequences.measure(bytes, at, to);
      if (size < 0) {
        out[length++] = REPLACEMENT;
        at -= size;
      } else {
        length += put(out, length, codePoint(bytes, at, size));
        at += size;
      }
    }
    return new String(out, 0, length);
  }

  private static int put(char[] out, int at, int codePoint) {
    if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
      out[at] = (char) codePoint;
      return 1;
    }
    out[at] = Character.highSurrogate(codePoint);
    out[at + 1] = Character.lowSurrogate(codePoint);
    return 2;
  }

  private static int codePoint(byte[] bytes, int at, int size) {
    int bits = bytes[at] & (0xFF >>> (size + 1));
    for (int i = 1; i < size; i++) {
      bits = (bits << 6) | (bytes[at + i] & 0x3F);
    }
    return bits;
  }
}

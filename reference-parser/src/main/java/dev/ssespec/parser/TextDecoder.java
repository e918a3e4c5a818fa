package dev.ssespec.parser;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private static final char REPLACEMENT = '\uFFFD';

  private char[] chars = new char[0];

  String decode(byte[] bytes, int from, int to, boolean ascii) {
    if (ascii) {
      return latin1(bytes, from, to - from);
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
      int run = asciiEnd(bytes, at, to) - at;
      if (run > 0) {
        latin1(bytes, at, run).getChars(0, run, out, length);
        at += run;
        length += run;
      }
      while (at < to && bytes[at] < 0) {
        int c = threeBytes(bytes, at, to);
        if (c != 0) {
          out[length++] = (char) c;
          at += 3;
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
    }
    return new String(out, 0, length);
  }

  /** The character of a well-formed sequence of three bytes, or 0; most of the world's are that. */
  private static int threeBytes(byte[] bytes, int at, int to) {
    if (at > to - 3) {
      return 0;
    }
    int lead = bytes[at];
    int second = bytes[at + 1];
    int third = bytes[at + 2];
    int c = (lead & 0xF) << 12 | (second & 0x3F) << 6 | (third & 0x3F);
    boolean wellFormed =
        (lead & 0xF0) == 0xE0
            && (second & 0xC0) == 0x80
            && (third & 0xC0) == 0x80
            && c >= 0x800
            && (c & 0xF800) != Character.MIN_SURROGATE;
    return wellFormed ? c : 0;
  }

  private static int asciiEnd(byte[] bytes, int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long high = (long) LONG.get(bytes, at) & HIGH_BITS;
      if (high != 0) {
        return at + (Long.numberOfTrailingZeros(high) >>> 3);
      }
    }
    while (at < to && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** The constructor that is meant for this is too large to be inlined, which tiny events feel. */
  @SuppressWarnings("deprecation")
  private static String latin1(byte[] bytes, int from, int length) {
    return new String(bytes, 0, from, length);
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

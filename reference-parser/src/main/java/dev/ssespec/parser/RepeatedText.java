package dev.ssespec.parser;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Decodes texts that are often the same as the one before, such as event types and heartbeats, and
 * then gives that string again instead of making another.
 */
final class RepeatedText {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Longer texts are unlikely to repeat. */
  private static final int LONGEST = 64;

  private final TextDecoder decoder;
  private final byte[] last = new byte[LONGEST];
  private int lastLength = -1;
  private String text = "";

  RepeatedText(TextDecoder decoder) {
    this.decoder = decoder;
  }

  /** The text before. */
  String text() {
    return text;
  }

  String decode(byte[] bytes, int from, int to, boolean ascii) {
    int length = to - from;
    if (length == lastLength && matches(bytes, from)) {
      return text;
    }
    String decoded = decoder.decode(bytes, from, to, ascii);
    if (length <= LONGEST) {
      System.arraycopy(bytes, from, last, 0, length);
      lastLength = length;
      text = decoded;
    }
    return decoded;
  }

  /** The end of the line whose rest from here on is the text before, or -1. */
  int matchLine(byte[] bytes, int from, int to) {
    int length = lastLength;
    if (length < 0 || length >= to - from) {
      return -1;
    }
    byte next = bytes[from + length];
    return (next == '\n' || next == '\r') && matches(bytes, from) ? from + length : -1;
  }

  /** Whether the text before stands here, where there is room for it. */
  private boolean matches(byte[] bytes, int from) {
    int length = lastLength;
    if (length < Long.BYTES) {
      return Arrays.equals(bytes, from, from + length, last, 0, length);
    }
    for (int i = 0; i < length - Long.BYTES; i += Long.BYTES) {
      if ((long) LONG.get(bytes, from + i) != (long) LONG.get(last, i)) {
        return false;
      }
    }
    int tail = length - Long.BYTES;
    return (long) LONG.get(bytes, from + tail) == (long) LONG.get(last, tail);
  }
}

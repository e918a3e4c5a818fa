package dev.ssespec.parser;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A line that is likely to come again just as it is, such as a heartbeat or an event type, with the
 * text that it stands for. To compare is faster than to look for the end of a line, and the text is
 * the same string again.
 */
final class RepeatedLine {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Longer lines are unlikely to repeat. */
  private static final int LONGEST = 64;

  private final byte[] last = new byte[LONGEST];
  private int length;
  private String text = "";

  /** The text of the last line that was remembered. */
  String text() {
    return text;
  }

  /** Remembers a line in the place of the one before, if it is short enough; whether it was. */
  boolean remember(byte[] bytes, int from, int to, String newText) {
    if (to - from > LONGEST) {
      return false;
    }
    System.arraycopy(bytes, from, last, 0, to - from);
    length = to - from;
    text = newText;
    return true;
  }

  /** Whether a line is the one before. */
  boolean matches(byte[] bytes, int from, int to) {
    return to - from == length && startsAt(bytes, from);
  }

  /** The end of the line that starts here, if it is the one before, or -1. */
  int matchLine(byte[] bytes, int from, int to) {
    int end = from + length;
    if (end >= to) {
      return -1;
    }
    byte next = bytes[end];
    return (next == '\n' || next == '\r') && startsAt(bytes, from) ? end : -1;
  }

  /** Whether the bytes of the line before stand here, where there is room for them. */
  private boolean startsAt(byte[] bytes, int from) {
    int tail = length - Long.BYTES;
    if (tail < 0) {
      return false; // it is found as soon in the usual way
    }
    for (int i = 0; i < tail; i += Long.BYTES) {
      if ((long) LONG.get(bytes, from + i) != (long) LONG.get(last, i)) {
        return false;
      }
    }
    return (long) LONG.get(bytes, from + tail) == (long) LONG.get(last, tail);
  }
}

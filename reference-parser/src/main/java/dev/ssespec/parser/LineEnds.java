package dev.ssespec.parser;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the end of a line eight bytes at a time, and on the way whether the line is all ASCII. */
final class LineEnds {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  /** One more than CR, the larger of the two bytes that end a line, in each lane. */
  private static final long BEYOND_CR = 0x0E0E_0E0E_0E0E_0E0EL;

  private LineEnds() {}

  /**
   * The index of the first CR or LF from {@code from} on, or {@code to} where there is none; as its
   * bitwise complement where a byte before it is not ASCII.
   *
   * <p>Both come out of one pass because the line is decoded next, and knowing that it is ASCII
   * saves looking at each byte again.
   */
  static int find(byte[] bytes, int from, int to) {
    long seen = 0;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long word = (long) LONG.get(bytes, at);
      // A lane's high bit is set where the byte is below 0x0E. A borrow can set it in a lane above
      // such a byte too, so that each candidate is looked at; it never clears one.
      long below = (word - BEYOND_CR) & ~word & HIGH_BITS;
      while (below != 0) {
        int lane = Long.numberOfTrailingZeros(below) >>> 3;
        if (isLineEnd(bytes[at + lane])) {
          seen |= word & ((below & -below) - 1);
          return marked(at + lane, seen);
        }
        below &= below - 1;
      }
      seen |= word;
    }
    for (; at < to; at++) {
      byte b = bytes[at];
      if (isLineEnd(b)) {
        break;
      }
      seen |= b;
    }
    return marked(at, seen);
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  private static int marked(int index, long seen) {
    return (seen & HIGH_BITS) == 0 ? index : ~index;
  }
}

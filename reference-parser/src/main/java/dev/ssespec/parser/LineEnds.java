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
      long candidates = below(word);
      if (candidates != 0) {
        long lowest = lineEnd(word, candidates);
        if (lowest != 0) {
          seen |= word & (lowest - 1);
          return marked(at + (Long.numberOfTrailingZeros(lowest) >>> 3), seen);
        }
      }
      seen |= word;
    }
    return findInTail(bytes, at, to, seen);
  }

  /**
   * As {@link #find}, and copies what it passes over to {@code target}, up to seven bytes more than
   * the line has. In one pass because the words are at hand; an end among the last seven bytes is
   * not looked for, and gives {@code to}.
   */
  static int findAndCopy(byte[] bytes, int from, int to, byte[] target, int targetFrom) {
    long seen = 0;
    int at = from;
    int shift = targetFrom - from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long word = (long) LONG.get(bytes, at);
      LONG.set(target, at + shift, word);
      long candidates = below(word);
      if (candidates != 0) {
        long lowest = lineEnd(word, candidates);
        if (lowest != 0) {
          seen |= word & (lowest - 1);
          return marked(at + (Long.numberOfTrailingZeros(lowest) >>> 3), seen);
        }
      }
      seen |= word;
    }
    return to;
  }

  private static int findInTail(byte[] bytes, int from, int to, long seenBefore) {
    long seen = seenBefore;
    int at = from;
    for (; at < to; at++) {
      byte b = bytes[at];
      if (b == '\n' || b == '\r') {
        break;
      }
      seen |= b;
    }
    return marked(at, seen);
  }

  /**
   * The high bit of each lane whose byte is below 0x0E. A borrow can set it in a lane above such a
   * byte too, so that each is a candidate only; it never clears one.
   */
  private static long below(long word) {
    return (word - BEYOND_CR) & ~word & HIGH_BITS;
  }

  /** The lowest of the candidates that is a line end, as its lane's high bit; 0 where none is. */
  private static long lineEnd(long word, long candidates) {
    long rest = candidates;
    do {
      int b = (int) (word >>> (Long.numberOfTrailingZeros(rest) - 7)) & 0xFF;
      if (b == '\n' || b == '\r') {
        return rest & -rest;
      }
      rest &= rest - 1;
    } while (rest != 0);
    return 0;
  }

  private static int marked(int index, long seen) {
    return (seen & HIGH_BITS) == 0 ? index : ~index;
  }
}

package dev.ssespec.parser;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the end of a line eight bytes at a time, and on the way whether the line is all ASCII. */
final class LineEnds {

  /** The bytes that {@link #copyStep} passes over at once. */
  static final int STEP = 4 * Long.BYTES;

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
   * Copies {@link #STEP} bytes, and tells where among them the first one stands that is not plain:
   * a control character up to CR, or not ASCII; {@code STEP} where all are plain.
   *
   * <p>Four words by name and no loop over them: the compiler then checks the two arrays once, and
   * keeps the words in registers until it is known where to look.
   */
  static int copyStep(byte[] bytes, int from, byte[] target, int to) {
    long a = (long) LONG.get(bytes, from);
    long b = (long) LONG.get(bytes, from + Long.BYTES);
    long c = (long) LONG.get(bytes, from + 2 * Long.BYTES);
    long d = (long) LONG.get(bytes, from + 3 * Long.BYTES);
    LONG.set(target, to, a);
    LONG.set(target, to + Long.BYTES, b);
    LONG.set(target, to + 2 * Long.BYTES, c);
    LONG.set(target, to + 3 * Long.BYTES, d);
    a = notPlain(a);
    b = notPlain(b);
    c = notPlain(c);
    d = notPlain(d);
    if (((a | b | c | d) & HIGH_BITS) == 0) {
      return STEP;
    }
    int at = 0;
    long first = a & HIGH_BITS;
    if (first == 0) {
      at += Long.BYTES;
      first = b & HIGH_BITS;
      if (first == 0) {
        at += Long.BYTES;
        first = c & HIGH_BITS;
        if (first == 0) {
          at += Long.BYTES;
          first = d & HIGH_BITS;
        }
      }
    }
    return at + (Long.numberOfTrailingZeros(first) >>> 3);
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

  /** As {@link #below}, and the high bit of each lane whose byte is not ASCII; others stray. */
  private static long notPlain(long word) {
    return (word - BEYOND_CR) | word;
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

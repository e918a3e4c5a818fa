package dev.ssespec.parser.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What any parser has to do at least: find each line end, eight bytes at a time, and decode each
 * event's payload, from its first line to its last one as it stands, with the JDK's decoder. It
 * takes no line apart, knows no field but data, and ignores chunks.
 */
final class ScanAndDecode {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = 0x8080_8080_8080_8080L;

  private ScanAndDecode() {}

  static void read(byte[] bytes, Sink sink) {
    int at = 0;
    int start = -1;
    int last = 0;
    while (at < bytes.length) {
      int end = lineEnd(bytes, at);
      if (end == at) {
        if (start >= 0) {
          sink.event("", new String(bytes, start, last - start, StandardCharsets.UTF_8), "");
          start = -1;
        }
      } else if (bytes[at] == 'd') {
        start = start < 0 ? at + 6 : start;
        last = end;
      }
      at = end + (bytes[end] == '\r' ? 2 : 1);
    }
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    for (; at <= bytes.length - 8; at += 8) {
      long word = (long) LONG.get(bytes, at);
      long lf = word ^ (ONES * '\n');
      long cr = word ^ (ONES * '\r');
      long hit = (((lf - ONES) & ~lf) | ((cr - ONES) & ~cr)) & HIGHS;
      if (hit != 0) {
        return at + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }
}

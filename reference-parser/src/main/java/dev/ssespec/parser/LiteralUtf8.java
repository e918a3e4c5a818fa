package dev.ssespec.parser;

/**
 * The Encoding standard's UTF-8 decoder as it is written there: a state machine that takes one byte
 * at a time. Slow on purpose, and used by the {@link LiteralInterpreter} alone.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#utf-8-decoder">UTF-8 decoder</a>
 */
final class LiteralUtf8 {

  private static final int REPLACEMENT = 0xFFFD;

  private final StringBuilder output = new StringBuilder();
  private int codePoint;
  private int bytesSeen;
  private int bytesNeeded;
  private int lowerBoundary = 0x80;
  private int upperBoundary = 0xBF;

  private LiteralUtf8() {}

  /** "UTF-8 decode": one byte order mark at the start is removed, malformed bytes are replaced. */
  static String decodeWithoutByteOrderMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return decode(bytes, marked ? 3 : 0);
  }

  /** Decodes from an index on; a byte order mark is a character like any other. */
  static String decode(byte[] bytes, int from) {
    LiteralUtf8 decoder = new LiteralUtf8();
    for (int i = from; i < bytes.length; i++) {
      decoder.handle(bytes[i] & 0xFF);
    }
    return decoder.end();
  }

  private String end() {
    if (bytesNeeded != 0) {
      output.appendCodePoint(REPLACEMENT);
    }
    return output.toString();
  }

  private void handle(int b) {
    if (bytesNeeded == 0) {
      first(b);
    } else if (b < lowerBoundary || b > upperBoundary) {
      reset();
      output.appendCodePoint(REPLACEMENT);
      handle(b); // the byte is read again, now as a first one
    } else {
      continuation(b);
    }
  }

  private void first(int b) {
    if (b <= 0x7F) {
      output.appendCodePoint(b);
    } else if (b >= 0xC2 && b <= 0xDF) {
      need(1, b & 0x1F);
    } else if (b >= 0xE0 && b <= 0xEF) {
      lowerBoundary = b == 0xE0 ? 0xA0 : 0x80;
      upperBoundary = b == 0xED ? 0x9F : 0xBF;
      need(2, b & 0xF);
    } else if (b >= 0xF0 && b <= 0xF4) {
      lowerBoundary = b == 0xF0 ? 0x90 : 0x80;
      upperBoundary = b == 0xF4 ? 0x8F : 0xBF;
      need(3, b & 0x7);
    } else {
      output.appendCodePoint(REPLACEMENT);
    }
  }

  private void need(int more, int bits) {
    bytesNeeded = more;
    codePoint = bits;
  }

  private void continuation(int b) {
    lowerBoundary = 0x80;
    upperBoundary = 0xBF;
    codePoint = (codePoint << 6) | (b & 0x3F);
    bytesSeen++;
    if (bytesSeen == bytesNeeded) {
      output.appendCodePoint(codePoint);
      reset();
    }
  }

  private void reset() {
    codePoint = 0;
    bytesNeeded = 0;
    bytesSeen = 0;
    lowerBoundary = 0x80;
    upperBoundary = 0xBF;
  }
}

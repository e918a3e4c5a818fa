package dev.ssespec.peer;

/**
 * UTF-8 to text, byte by byte, as the Encoding standard's decoder does it. Each decision is a
 * method of its own, so that a fault can take it differently.
 */
class PlainDecoder {
  /** What stands for bytes that are not UTF-8. */
  static final char REPLACEMENT = '\uFFFD';

  final StringBuilder out = new StringBuilder();
  private int codePoint;
  private int seen;
  private int needed;
  private int lower;
  private int upper;

  /** The text of these bytes, as far as its characters are whole. */
  final String decode(byte[] bytes) {
    for (byte b : bytes) {
      accept(b & 0xFF);
    }
    return taken();
  }

  /** What an unfinished character at the end of the stream stands for. */
  final String end() {
    if (needed > 0) {
      int cut = seen;
      needed = 0;
      unfinished(cut);
    }
    return taken();
  }

  private String taken() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  private void accept(int b) {
    if (needed == 0) {
      begin(b);
    } else if (b < lower || b > upper) {
      int broken = seen;
      needed = 0;
      malformed(broken);
      if (!swallowsBreaker(b)) {
        begin(b);
      }
    } else {
      lower = 0x80;
      upper = 0xBF;
      codePoint = (codePoint << 6) | (b & 0x3F);
      seen++;
      if (seen == needed) {
        needed = 0;
        whole(codePoint);
      }
    }
  }

  private void begin(int b) {
    needed = length(b);
    if (b < 0x80) {
      needed = 0;
      ascii((char) b);
    } else if (needed == 0) {
      malformed(1);
    } else {
      seen = 1;
      codePoint = b & (0x7F >> needed);
      lower = lower(b);
      upper = upper(b);
    }
  }

  /** How many bytes a character has that begins with this one; 0 where none does. */
  int length(int b) {
    return b >= 0xC2 && b <= 0xDF ? 2 : b >= 0xE0 && b <= 0xEF ? 3 : b >= 0xF0 && b <= 0xF4 ? 4 : 0;
  }

  /** The least byte that may follow this one. */
  int lower(int b) {
    return b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
  }

  /** The greatest byte that may follow this one. */
  int upper(int b) {
    return b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
  }

  void ascii(char c) {
    out.append(c);
  }

  void whole(int character) {
    out.appendCodePoint(character);
  }

  /** So many bytes were the beginning of no character. */
  void malformed(int bytes) {
    out.append(REPLACEMENT);
  }

  /** The stream ended behind so many bytes of a character. */
  void unfinished(int bytes) {
    malformed(bytes);
  }

  /** Whether the byte that broke a sequence is lost with it. */
  boolean swallowsBreaker(int b) {
    return false;
  }
}

package dev.ssespec.parser;

import java.util.Arrays;

/**
 * Decodes texts that are often the same as the one before, such as event types and heartbeats, and
 * then gives that string again instead of making another.
 */
final class RepeatedText {

  /** Longer texts are unlikely to repeat. */
  private static final int LONGEST = 64;

  private final TextDecoder decoder;
  private final byte[] last = new byte[LONGEST];
  private int lastLength;
  private String text = "";

  RepeatedText(TextDecoder decoder) {
    this.decoder = decoder;
  }

  String decode(byte[] bytes, int from, int to, boolean ascii) {
    int length = to - from;
    if (length == lastLength && Arrays.equals(bytes, from, to, last, 0, length)) {
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
}

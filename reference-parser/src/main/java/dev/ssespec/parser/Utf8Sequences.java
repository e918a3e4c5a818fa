package dev.ssespec.parser;

/**
 * How UTF-8 cuts bytes into characters, well-formed or not.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#utf-8-decoder">UTF-8 decoder</a>
 */
final class Utf8Sequences {

  private Utf8Sequences() {}

  /**
   * The length of the well-formed sequence at {@code at}, or, negative, of the malformed bytes
   * there that one U+FFFD replaces: as many as could have begun a well-formed sequence, at least
   * one.
   */
  static int measure(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    int more = more(lead);
    if (more == 0) {
      return -1;
    }
    for (int i = 1; i <= more; i++) {
      if (at + i == to || !continues(lead, i, bytes[at + i] & 0xFF)) {
        return -i;
      }
    }
    return more + 1;
  }

  /** How many bytes follow a lead byte that is not ASCII; none where it leads nothing. */
  static int more(int lead) {
    return lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  }

  /** Whether a byte may stand at this index, from one on, of a sequence with this lead byte. */
  static boolean continues(int lead, int index, int b) {
    int lowest = 0x80;
    int highest = 0xBF;
    if (index == 1) {
      // These leads admit fewer second bytes: no overlong form, no surrogate, none above U+10FFFF.
      switch (lead) {
        case 0xE0 -> lowest = 0xA0;
        case 0xED -> highest = 0x9F;
        case 0xF0 -> lowest = 0x90;
        case 0xF4 -> highest = 0x8F;
        default -> {}
      }
    }
    return b >= lowest && b <= highest;
  }

  /**
   * Where bytes that begin with a whole character can be cut so that both parts, decoded apart,
   * give what they give together: {@code to}, or up to three bytes before it.
   */
  static int cut(byte[] bytes, int from, int to) {
    for (int i = to - 1; i >= from && i >= to - 3; i--) {
      int b = bytes[i] & 0xFF;
      if (b < 0x80) {
        return to; // whatever continuation bytes follow it stand alone
      }
      if (b >= 0xC0) {
        return i;
      }
    }
    return to;
  }
}

package dev.ssespec.property;

/** Bytes without sense, with enough of the grammar in them to mean something now and then. */
final class GarbageStream {
  private GarbageStream() {}

  /** A stream, one character a byte. */
  static String draw(Dice dice, Abilities abilities) {
    var out = new StringBuilder();
    for (int pieces = dice.below(30); pieces >= 0; pieces--) {
      out.append(piece(dice, abilities));
    }
    if (dice.percent(70)) {
      String lineEnd = dice.of(abilities.lineEnds());
      out.append(lineEnd).append(lineEnd);
    }
    return out.toString();
  }

  private static String piece(Dice dice, Abilities abilities) {
    int kind = dice.below(100);
    if (kind < 25) {
      return dice.of(abilities.lineEnds());
    }
    if (kind < 50) {
      return dice.of(Pieces.NAMES) + (dice.percent(60) ? ":" : dice.percent(50) ? ": " : "");
    }
    if (kind < 65) {
      return dice.of(Pieces.MALFORMED);
    }
    if (kind < 75) {
      return Pieces.latin(dice.of(Pieces.HOSTILE));
    }
    if (kind < 85) {
      return dice.of(Pieces.SIGNS);
    }
    if (kind < 90) {
      return Pieces.BYTE_ORDER_MARK;
    }
    int any = dice.below(256);
    return any == '\r' ? "\n" : String.valueOf((char) any);
  }
}

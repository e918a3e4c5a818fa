package dev.ssespec.property;

import java.util.List;

/** A stream built from the grammar, with a slip here and there. Used once. */
final class GrammarStream {
  private static final List<String> SEPARATORS =
      List.of(": ", ": ", ": ", ": ", ":", ":", ":", ":", ":  ", ": :");

  private final Dice dice;
  private final List<String> lineEnds;
  private final StringBuilder out = new StringBuilder();

  private GrammarStream(Dice dice, Abilities abilities) {
    this.dice = dice;
    List<String> known = abilities.lineEnds();
    lineEnds = dice.percent(40) ? known : List.of(dice.of(known));
  }

  /** A stream, one character a byte. */
  static String draw(Dice dice, Abilities abilities) {
    return new GrammarStream(dice, abilities).draw();
  }

  /** A field whose name is none, without its line end; one character a byte. */
  static String unknownField(Dice dice) {
    String name = Pieces.latin(dice.of(Pieces.UNKNOWN_NAMES));
    return dice.percent(15) ? name : name + dice.of(SEPARATORS) + Pieces.value(dice);
  }

  private String draw() {
    if (dice.percent(15)) {
      out.append(Pieces.BYTE_ORDER_MARK);
    }
    for (int blocks = dice.below(4); blocks >= 0; blocks--) {
      for (int lines = dice.below(4); lines >= 0; lines--) {
        line();
        lineEnd();
      }
      lineEnd();
    }
    if (dice.percent(15)) {
      out.setLength(dice.below(out.length() + 1));
    }
    return out.toString();
  }

  private void lineEnd() {
    out.append(dice.of(lineEnds));
  }

  private void line() {
    int kind = dice.below(100);
    if (kind < 48) {
      field("data", Pieces.value(dice));
    } else if (kind < 60) {
      field("event", Pieces.value(dice));
    } else if (kind < 74) {
      field("id", Pieces.value(dice));
    } else if (kind < 82) {
      out.append(dice.percent(70) ? "retry: " : "retry:").append(Pieces.reconnectionTime(dice));
    } else if (kind < 91) {
      out.append(':').append(Pieces.value(dice));
    } else {
      out.append(unknownField(dice));
    }
  }

  private void field(String name, String value) {
    out.append(name);
    if (!dice.percent(5)) {
      out.append(dice.of(SEPARATORS)).append(value);
    }
  }
}

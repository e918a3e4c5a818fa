package dev.ssespec.property;

import java.util.ArrayList;
import java.util.List;

/** Where a stream is cut into chunks: most often where a cut hurts. */
final class Cuts {
  private Cuts() {}

  /** The bytes with cuts between them; some streams stay whole, or open. */
  static List<Symbol> into(List<Symbol> bytes, boolean always, Dice dice, Abilities abilities) {
    List<Symbol> symbols = new ArrayList<>(bytes);
    if (abilities.chunks() && (always || dice.percent(70))) {
      if (dice.percent(20)) {
        everywhere(symbols);
      } else {
        for (int cuts = dice.below(3); cuts >= 0; cuts--) {
          symbols.add(place(symbols, dice), new Symbol(Symbol.CUT, false));
        }
      }
    }
    if (abilities.open() && dice.percent(15)) {
      symbols.add(new Symbol(Symbol.OPEN, false));
    }
    return symbols;
  }

  private static void everywhere(List<Symbol> symbols) {
    for (int i = symbols.size() - 1; i > 0; i--) {
      symbols.add(i, new Symbol(Symbol.CUT, false));
    }
  }

  /** A place between two bytes, most often one where a cut hurts. */
  static int place(List<Symbol> symbols, Dice dice) {
    List<Integer> sore = new ArrayList<>();
    for (int i = 1; i < symbols.size(); i++) {
      int before = symbols.get(i - 1).value();
      int behind = symbols.get(i).value();
      boolean insideCharacter = behind >= 0x80 && behind < 0xC0;
      if (insideCharacter || before == '\r' || behind == '\n' || before == ':') {
        sore.add(i);
      }
    }
    return sore.isEmpty() || dice.percent(40) ? dice.below(symbols.size() + 1) : dice.of(sore);
  }
}

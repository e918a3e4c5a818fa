package dev.ssespec.property;

import dev.ssespec.cases.Law;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Tries streams that are sent once, or once whole and once in chunks. */
final class StreamExperiment implements Experiment<Symbol> {
  private final Law law;
  private final Abilities abilities;

  StreamExperiment(Law law, Abilities abilities) {
    this.law = law;
    this.abilities = abilities;
  }

  @Override
  public List<Symbol> draw(Random random) {
    var dice = new Dice(random);
    boolean garbage = law == Law.ANY_BYTES || (law == Law.CHUNKING && dice.percent(40));
    String stream =
        garbage ? GarbageStream.draw(dice, abilities) : GrammarStream.draw(dice, abilities);
    return Cuts.into(Symbol.bytes(stream, false), law == Law.CHUNKING, dice, abilities);
  }

  @Override
  public Optional<Trial> trial(List<Symbol> parts) {
    Feed cut = Symbol.feed(parts, true, true);
    if (!Restraint.allows(Symbol.latin(parts, true), abilities)) {
      return Optional.empty();
    }
    if (law != Law.CHUNKING) {
      return Optional.of(new Trial(List.of(cut), ""));
    }
    return cut.chunks().size() < 2
        ? Optional.empty()
        : Optional.of(new Trial(List.of(Symbol.feed(parts, true, false), cut), ""));
  }

  @Override
  public List<List<Symbol>> leaps(List<Symbol> parts) {
    return Symbol.leaps(parts);
  }

  @Override
  public List<Symbol> simpler(Symbol part) {
    return part.simpler();
  }
}

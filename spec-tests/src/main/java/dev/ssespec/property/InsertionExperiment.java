package dev.ssespec.property;

import dev.ssespec.cases.Law;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.parser.LiteralInterpreter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries streams with and without a line that must change nothing. */
final class InsertionExperiment implements Experiment<Symbol> {
  private static final Pattern BOUNDARY =
      Pattern.compile("^(?:" + Pieces.BYTE_ORDER_MARK + ")?|\r\n|\n|\r(?!\n)");
  private static final Pattern COMMENT = Pattern.compile(":[^\r\n]*(?:\r\n|\n|\r)");
  private static final Pattern UNKNOWN =
      Pattern.compile("(?!(?:data|event|id|retry)[:\r\n])[^:\r\n][^\r\n]*(?:\r\n|\n|\r)");

  private final Law law;
  private final Abilities abilities;

  InsertionExperiment(Law law, Abilities abilities) {
    this.law = law;
    this.abilities = abilities;
  }

  @Override
  public List<Symbol> draw(Random random) {
    var dice = new Dice(random);
    String stream = GrammarStream.draw(dice, abilities);
    int at = dice.of(boundaries(stream));
    String line = law == Law.COMMENT ? ":" + Pieces.value(dice) : GrammarStream.unknownField(dice);
    List<Symbol> symbols = new ArrayList<>(Symbol.bytes(stream.substring(0, at), false));
    symbols.addAll(Symbol.bytes(line + dice.of(abilities.lineEnds()), true));
    symbols.addAll(Symbol.bytes(stream.substring(at), false));
    return Cuts.into(symbols, false, dice, abilities);
  }

  private static List<Integer> boundaries(String latin) {
    List<Integer> ends = new ArrayList<>();
    Matcher matcher = BOUNDARY.matcher(latin);
    while (matcher.find()) {
      ends.add(matcher.end());
    }
    return ends;
  }

  @Override
  public Optional<Trial> trial(List<Symbol> parts) {
    String without = Symbol.latin(parts, false);
    String with = Symbol.latin(parts, true);
    Feed bare = Symbol.feed(parts, false, true);
    boolean sound =
        standsBetweenLines(parts, without)
            && Restraint.allows(without, abilities)
            && Restraint.allows(with, abilities)
            && meansTheSame(without, with);
    return sound
        ? Optional.of(new Trial(List.of(bare, Symbol.feed(parts, true, true)), ""))
        : Optional.empty();
  }

  private boolean standsBetweenLines(List<Symbol> parts, String without) {
    List<Symbol> bytes = parts.stream().filter(part -> part.value() >= 0).toList();
    int from = 0;
    while (from < bytes.size() && !bytes.get(from).inserted()) {
      from++;
    }
    int to = from;
    while (to < bytes.size() && bytes.get(to).inserted()) {
      to++;
    }
    String line = Symbol.latin(bytes.subList(from, to), true);
    return (law == Law.COMMENT ? COMMENT : UNKNOWN).matcher(line).matches()
        && bytes.subList(to, bytes.size()).stream().noneMatch(Symbol::inserted)
        && boundaries(without).contains(from)
        && !(line.endsWith("\r") && without.startsWith("\n", from));
  }

  /** A line that a byte order mark begins, or ends, may mean something else: the oracle knows. */
  private static boolean meansTheSame(String without, String with) {
    Interpretation one = LiteralInterpreter.interpret(bytes(without));
    Interpretation other = LiteralInterpreter.interpret(bytes(with));
    return one.events().equals(other.events())
        && one.reconnectionTime().equals(other.reconnectionTime())
        && one.lastEventId().equals(other.lastEventId());
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
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

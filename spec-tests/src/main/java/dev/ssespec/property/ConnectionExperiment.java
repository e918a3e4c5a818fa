package dev.ssespec.property;

import dev.ssespec.cases.Law;
import dev.ssespec.parser.LiteralInterpreter;
import dev.ssespec.property.Connections.Connection;
import dev.ssespec.property.Connections.Ending;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Tries streams that are cut into several connections.
 *
 * <p>What was sent right before a cut or a reset may be lost on its way to the parser, and that is
 * nobody's fault. So such an end waits until the last event of its connection has been reported,
 * and what stands behind that event is of no consequence: no event, and no id.
 */
final class ConnectionExperiment implements Experiment<Symbol> {
  /** Any other id is hard to put into a header: the matter of cases of its own. */
  private static final Pattern PLAIN_ID = Pattern.compile("|[!-~]|[!-~][ -~]{0,60}[!-~]");

  private static final int MOST = 4;

  private final Law law;
  private final Abilities abilities;

  ConnectionExperiment(Law law, Abilities abilities) {
    this.law = law;
    this.abilities = abilities;
  }

  @Override
  public List<Symbol> draw(Random random) {
    var dice = new Dice(random);
    String stream = stream(dice) + stream(dice);
    List<Symbol> symbols = new ArrayList<>(Symbol.bytes(stream, false));
    for (int cuts = dice.below(3); cuts > 0; cuts--) {
      symbols.add(Cuts.place(symbols, dice), new Symbol(Symbol.CUT, false));
    }
    for (int ends = dice.below(MOST - 1); ends >= 0; ends--) {
      symbols.add(Cuts.place(symbols, dice), new Symbol(ending(dice), false));
    }
    return symbols;
  }

  /** Without reconnection times: they would be waited for. */
  private String stream(Dice dice) {
    String drawn =
        law == Law.ANY_BYTES_OVER_CONNECTIONS
            ? GarbageStream.draw(dice, abilities)
            : GrammarStream.draw(dice, abilities);
    return drawn.replace("retry", "data");
  }

  private static int ending(Dice dice) {
    return dice.percent(40) ? Symbol.ENDED : dice.percent(50) ? Symbol.CUT_OFF : Symbol.RESET;
  }

  @Override
  public Optional<Trial> trial(List<Symbol> parts) {
    List<Connection> all = new ArrayList<>();
    List<Symbol> part = new ArrayList<>();
    for (Symbol symbol : parts) {
      if (symbol.endsConnection()) {
        all.add(connection(part, symbol.value()));
        part.clear();
      } else {
        part.add(symbol);
      }
    }
    all.add(connection(part, Symbol.ENDED));
    var connections = new Connections(all);
    boolean sound =
        all.size() <= MOST
            && all.stream().allMatch(this::isAllowed)
            && ConnectionsMeaning.carriedOver(connections).lastEventIds().stream()
                .allMatch(id -> PLAIN_ID.matcher(id).matches());
    return sound
        ? Optional.of(
            new Trial(
                all.stream().map(one -> new Feed(one.chunks(), true)).toList(), connections.note()))
        : Optional.empty();
  }

  private boolean isAllowed(Connection one) {
    String latin = new String(one.whole(), StandardCharsets.ISO_8859_1);
    return Restraint.allows(latin, abilities) && !latin.toLowerCase(Locale.ROOT).contains("retry");
  }

  private static Connection connection(List<Symbol> part, int end) {
    Feed feed = Symbol.feed(part, true, true);
    boolean disorderly = end != Symbol.ENDED && mayLoseItsEnd(feed.whole());
    return new Connection(
        feed.chunks(), !disorderly ? Ending.END : end == Symbol.RESET ? Ending.RESET : Ending.CUT);
  }

  private static boolean mayLoseItsEnd(byte[] stream) {
    int events = LiteralInterpreter.interpret(stream).events().size();
    if (events == 0) {
      return false;
    }
    int from = 0;
    int to = stream.length;
    while (from < to) {
      int middle = (from + to) / 2;
      byte[] start = Arrays.copyOf(stream, middle);
      boolean enough = LiteralInterpreter.interpret(start).events().size() >= events;
      from = enough ? from : middle + 1;
      to = enough ? middle : to;
    }
    byte[] rest = Arrays.copyOfRange(stream, to, stream.length);
    return !new String(rest, StandardCharsets.ISO_8859_1).contains("id");
  }

  @Override
  public List<List<Symbol>> leaps(List<Symbol> parts) {
    return List.of(
        parts.stream().map(ConnectionExperiment::inGoodOrder).toList(),
        parts.stream().filter(part -> part.value() != Symbol.CUT).toList(),
        parts.stream().filter(part -> !part.endsConnection()).toList());
  }

  private static Symbol inGoodOrder(Symbol part) {
    return part.endsConnection() ? new Symbol(Symbol.ENDED, false) : part;
  }

  @Override
  public List<Symbol> simpler(Symbol part) {
    return part.simpler();
  }
}

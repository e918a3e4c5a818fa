package dev.ssespec.judge;

import dev.ssespec.judge.EndpointLines.Line;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.LiteralInterpreter;
import java.util.ArrayList;
import java.util.List;

/**
 * What the body of a response says as an event stream.
 *
 * @param blocks the blocks that a blank line has ended, and that hold at least one line
 * @param rest the lines behind the last blank line
 * @param events what was dispatched, with its time
 */
record EndpointStream(
    EndpointBody body, List<Line> lines, List<Block> blocks, List<Line> rest, List<Timed> events) {
  /**
   * A block.
   *
   * @param lines its lines, without the blank one
   * @param blank the blank line
   */
  record Block(List<Line> lines, Line blank) {
    Block {
      lines = List.copyOf(lines);
    }

    /** Its lines that are no comments. */
    List<Line> fields() {
      return lines.stream().filter(line -> !line.isComment()).toList();
    }

    boolean has(String name) {
      return fields().stream().anyMatch(line -> line.name().equals(name));
    }
  }

  /** An event and when its blank line came. */
  record Timed(long atMicros, Event event) {}

  EndpointStream {
    lines = List.copyOf(lines);
    blocks = List.copyOf(blocks);
    rest = List.copyOf(rest);
    events = List.copyOf(events);
  }

  static EndpointStream of(EndpointExchange exchange) {
    EndpointBody body = EndpointBody.of(exchange);
    List<Line> lines = EndpointLines.of(body.pieces());
    List<Block> blocks = new ArrayList<>();
    List<Line> open = new ArrayList<>();
    for (Line line : lines) {
      if (!line.isBlank()) {
        open.add(line);
      } else if (!open.isEmpty()) {
        blocks.add(new Block(open, line));
        open.clear();
      }
    }
    return new EndpointStream(body, lines, blocks, open, timed(body, blocks));
  }

  /** The interpreter says what is dispatched; each block with data dispatches one event. */
  private static List<Timed> timed(EndpointBody body, List<Block> blocks) {
    List<Event> events = LiteralInterpreter.interpret(body.whole()).events();
    List<Timed> timed = new ArrayList<>();
    for (Block block : blocks) {
      if (block.has("data") && timed.size() < events.size()) {
        timed.add(new Timed(block.blank().endsAt(), events.get(timed.size())));
      }
    }
    return timed;
  }

  /** The lines that are fields, in ended lines. */
  List<Line> fields() {
    return lines.stream().filter(l -> l.ended() && !l.isBlank() && !l.isComment()).toList();
  }

  /** The ended lines of one field. */
  List<Line> fields(String name) {
    return fields().stream().filter(line -> line.name().equals(name)).toList();
  }
}

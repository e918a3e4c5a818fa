package dev.ssespec.property;

import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.parser.LiteralInterpreter;
import java.util.ArrayList;
import java.util.List;

/**
 * What several connections mean to a client: each response is read by a parser of its own, and
 * nothing but the last event ID string goes over to the next.
 *
 * @param events of each connection
 * @param lastEventIds the last event ID string behind each connection
 */
public record ConnectionsMeaning(List<List<Event>> events, List<String> lastEventIds) {
  /** Copies the lists. */
  public ConnectionsMeaning {
    events = List.copyOf(events);
    lastEventIds = List.copyOf(lastEventIds);
  }

  /** The last event ID buffer of a new connection holds what the one before left behind. */
  public static ConnectionsMeaning carriedOver(Connections connections) {
    return of(connections, true);
  }

  /**
   * The last event ID buffer of a new connection is empty, as the text can be read; the string
   * keeps its value until a blank line copies the buffer.
   */
  public static ConnectionsMeaning startedEmpty(Connections connections) {
    return of(connections, false);
  }

  private static ConnectionsMeaning of(Connections connections, boolean carried) {
    List<List<Event>> events = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    String id = "";
    for (Connections.Connection one : connections.all()) {
      byte[] stream = one.whole();
      Interpretation meaning =
          carried
              ? LiteralInterpreter.interpret(stream, id)
              : LiteralInterpreter.interpretWithEmptyBuffer(stream, id);
      events.add(meaning.events());
      id = meaning.lastEventId();
      ids.add(id);
    }
    return new ConnectionsMeaning(events, ids);
  }

  /** All events, in order. */
  public List<Event> allEvents() {
    return events.stream().flatMap(List::stream).toList();
  }

  /** How many events have been reported when all of the first connections' have. */
  public int eventsUpTo(int connection) {
    return events.subList(0, connection).stream().mapToInt(List::size).sum();
  }
}

package dev.ssespec.judge;

import dev.ssespec.cases.Emission;
import dev.ssespec.parser.OutgoingEvent;
import java.util.List;

/**
 * How many lines of each field the values account for.
 *
 * @param values how many events were taken
 */
record Told(int values, int types, int ids, int retries) {
  static Told of(List<Emission> emissions, EmissionArrival arrival) {
    int types = 0;
    int ids = 0;
    int retries = 0;
    int values = 0;
    for (int i = 0; i < emissions.size(); i++) {
      if (!arrival.refused(i)) {
        if (emissions.get(i) instanceof Emission.OfEvent event) {
          values++;
          types += event.type().isPresent() ? 1 : 0;
          ids += event.id().isPresent() ? 1 : 0;
          retries += event.retry().isPresent() ? 1 : 0;
        }
      }
    }
    return new Told(values, types, ids, retries);
  }

  static Told ofGenerated(List<OutgoingEvent> events, EmissionArrival arrival) {
    int types = 0;
    int ids = 0;
    int retries = 0;
    int values = 0;
    for (int i = 0; i < events.size(); i++) {
      if (!arrival.refused(i)) {
        values += events.get(i).comment().isPresent() ? 0 : 1;
        types += events.get(i).type().isPresent() ? 1 : 0;
        ids += events.get(i).id().isPresent() ? 1 : 0;
        retries += events.get(i).retry().isPresent() ? 1 : 0;
      }
    }
    return new Told(values, types, ids, retries);
  }

  /** How many lines of that name the values may have made. */
  int most(String name, boolean habit) {
    int own =
        switch (name) {
          case "data" -> Integer.MAX_VALUE;
          case "event" -> types;
          case "id" -> ids;
          case "retry" -> retries;
          default -> 0;
        };
    // A server that writes the field with every event writes it once, whether told to or not.
    return habit ? Math.max(own, values) : own;
  }
}

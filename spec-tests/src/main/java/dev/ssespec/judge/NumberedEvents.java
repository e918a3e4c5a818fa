package dev.ssespec.judge;

import dev.ssespec.parser.Event;
import dev.ssespec.parser.LiteralInterpreter;
import dev.ssespec.report.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The events of a case among all that came: their data is its word and a number. */
final class NumberedEvents {
  private NumberedEvents() {}

  /** The numbers on one connection, in order. */
  static List<Integer> on(EndpointExchange exchange, String mark) {
    List<Integer> numbers = new ArrayList<>();
    for (Event event : LiteralInterpreter.interpret(ToldSight.payload(exchange)).events()) {
      if (event.data().startsWith(mark + " ") && tail(event, mark).matches("\\d{1,9}")) {
        numbers.add(Integer.valueOf(tail(event, mark)));
      }
    }
    return numbers;
  }

  private static String tail(Event event, String mark) {
    return event.data().substring(mark.length() + 1);
  }

  /** In what numbers depart from those that follow one another; empty where in nothing. */
  static Optional<EventList.Difference> gap(List<Integer> numbers, int first, int last) {
    Set<Integer> seen = new HashSet<>();
    int wanted = first;
    for (int number : numbers) {
      if (!seen.add(number) || number < first) {
        return difference(Failure.EXTRA, "Event " + number + " came again.");
      }
      if (number > wanted && numbers.contains(wanted)) {
        return difference(Failure.ORDER, "Event " + number + " came before event " + wanted + ".");
      }
      if (number > wanted) {
        return difference(
            Failure.MISSING, "Event " + wanted + " never came; event " + number + " did.");
      }
      wanted = number + 1;
    }
    return wanted <= last
        ? difference(Failure.MISSING, "Event " + wanted + " of " + last + " never came.")
        : Optional.empty();
  }

  private static Optional<EventList.Difference> difference(Failure kind, String sentence) {
    return Optional.of(new EventList.Difference(kind, sentence));
  }

  /** A judgement on it. */
  static Judgement judge(List<Integer> numbers, int first, int last, String where) {
    return gap(numbers, first, last)
        .map(d -> Judgement.fail(d.kind(), where + d.sentence(), null, null))
        .orElseGet(Judgement::pass);
  }
}

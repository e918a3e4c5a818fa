package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.Event;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events that a target reported, compared with those that it should have. */
final class EventList {
  private EventList() {}

  /**
   * In what two lists differ.
   *
   * @param kind in which way
   * @param sentence the first difference, for a person
   */
  record Difference(Failure kind, String sentence) {}

  /** The events of a message, ids left empty unless {@code ids}. */
  static List<Event> read(JsonNode events, boolean ids) {
    List<Event> list = new ArrayList<>();
    events.forEach(event -> list.add(readOne(event, ids)));
    return list;
  }

  static Event readOne(JsonNode event, boolean ids) {
    return new Event(
        event.path("type").asText(""),
        event.path("data").asText(""),
        ids ? event.path("lastEventId").asText("") : "");
  }

  /** Expected events with their placeholders filled in, ids left empty unless {@code ids}. */
  static List<Event> fill(List<Event> events, Words words, boolean ids) {
    return events.stream()
        .map(
            e ->
                new Event(
                    words.fill(e.type()),
                    words.fill(e.data()),
                    ids ? words.fill(e.lastEventId()) : ""))
        .toList();
  }

  /** In what {@code actual} departs from {@code expected}; empty where in nothing. */
  static Optional<Difference> compare(List<Event> expected, List<Event> actual) {
    if (expected.equals(actual)) {
      return Optional.empty();
    }
    int i = 0;
    while (i < expected.size() && i < actual.size() && expected.get(i).equals(actual.get(i))) {
      i++;
    }
    return Optional.of(new Difference(kind(expected, actual), sentence(expected, actual, i)));
  }

  private static Failure kind(List<Event> expected, List<Event> actual) {
    if (expected.size() == actual.size()) {
      return counts(expected).equals(counts(actual)) ? Failure.ORDER : Failure.WRONG_RESULT;
    }
    if (actual.size() < expected.size()) {
      return isSubsequence(actual, expected) ? Failure.MISSING : Failure.WRONG_RESULT;
    }
    return isSubsequence(expected, actual) ? Failure.EXTRA : Failure.WRONG_RESULT;
  }

  private static Map<Event, Integer> counts(List<Event> events) {
    Map<Event, Integer> counts = new HashMap<>();
    events.forEach(event -> counts.merge(event, 1, Integer::sum));
    return counts;
  }

  private static boolean isSubsequence(List<Event> few, List<Event> many) {
    int i = 0;
    for (Event event : many) {
      if (i < few.size() && few.get(i).equals(event)) {
        i++;
      }
    }
    return i == few.size();
  }

  private static String sentence(List<Event> expected, List<Event> actual, int i) {
    String count =
        expected.size() == actual.size()
            ? ""
            : "Expected " + number(expected.size()) + " but was " + number(actual.size()) + ". ";
    if (i >= actual.size()) {
      return count + "Event " + (i + 1) + " is missing: " + inWords(expected.get(i)) + ".";
    }
    if (i >= expected.size()) {
      return count + "Event " + (i + 1) + " must not be there: " + inWords(actual.get(i)) + ".";
    }
    return count + "Event " + (i + 1) + ": " + difference(expected.get(i), actual.get(i)) + ".";
  }

  private static String number(int events) {
    return events == 0 ? "no event" : events == 1 ? "1 event" : events + " events";
  }

  private static String difference(Event expected, Event actual) {
    List<String> parts = new ArrayList<>();
    part(parts, "type", expected.type(), actual.type());
    part(parts, "data", expected.data(), actual.data());
    part(parts, "lastEventId", expected.lastEventId(), actual.lastEventId());
    return String.join("; ", parts);
  }

  private static void part(List<String> parts, String name, String expected, String actual) {
    if (!expected.equals(actual)) {
      parts.add(name + " expected " + quote(expected) + " but was " + quote(actual));
    }
  }

  private static String inWords(Event event) {
    String id = event.lastEventId().isEmpty() ? "" : ", lastEventId " + quote(event.lastEventId());
    return "type " + quote(event.type()) + ", data " + quote(event.data()) + id;
  }

  /** Text in quotes on one line, shortened. */
  static String quote(String text) {
    String escaped = Bytes.utf8(text.length() > 200 ? text.substring(0, 200) : text).escaped();
    return "\"" + escaped + "\"" + (text.length() > 200 ? "… (" + text.length() + ")" : "");
  }

  /** The events as JSON; of very many only the first ones. */
  static ArrayNode json(List<Event> events, boolean ids) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Event event : events.subList(0, Math.min(events.size(), 100))) {
      var object = array.addObject();
      object.put("type", event.type()).put("data", shorten(event.data()));
      if (ids) {
        object.put("lastEventId", shorten(event.lastEventId()));
      }
    }
    return array;
  }

  private static String shorten(String text) {
    return text.length() <= 5000
        ? text
        : text.substring(0, 5000) + "… (" + text.length() + " characters)";
  }
}

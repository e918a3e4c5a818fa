package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A stream whose meaning was found by reading the standard, not by running a parser.
 *
 * @param sentence what it shows
 * @param octets its bytes, each as the character of the same number
 */
record KnownStream(String sentence, String octets, Interpretation expected) {

  static KnownStream raw(String sentence, String octets) {
    return new KnownStream(
        sentence, octets, new Interpretation(List.of(), List.of(), OptionalLong.empty(), ""));
  }

  static KnownStream text(String sentence, String text) {
    return raw(sentence, new String(text.getBytes(UTF_8), ISO_8859_1));
  }

  /** Messages of the default type without id. */
  KnownStream messages(String... data) {
    return events(List.of(data).stream().map(d -> new Event("message", d, "")).toList());
  }

  KnownStream event(String type, String data, String lastEventId) {
    List<Event> events = new ArrayList<>(expected.events());
    events.add(new Event(type, data, lastEventId));
    return events(events).lastEventId(lastEventId);
  }

  private KnownStream events(List<Event> events) {
    return with(events, expected.comments(), expected.reconnectionTime(), expected.lastEventId());
  }

  KnownStream comments(String... comments) {
    return with(
        expected.events(), List.of(comments), expected.reconnectionTime(), expected.lastEventId());
  }

  KnownStream retry(long millis) {
    return with(
        expected.events(), expected.comments(), OptionalLong.of(millis), expected.lastEventId());
  }

  KnownStream lastEventId(String id) {
    return with(expected.events(), expected.comments(), expected.reconnectionTime(), id);
  }

  private KnownStream with(
      List<Event> events, List<String> comments, OptionalLong retry, String lastEventId) {
    return new KnownStream(
        sentence, octets, new Interpretation(events, comments, retry, lastEventId));
  }

  byte[] bytes() {
    return octets.getBytes(ISO_8859_1);
  }

  @Override
  public String toString() {
    return sentence;
  }
}

package dev.ssespec.cli;

import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.cases.EmissionOutcome;
import dev.ssespec.cases.Expected;
import dev.ssespec.cases.Fate;
import dev.ssespec.parser.Event;
import dev.ssespec.report.Bytes;
import java.util.List;
import java.util.stream.Collectors;

/** Acceptable outcomes in words. */
final class OutcomeText {
  private static final int MANY = 12;

  private OutcomeText() {}

  static String of(Expected outcome) {
    var text = new StringBuilder(events(outcome.events()));
    outcome.retry().ifPresent(retry -> text.append("; reconnection time ").append(of(retry)));
    outcome
        .comments()
        .ifPresent(all -> text.append("; comments ").append(Bytes.utf8(all.toString()).escaped()));
    outcome.lastEventId().ifPresent(id -> text.append("; last event ID string ").append(quote(id)));
    return text.toString();
  }

  private static String of(Expected.Retry retry) {
    if (retry.atLeast().isEmpty()) {
      return "never set";
    }
    long least = retry.atLeast().getAsLong();
    return (retry.atMost() == least ? "" : "at least ") + least + " ms";
  }

  static String of(ClientExpectation expectation) {
    return expectation instanceof ClientExpectation.Events events
        ? "events: " + events(events.events())
        : expectation.toString();
  }

  static String of(EmissionOutcome outcome) {
    String fates =
        outcome.fates().stream().map(Fate::inWords).collect(Collectors.joining("; then "));
    return outcome.name() + (outcome.good() ? "" : " (non-strict)") + ": " + fates;
  }

  private static String events(List<Event> events) {
    if (events.isEmpty()) {
      return "no event";
    }
    String some =
        events.stream().limit(MANY).map(OutcomeText::of).collect(Collectors.joining(", "));
    return events.size() <= MANY ? some : some + ", … (" + events.size() + " events)";
  }

  private static String of(Event event) {
    String id = event.lastEventId().isEmpty() ? "" : " id " + quote(event.lastEventId());
    return event.type() + " " + quote(event.data()) + id;
  }

  private static String quote(String text) {
    String shown = text.length() <= 120 ? text : text.substring(0, 120);
    return "\""
        + Bytes.utf8(shown).escaped()
        + "\""
        + (text.length() <= 120 ? "" : "… (" + text.length() + " characters)");
  }
}

package dev.ssespec.parser;

import dev.ssespec.parser.WriteResult.Refused;
import dev.ssespec.parser.WriteResult.Written;
import java.util.Optional;

/**
 * Writes events so that every conforming parser reads back exactly what was meant, or says why that
 * is impossible. No value can put a line of its own onto the wire.
 *
 * <p>CR and CRLF in data become LF, since the format has no way to tell them apart. Everything else
 * either survives as it is or is refused. Safe on any thread; no limits; never throws for a value.
 *
 * <pre>{@code
 * WriteResult result = EventStreamWriter.write(OutgoingEvent.ofData("hello").withId("1"));
 * }</pre>
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">the
 *     grammar</a>
 */
public final class EventStreamWriter {

  private EventStreamWriter() {}

  /** The one block that says this event, or the first reason against it. */
  public static WriteResult write(OutgoingEvent event) {
    Optional<String> objection = objection(event);
    return objection.isPresent() ? new Refused(objection.get()) : new Written(block(event));
  }

  private static Optional<String> objection(OutgoingEvent event) {
    if (event.equals(OutgoingEvent.empty())) {
      return Optional.of("The event has no field: a block without one says nothing.");
    }
    if (event.type().isPresent() && event.data().isEmpty()) {
      return Optional.of(
          "The event has a type and no data, and a block without data is never dispatched: give it"
              + " data, if only an empty string.");
    }
    if (event.type().isPresent() && event.type().get().isEmpty()) {
      return Optional.of("The type is empty, which is read as \"message\": leave it out.");
    }
    if (event.retry().isPresent() && event.retry().getAsLong() < 0) {
      return Optional.of("The reconnection time is negative: it is zero milliseconds or more.");
    }
    return textObjection("data", event.data(), false)
        .or(() -> textObjection("type", event.type(), true))
        .or(() -> textObjection("id", event.id(), true))
        .or(() -> event.id().filter(id -> id.indexOf('\0') >= 0).map(id -> nulObjection()))
        .or(() -> textObjection("comment", event.comment(), true));
  }

  private static String nulObjection() {
    return "The id holds U+0000, and a client ignores such an id: use another one.";
  }

  private static Optional<String> textObjection(
      String field, Optional<String> text, boolean oneLine) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String value = text.get();
    if (oneLine && (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0)) {
      return Optional.of(
          "The %s holds a line end, which would start another field: only data has more than one line."
              .formatted(field));
    }
    int lone = unpairedSurrogate(value);
    return lone < 0
        ? Optional.empty()
        : Optional.of(
            "The %s holds an unpaired surrogate at index %d, which UTF-8 cannot carry."
                .formatted(field, lone));
  }

  private static int unpairedSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      int codePoint = text.codePointAt(i);
      if (codePoint >= Character.MIN_SUPPLEMENTARY_CODE_POINT) {
        i++;
      } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        return i;
      }
    }
    return -1;
  }

  private static String block(OutgoingEvent event) {
    StringBuilder block = new StringBuilder();
    // No space after a comment's colon, as it would be read back as part of the comment.
    event.comment().ifPresent(text -> block.append(':').append(text).append('\n'));
    event.type().ifPresent(type -> field(block, "event", type));
    event.id().ifPresent(id -> field(block, "id", id));
    event.retry().ifPresent(millis -> field(block, "retry", Long.toString(millis)));
    event
        .data()
        .ifPresent(
            data -> {
              for (String line : data.split("\r\n|\r|\n", -1)) {
                field(block, "data", line);
              }
            });
    return block.append('\n').toString();
  }

  /** The space is always there, so that a value which starts with one keeps its own. */
  private static void field(StringBuilder block, String name, String value) {
    block.append(name).append(": ").append(value).append('\n');
  }
}

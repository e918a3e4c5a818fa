package dev.ssespec.parser;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a server wants to say in one block. Nothing is checked here: {@link EventStreamWriter} says
 * what a stream can carry.
 *
 * <pre>{@code
 * OutgoingEvent event = OutgoingEvent.ofData("21 °C").withType("weather").withId("17");
 * }</pre>
 *
 * @param data the data; any number of lines
 * @param type the event type
 * @param id the last event ID; an empty one resets it
 * @param retry the reconnection time in milliseconds
 * @param comment a comment, which no client shows to its user
 */
public record OutgoingEvent(
    Optional<String> data,
    Optional<String> type,
    Optional<String> id,
    OptionalLong retry,
    Optional<String> comment) {

  private static final OutgoingEvent EMPTY =
      new OutgoingEvent(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty());

  /** Refuses null: what an event does not have is empty. */
  public OutgoingEvent {
    Objects.requireNonNull(data, "data is null: an event without data has Optional.empty()");
    Objects.requireNonNull(type, "type is null: an event without a type has Optional.empty()");
    Objects.requireNonNull(id, "id is null: an event without an id has Optional.empty()");
    Objects.requireNonNull(
        retry, "retry is null: an event without a reconnection time has OptionalLong.empty()");
    Objects.requireNonNull(
        comment, "comment is null: an event without a comment has Optional.empty()");
  }

  /** An event without any field, to add some to. */
  public static OutgoingEvent empty() {
    return EMPTY;
  }

  /** An event of the default type with this data. */
  public static OutgoingEvent ofData(String data) {
    return EMPTY.withData(data);
  }

  /** This event with other data. */
  public OutgoingEvent withData(String newData) {
    return new OutgoingEvent(Optional.of(newData), type, id, retry, comment);
  }

  /** This event with another type. */
  public OutgoingEvent withType(String newType) {
    return new OutgoingEvent(data, Optional.of(newType), id, retry, comment);
  }

  /** This event with another last event ID. */
  public OutgoingEvent withId(String newId) {
    return new OutgoingEvent(data, type, Optional.of(newId), retry, comment);
  }

  /** This event with another reconnection time, in milliseconds. */
  public OutgoingEvent withRetry(long millis) {
    return new OutgoingEvent(data, type, id, OptionalLong.of(millis), comment);
  }

  /** This event with another comment. */
  public OutgoingEvent withComment(String newComment) {
    return new OutgoingEvent(data, type, id, retry, Optional.of(newComment));
  }
}

package dev.ssespec.cases;

import dev.ssespec.parser.Event;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One acceptable outcome of a parser case, written by hand from the standard.
 *
 * @param name what a non-canonical outcome is called; {@code canonical} for the first
 * @param events everything dispatched, in order
 * @param retry the reconnection time at the end; empty where the case does not look at it
 * @param comments the comments in order, each as the text after the colon with or without its
 *     leading space; empty where the case does not look at them
 * @param lastEventId the last event ID string at the end; empty where the case does not look at it
 */
public record Expected(
    String name,
    List<Event> events,
    Optional<Retry> retry,
    Optional<List<String>> comments,
    Optional<String> lastEventId) {

  /**
   * What the reconnection time may be.
   *
   * @param atLeast smallest value in ms; empty means that none may have been set
   * @param atMost largest value in ms
   */
  public record Retry(OptionalLong atLeast, long atMost) {
    /** No reconnection time was set. */
    public static Retry none() {
      return new Retry(OptionalLong.empty(), 0);
    }

    /** Exactly {@code millis}. */
    public static Retry exactly(long millis) {
      return new Retry(OptionalLong.of(millis), millis);
    }

    /** {@code millis} or more: a clamped value is as good as the true one. */
    public static Retry atLeast(long millis) {
      return new Retry(OptionalLong.of(millis), Long.MAX_VALUE);
    }
  }

  /** An outcome that looks at the events alone. */
  public static Expected ofEvents(String name, List<Event> events) {
    return new Expected(name, events, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Copies the list. */
  public Expected {
    events = List.copyOf(events);
  }
}

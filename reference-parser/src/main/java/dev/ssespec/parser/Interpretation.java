package dev.ssespec.parser;

import java.util.List;
import java.util.OptionalLong;

/**
 * All that a stream means, once it has ended.
 *
 * @param events the dispatched events, in stream order
 * @param comments the text of each comment line after its colon, in stream order
 * @param reconnectionTime the last reconnection time that the stream set, in milliseconds, {@link
 *     Long#MAX_VALUE} standing for anything beyond it; empty where it set none
 * @param lastEventId the last event ID string that a reconnection would send; empty where there is
 *     none
 */
public record Interpretation(
    List<Event> events, List<String> comments, OptionalLong reconnectionTime, String lastEventId) {

  /** Copies both lists. */
  public Interpretation {
    events = List.copyOf(events);
    comments = List.copyOf(comments);
  }
}

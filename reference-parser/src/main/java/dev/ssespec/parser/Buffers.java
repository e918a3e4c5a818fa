package dev.ssespec.parser;

import java.util.OptionalLong;

/**
 * What the standard's steps remember between two lines.
 *
 * @param data the data buffer, each line with its line feed
 * @param eventType the event type buffer
 * @param lastEventIdBuffer the last event ID buffer: the id that the next blank line commits
 * @param lastEventIdString the last event ID string: the id that the last blank line has committed
 * @param reconnectionTime the reconnection time in milliseconds; empty where the stream set none
 */
public record Buffers(
    BufferedData data,
    String eventType,
    String lastEventIdBuffer,
    String lastEventIdString,
    OptionalLong reconnectionTime) {

  /** Buffers whose data buffer holds a text that is shared with no others. */
  public Buffers(
      String data,
      String eventType,
      String lastEventIdBuffer,
      String lastEventIdString,
      OptionalLong reconnectionTime) {
    this(BufferedData.of(data), eventType, lastEventIdBuffer, lastEventIdString, reconnectionTime);
  }
}

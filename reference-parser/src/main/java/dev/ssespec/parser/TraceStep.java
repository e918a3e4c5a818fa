package dev.ssespec.parser;

import java.util.Optional;

/**
 * One line of a stream as the standard processes it.
 *
 * @param line its number, the first being 1
 * @param byteOffset how many bytes of the stream come before it
 * @param shown the line with everything made visible, its line end too: CR as ␍, LF as ␊
 * @param hex its bytes with the line end, in hexadecimal, with spaces between; a byte order mark
 *     that was left out before it belongs to it
 * @param end how it ends
 * @param action what the line is and does
 * @param before the buffers before it
 * @param after the buffers after it
 * @param event the event that it dispatches
 */
public record TraceStep(
    long line,
    long byteOffset,
    String shown,
    String hex,
    LineEnd end,
    Action action,
    Buffers before,
    Buffers after,
    Optional<Event> event) {

  /** What a line is, and does. */
  public enum Action {
    /** A blank line that dispatches an event. */
    DISPATCH("blank line: commit the id and dispatch the event"),
    /** A blank line after a block without data. */
    NOTHING_TO_DISPATCH("blank line, no data: commit the id, clear the event type"),
    /** A line that starts with a colon. */
    COMMENT("comment: ignored"),
    /** A data field. */
    APPEND_DATA("data: append the value and a line feed to the data buffer"),
    /** An event field. */
    SET_EVENT_TYPE("event: set the event type buffer"),
    /** An id field. */
    SET_ID("id: set the last event ID buffer"),
    /** An id field whose value holds U+0000. */
    IGNORE_ID("id with U+0000: ignored"),
    /** A retry field. */
    SET_RECONNECTION_TIME("retry: set the reconnection time"),
    /** A retry field whose value is not made of digits. */
    IGNORE_RETRY("retry that is not made of ASCII digits: ignored"),
    /** A field of any other name. */
    IGNORE_FIELD("unknown field: ignored"),
    /** What follows the last line end. */
    DISCARD_LINE("the stream ends inside this line: discarded"),
    /** The end of the stream with something in the buffers that no blank line has followed. */
    DISCARD_BLOCK("the stream ends before a blank line: the buffers are discarded");

    private final String explanation;

    Action(String explanation) {
      this.explanation = explanation;
    }

    /** In a few words, for a person. */
    public String explanation() {
      return explanation;
    }

    /** The address of the clause that says so. */
    public String clause() {
      return Clause.PAGE + (this == DISCARD_LINE ? Clause.PARSING : Clause.INTERPRETING);
    }
  }
}

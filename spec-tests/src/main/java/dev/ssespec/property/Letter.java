package dev.ssespec.property;

/**
 * The smallest thing that can be left out of events that are written.
 *
 * @param event the number of the event that it belongs to
 * @param part what it belongs to there
 * @param codePoint the character; {@link #PRESENT} says that the part is there, if only empty; of
 *     {@link Part#CHUNKS} the size of a chunk
 */
record Letter(int event, Part part, int codePoint) {
  static final int PRESENT = -1;

  /** What an event consists of. */
  enum Part {
    DATA,
    TYPE,
    ID,
    RETRY,
    COMMENT,
    /** No part of an event: the whole is sent in chunks of this size. */
    CHUNKS
  }
}

package dev.ssespec.parser;

import java.nio.charset.StandardCharsets;

/** What {@link EventStreamWriter} makes of an event: its encoding, or why there is none. */
public sealed interface WriteResult {

  /**
   * The encoding.
   *
   * @param text the lines of the block, each with its line feed, a blank one last
   */
  record Written(String text) implements WriteResult {

    /** The block as it goes onto the wire: the text in UTF-8. A new array on each call. */
    public byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * No stream carries this event.
   *
   * @param reason which field, what is wrong with it, and what to do instead; for a person
   */
  record Refused(String reason) implements WriteResult {}
}

package dev.ssespec.target;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a conversation hears of its target. */
public sealed interface Heard permits Heard.Said, Heard.Noise, Heard.Gone {
  /** A message with the conversation's id. */
  record Said(ObjectNode message) implements Heard {}

  /** Something that is no message, or one that belongs to no conversation. */
  record Noise(String text) implements Heard {}

  /** The target is gone; nothing follows. */
  record Gone(String how) implements Heard {}
}

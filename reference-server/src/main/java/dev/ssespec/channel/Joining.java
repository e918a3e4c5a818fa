package dev.ssespec.channel;

/** How a client comes to a channel. */
public enum Joining {
  /** For the first time: it has no last event ID. */
  FRESH,
  /** Back again: what it has missed will be sent. */
  RESUMED,
  /** Back again, with an id that the channel does not know or no longer keeps: there is a gap. */
  LOST
}

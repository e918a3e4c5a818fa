package dev.ssespec.peer;

/** What {@link PlainClient} may do differently and still be right. */
public enum ClientOddball {
  /** Waits three times as long as it has to. */
  WAITS_LONGER,

  /** Adds 40 ms to its wait with each loss. */
  BACKS_OFF,

  /** Sends no Accept header. */
  SENDS_NO_ACCEPT,

  /** Sends headers that nobody asked for, and writes their names in its own way. */
  SENDS_MORE_HEADERS,

  /** Accepts any media type in Accept, and says so at length. */
  ACCEPTS_MUCH,

  /** Starts each stream with an empty last event ID buffer, as the text can be read. */
  FOLLOWS_TEXT_LITERALLY,

  /** Fails for good when its first attempt is not answered. */
  GIVES_UP_FIRST_ATTEMPT,

  /** Leaves an id out that is too long for its taste, or not fit for a header. */
  LEAVES_OUT_ODD_IDS,

  /** Refuses a charset other than UTF-8. */
  REFUSES_OTHER_CHARSETS,

  /** Takes no reconnection time of more than 10 s seriously, and none below 20 ms. */
  CLAMPS_RETRY,

  /** Writes its request in small pieces. */
  WRITES_IN_PIECES,

  /** Does not ask for gzip. */
  TAKES_NO_GZIP,

  /** Takes the end of a gzip member for the end of the body, as browsers do. */
  READS_FIRST_GZIP_MEMBER_ALONE,

  /** Ends its connections with a reset. */
  CLOSES_WITH_RESET,

  /** Opens a connection more than it needs, and sends nothing on it. */
  CONNECTS_AHEAD,

  /** Asks the target of a redirect again, not the URL that it was given. */
  ASKS_REDIRECT_TARGET,

  /** Spells Last-Event-ID, and the other names, in small letters. */
  SPELLS_NAMES_SMALL,

  /** Sends the URL's name and password without being asked. */
  SENDS_PASSWORD_AT_ONCE
}

package dev.ssespec.cases;

/** What holds for every stream, and can therefore be tried on generated ones. */
public enum Law {
  /** A stream built from the grammar, in any chunks, means what the literal interpreter says. */
  ANY_STREAM("Streams built from the grammar, whole and hostile, in random chunks."),
  /** Any bytes at all, in any chunks, mean what the literal interpreter says. */
  ANY_BYTES("Garbage: field names, line ends, byte order marks, malformed UTF-8, random bytes."),
  /** A stream means the same whole and in chunks. */
  CHUNKING("Each stream twice: in one chunk, and in random chunks."),
  /** A comment between two lines changes nothing. */
  COMMENT("Each stream twice: as it is, and with a comment between two of its lines."),
  /** A field of unknown name between two lines changes nothing. */
  UNKNOWN_FIELD("Each stream twice: as it is, and with an unknown field between two of its lines."),
  /** What the reference writer encodes is read back as it was. */
  WRITTEN("Random events, as the reference writer encodes them, in chunks of a random size."),
  /** A stream built from the grammar, over several connections, means what the model says. */
  ANY_CONNECTIONS(
      Role.CLIENT,
      "Streams built from the grammar, cut into several responses at any byte; each ends in good"
          + " order, or is cut off or reset once its last event has been reported."),
  /** Any bytes at all, over several connections, mean what the model says. */
  ANY_BYTES_OVER_CONNECTIONS(
      Role.CLIENT,
      "Garbage, cut into several responses at any byte; each ends in good order, or is cut off or"
          + " reset once its last event has been reported."),
  /** Whatever a server takes arrives as it was. */
  EMITTED(
      Role.SERVER,
      "Random events that a stream can carry, sent by the server one behind the other."),
  /** No value becomes a line of its own. */
  CONTAINED(
      Role.SERVER, "Random events with line ends in type, id and comment, sent by the server.");

  private final Role role;
  private final String stimulus;

  Law(String stimulus) {
    this(Role.PARSER, stimulus);
  }

  Law(Role role, String stimulus) {
    this.role = role;
    this.stimulus = stimulus;
  }

  /** Whose law it is. */
  public Role role() {
    return role;
  }

  /** What a target gets, in words. */
  public String stimulus() {
    return stimulus;
  }
}

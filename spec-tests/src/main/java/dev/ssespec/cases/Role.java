package dev.ssespec.cases;

/** What a target is tested as. */
public enum Role {
  /** Bytes in, events out. */
  PARSER("parser", 'P'),
  /** Connects, reports events, reconnects. */
  CLIENT("client", 'C'),
  /** Emits what it is told to. */
  SERVER("server", 'S'),
  /** A running endpoint that the kit only watches. */
  SERVER_URL("server-url", 'S');

  private final String word;
  private final char letter;

  Role(String word, char letter) {
    this.word = word;
    this.letter = letter;
  }

  /** The word for it in records and in {@code target.json}. */
  public String word() {
    return word;
  }

  /** The letter that the codes of its cases begin with. */
  public char letter() {
    return letter;
  }
}

package dev.ssespec.cli;

/**
 * How the reading of a stream came to its end.
 *
 * @param kind which way
 * @param how what cut it off, as a clause; empty otherwise
 */
record StreamEnd(Kind kind, String how) {
  /** The ways to an end. */
  enum Kind {
    /** The stream has ended: what is unfinished stays it. */
    REACHED,
    /** Nobody reads any longer; the stream may go on. */
    OPEN,
    /** Somebody stopped the kit. */
    INTERRUPTED,
    /** What carried the stream broke, which is not the stream's fault. */
    CUT_OFF
  }

  static StreamEnd reached() {
    return new StreamEnd(Kind.REACHED, "");
  }

  static StreamEnd open() {
    return new StreamEnd(Kind.OPEN, "");
  }

  static StreamEnd interrupted() {
    return new StreamEnd(Kind.INTERRUPTED, "");
  }

  static StreamEnd cutOff(String how) {
    return new StreamEnd(Kind.CUT_OFF, how);
  }
}

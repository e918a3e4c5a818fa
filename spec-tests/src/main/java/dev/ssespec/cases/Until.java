package dev.ssespec.cases;

import java.util.List;

/** What has to have happened for a client case to be over. */
public sealed interface Until {
  /** For people: what is waited for. */
  default String inWords() {
    if (this instanceof Requests some) {
      return "request " + some.count();
    }
    if (this instanceof RequestsTo some) {
      return "request " + some.count() + " to " + (some.subPath().isEmpty() ? "." : some.subPath());
    }
    if (this instanceof EventSeen event) {
      return "an event with data " + event.data();
    }
    if (this instanceof Failed || this instanceof GaveUp) {
      return "an error with state closed";
    }
    if (this instanceof ResponseOver response) {
      return "the end of response " + response.request();
    }
    if (this instanceof ErrorSeen error) {
      return "error " + error.count();
    }
    if (this instanceof PeerLeft left) {
      return "the target to end the connection of request " + left.request();
    }
    if (this instanceof All all) {
      return String.join(" and ", all.parts().stream().map(Until::inWords).toList());
    }
    if (this instanceof Any any) {
      return String.join(" or ", any.parts().stream().map(Until::inWords).toList());
    }
    return "the answer to close";
  }

  /** So many requests arrived. */
  record Requests(int count) implements Until {}

  /** The target reported an event whose data is {@code data}. */
  record EventSeen(String data) implements Until {}

  /**
   * The target said that the connection failed for good, where it says such things; otherwise the
   * response to the {@code request}-th request is over.
   */
  record Failed(int request) implements Until {}

  /**
   * So many requests asked for a path below the source's own; the empty one is the source's own.
   */
  record RequestsTo(String subPath, int count) implements Until {}

  /** The response to the {@code request}-th request was ended by the kit, in whichever way. */
  record ResponseOver(int request) implements Until {}

  /** The target said that the connection failed for good; never so where it reports no errors. */
  record GaveUp() implements Until {}

  /** The target reported its {@code count}-th error; never so where it reports none. */
  record ErrorSeen(int count) implements Until {}

  /** The target answered {@code closed} to the kit's {@code close}. */
  record Closed() implements Until {}

  /** The target itself ended the connection of that request. */
  record PeerLeft(int request) implements Until {}

  /** All of these. */
  record All(List<Until> parts) implements Until {
    /** Copies the list. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of these. */
  record Any(List<Until> parts) implements Until {
    /** Copies the list. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of {@code parts}. */
  static Until any(Until... parts) {
    return new Any(List.of(parts));
  }

  /** All of {@code parts}. */
  static Until all(Until... parts) {
    return new All(List.of(parts));
  }
}

package dev.ssespec.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a client gets. */
public sealed interface Answer {

  /** An event stream, fed by this. */
  record Stream(Feed feed) implements Answer {}

  /**
   * All at once.
   *
   * @param status the HTTP status
   * @param contentType the media type with its parameters; empty where there is no body
   * @param body for reading only
   */
  // An array, because a body is bytes. Compared by identity.
  @SuppressWarnings("ArrayRecordComponent")
  record Whole(int status, String contentType, byte[] body) implements Answer {}

  /** An event stream. */
  static Answer stream(Feed feed) {
    return new Stream(feed);
  }

  /** Nothing more, ever: a client that gets this does not come back. */
  static Answer noContent() {
    return new Whole(204, "", new byte[0]);
  }

  /** Some JSON. */
  static Answer json(int status, String json) {
    return new Whole(status, "application/json", json.getBytes(UTF_8));
  }

  /** A sentence for people. */
  static Answer text(int status, String sentence) {
    return new Whole(status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(UTF_8));
  }
}

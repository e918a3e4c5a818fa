package dev.ssespec.client;

/** What ends the body of a response (RFC 9112, section 6.3). */
public enum BodyFraming {
  /** There is none: an informational response, 204, 304, or the answer to HEAD. */
  NONE,
  /** The terminating chunk. */
  CHUNKED,
  /** Its Content-Length. */
  LENGTH,
  /** The end of the connection. */
  CLOSE,
  /** The frame that ends the stream, in HTTP/2. */
  FRAMES
}

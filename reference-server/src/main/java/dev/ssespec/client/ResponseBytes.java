package dev.ssespec.client;

import java.io.IOException;

/** Takes the bytes of a connection as they come, and cuts the response out of them. */
interface ResponseBytes {
  /** Takes the bytes of one read, and answers whether nothing more is to be read. */
  boolean feed(byte[] bytes, long nanos) throws IOException;

  /** How it ended: the peer has closed, or nothing more is to be read. */
  WireReading end(long nanos);
}

package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.ANSWERS_FROM_CACHE;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** A body that may be kept, for a client that asks its cache instead of the server. */
final class PlainCache {
  private final PlainManner manner;
  private Optional<ByteArrayOutputStream> recording = Optional.empty();
  private Optional<byte[]> kept = Optional.empty();

  PlainCache(PlainManner manner) {
    this.manner = manner;
  }

  /** A body begins. */
  void begin(PlainHead head) {
    boolean keep =
        manner.has(ANSWERS_FROM_CACHE)
            && head.field("Cache-Control").orElse("").contains("max-age");
    recording = keep ? Optional.of(new ByteArrayOutputStream()) : Optional.empty();
  }

  /** A further piece of it. */
  void add(byte[] bytes) {
    recording.ifPresent(record -> record.writeBytes(bytes));
  }

  /** It came to its end. */
  void complete() {
    kept = recording.map(ByteArrayOutputStream::toByteArray);
  }

  /** What is in the cache. */
  Optional<byte[]> body() {
    return kept;
  }
}

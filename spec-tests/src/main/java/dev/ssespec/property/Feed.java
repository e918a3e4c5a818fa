package dev.ssespec.property;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * One stream as it is sent.
 *
 * @param chunks its bytes, in order; at least one chunk
 * @param end whether it ends behind them
 */
public record Feed(List<byte[]> chunks, boolean end) {
  /** Copies the list. */
  public Feed {
    chunks = List.copyOf(chunks);
  }

  /** The bytes of all chunks. */
  public byte[] whole() {
    var out = new ByteArrayOutputStream();
    chunks.forEach(out::writeBytes);
    return out.toByteArray();
  }
}

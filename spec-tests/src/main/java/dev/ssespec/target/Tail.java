package dev.ssespec.target;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The last bytes of a log of any length. Safe for all threads. */
public final class Tail {
  private final int limit;
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();

  /** Keeps at least {@code limit} bytes. */
  public Tail(int limit) {
    this.limit = limit;
  }

  /** Adds the first {@code length} bytes. */
  public synchronized void add(byte[] bytes, int length) {
    kept.write(bytes, 0, length);
    if (kept.size() > 2 * limit) {
      byte[] all = kept.toByteArray();
      kept = new ByteArrayOutputStream();
      kept.write(all, all.length - limit, limit);
    }
  }

  /** What was kept. */
  public synchronized String text() {
    byte[] all = kept.toByteArray();
    int from = Math.max(0, all.length - limit);
    return new String(all, from, all.length - from, StandardCharsets.UTF_8);
  }
}

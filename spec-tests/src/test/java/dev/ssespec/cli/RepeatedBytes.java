package dev.ssespec.cli;

import java.io.InputStream;

/** A stream that says the same bytes over and over, and then ends; nothing of it is kept. */
final class RepeatedBytes extends InputStream {
  private final byte[] bytes;
  private long left;
  private int at;

  RepeatedBytes(byte[] bytes, long times) {
    this.bytes = bytes.clone();
    this.left = bytes.length * times;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (left == 0) {
      return -1;
    }
    int count = (int) Math.min(left, length);
    for (int i = 0; i < count; i++) {
      into[from + i] = bytes[at];
      at = at + 1 == bytes.length ? 0 : at + 1;
    }
    left -= count;
    return count;
  }
}

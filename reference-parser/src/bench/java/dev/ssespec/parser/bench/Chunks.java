package dev.ssespec.parser.bench;

import java.io.InputStream;

/** Hands out bytes, at most one chunk a read. */
final class Chunks extends InputStream {

  private final byte[] bytes;
  private final int chunk;
  private int at;

  Chunks(byte[] bytes, int chunk) {
    this.bytes = bytes;
    this.chunk = chunk;
  }

  @Override
  public int read() {
    return at < bytes.length ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (at == bytes.length) {
      return -1;
    }
    int size = Math.min(Math.min(length, chunk), bytes.length - at);
    System.arraycopy(bytes, at, target, offset, size);
    at += size;
    return size;
  }
}

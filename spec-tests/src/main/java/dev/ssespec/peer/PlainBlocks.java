package dev.ssespec.peer;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * Brotli and Zstandard as far as nothing is compressed: blocks of bytes as they are, behind headers
 * of three bytes that hold their length.
 */
final class PlainBlocks implements PlainCoding {
  private static final int HEADER = 3;

  private final boolean brotli;
  private final ByteArrayOutputStream header = new ByteArrayOutputStream();
  private int toSkip;
  private int missing;
  private boolean begun;
  private boolean over;

  private PlainBlocks(boolean brotli, int toSkip) {
    this.brotli = brotli;
    this.toSkip = toSkip;
  }

  static PlainBlocks brotli() {
    return new PlainBlocks(true, 0);
  }

  /** Its frame begins with a magic number and two bytes more. */
  static PlainBlocks zstandard() {
    return new PlainBlocks(false, 6);
  }

  @Override
  public byte[] feed(byte[] piece) throws IOException {
    var out = new ByteArrayOutputStream();
    for (byte b : piece) {
      if (toSkip > 0) {
        toSkip--;
      } else if (missing > 0) {
        missing--;
        out.write(b);
      } else {
        header(b);
      }
    }
    return out.toByteArray();
  }

  private void header(byte b) throws IOException {
    header.write(b);
    if (brotli && header.size() == 1 && b == 3) {
      over = true;
    } else if (header.size() == HEADER) {
      byte[] bytes = header.toByteArray();
      header.reset();
      int value = (bytes[0] & 0xFF) | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF) << 16;
      read(brotli && !begun ? value >> 1 : value);
      begun = true;
    }
  }

  private void read(int value) throws IOException {
    boolean asItIs = brotli ? (value & 7) == 0 && value >> 19 == 1 : (value & 6) == 0;
    if (!asItIs) {
      throw new IOException("a block that is compressed");
    }
    missing = brotli ? (value >> 3 & 0xFFFF) + 1 : value >> 3;
    over = !brotli && (value & 1) == 1;
  }

  @Override
  public byte[] end() throws IOException {
    if (!over || missing > 0) {
      throw new EOFException("the coding was cut short");
    }
    return new byte[0];
  }
}

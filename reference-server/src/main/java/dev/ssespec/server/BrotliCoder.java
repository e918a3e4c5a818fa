package dev.ssespec.server;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Meta-blocks that hold their bytes as they are (RFC 7932, section 9.2): they end with a byte. */
final class BrotliCoder implements BodyCoder {
  private static final int LONGEST = 1 << 16;
  private static final int UNCOMPRESSED = 1 << 19;
  private static final int LAST_AND_EMPTY = 3;

  private boolean begun;

  @Override
  public byte[] code(byte[] plain, boolean ends) {
    var coded = new ByteArrayOutputStream();
    for (int at = 0; at < plain.length; at += LONGEST) {
      byte[] block = Arrays.copyOfRange(plain, at, Math.min(at + LONGEST, plain.length));
      // Not the last one, its length in four nibbles; the first is behind one bit for the window.
      int header = ((block.length - 1) << 3) | UNCOMPRESSED;
      header = begun ? header : header << 1;
      begun = true;
      coded.writeBytes(new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)});
      coded.writeBytes(block);
    }
    if (ends) {
      coded.write(LAST_AND_EMPTY);
    }
    return coded.toByteArray();
  }
}

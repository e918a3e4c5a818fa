package dev.ssespec.server;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A frame of raw blocks (RFC 8878, section 3.1.1.2.2), without a checksum. */
final class ZstandardCoder implements BodyCoder {
  /** The magic number, a header that says nothing, and a window of 128 KiB. */
  private static final byte[] BEGINNING = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 0x38};

  private static final byte[] LAST_AND_EMPTY = {1, 0, 0};
  private static final int LONGEST = 1 << 16;

  private boolean begun;

  @Override
  public byte[] code(byte[] plain, boolean ends) {
    var coded = new ByteArrayOutputStream();
    coded.writeBytes(begun ? new byte[0] : BEGINNING);
    begun = true;
    for (int at = 0; at < plain.length; at += LONGEST) {
      byte[] block = Arrays.copyOfRange(plain, at, Math.min(at + LONGEST, plain.length));
      int header = block.length << 3;
      coded.writeBytes(new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)});
      coded.writeBytes(block);
    }
    coded.writeBytes(ends ? LAST_AND_EMPTY : new byte[0]);
    return coded.toByteArray();
  }
}

package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decodes a gzip-coded body piece by piece; of the header it knows the plainest form. */
final class PlainGzip implements PlainCoding {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;

  private final PlainManner manner;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private Inflater inflater = new Inflater(true);
  private int toSkip = HEADER;
  private boolean inHeader = true;
  private boolean over;

  PlainGzip(PlainManner manner) {
    this.manner = manner;
  }

  @Override
  public byte[] feed(byte[] piece) throws IOException {
    if (manner.has(READS_GZIP_AS_IT_IS)) {
      return piece;
    }
    if (manner.has(HOLDS_GZIP_UNTIL_END)) {
      held.writeBytes(piece);
      return new byte[0];
    }
    return decode(piece);
  }

  @Override
  public byte[] end() throws IOException {
    byte[] rest = decode(held.toByteArray());
    boolean between = inHeader && toSkip == HEADER;
    if (!between && !over && !manner.has(READS_GZIP_AS_IT_IS)) {
      throw new EOFException("the coding was cut short");
    }
    return rest;
  }

  private byte[] decode(byte[] piece) throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] bytes = piece;
    while (bytes.length > 0 && !over) {
      int skipped = Math.min(toSkip, bytes.length);
      toSkip -= skipped;
      bytes = Arrays.copyOfRange(bytes, skipped, bytes.length);
      if (toSkip == 0) {
        bytes = inHeader ? inflate(bytes, out) : nextMember(bytes);
      }
    }
    return out.toByteArray();
  }

  private byte[] nextMember(byte[] bytes) {
    over = manner.is(ClientOddball.READS_FIRST_GZIP_MEMBER_ALONE);
    inflater = new Inflater(true);
    inHeader = true;
    toSkip = HEADER;
    return bytes;
  }

  private byte[] inflate(byte[] bytes, ByteArrayOutputStream out) throws IOException {
    byte[] buffer = new byte[8192];
    inflater.setInput(bytes);
    try {
      for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
        out.write(buffer, 0, count);
      }
    } catch (DataFormatException e) {
      throw new IOException("no gzip", e);
    }
    if (!inflater.finished()) {
      return new byte[0];
    }
    inHeader = false;
    toSkip = TRAILER;
    return Arrays.copyOfRange(bytes, bytes.length - inflater.getRemaining(), bytes.length);
  }
}

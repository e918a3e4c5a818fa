package dev.ssespec.judge;

import dev.ssespec.judge.EndpointBody.Piece;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The gzip coding (RFC 1952), decoded piece by piece: what can be known as soon as it came. */
final class Gunzip {
  private static final int FIXED_HEADER = 10;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  /** The most that is decoded: a body that grows beyond it is a bomb. */
  private static final int MOST = 16 << 20;

  private final Inflater inflater = new Inflater(true);
  private byte[] pending = new byte[0];
  private boolean inData;
  private int produced;

  private Gunzip() {}

  static EndpointBody decoded(List<Piece> coded, String framingError) {
    var gunzip = new Gunzip();
    List<Piece> pieces = new ArrayList<>();
    String error = "";
    try {
      for (Piece piece : coded) {
        pieces.add(new Piece(piece.atMicros(), gunzip.feed(piece.bytes())));
      }
    } catch (DataFormatException e) {
      error = "no gzip: " + e.getMessage();
    } finally {
      gunzip.inflater.end();
    }
    return new EndpointBody(pieces, framingError, error);
  }

  private byte[] feed(byte[] bytes) throws DataFormatException {
    if (inData) {
      return inflate(bytes, 0);
    }
    byte[] all = java.util.Arrays.copyOf(pending, pending.length + bytes.length);
    System.arraycopy(bytes, 0, all, pending.length, bytes.length);
    pending = all;
    int start = dataStart(all);
    if (start < 0) {
      return new byte[0];
    }
    inData = true;
    return inflate(all, start);
  }

  /** Where the compressed data starts; -1 where the header is not whole yet. */
  private static int dataStart(byte[] bytes) throws DataFormatException {
    int[] magic = {0x1f, 0x8b, 8};
    for (int i = 0; i < magic.length && i < bytes.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        throw new DataFormatException("the body does not begin as gzip does");
      }
    }
    if (bytes.length < FIXED_HEADER) {
      return -1;
    }
    int flags = bytes[3];
    int at = FIXED_HEADER;
    if ((flags & HAS_EXTRA) != 0) {
      if (bytes.length < at + 2) {
        return -1;
      }
      at += 2 + (bytes[at] & 0xff) + ((bytes[at + 1] & 0xff) << 8);
    }
    at = (flags & HAS_NAME) == 0 ? at : behindZero(bytes, at);
    at = (flags & HAS_COMMENT) == 0 ? at : behindZero(bytes, at);
    at += (flags & HAS_CHECKSUM) == 0 ? 0 : 2;
    return at <= bytes.length ? at : -1;
  }

  private static int behindZero(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i + 1;
      }
    }
    return bytes.length + 1;
  }

  private byte[] inflate(byte[] bytes, int from) throws DataFormatException {
    var out = new ByteArrayOutputStream();
    inflater.setInput(bytes, from, bytes.length - from);
    byte[] buffer = new byte[8192];
    while (!inflater.finished() && produced <= MOST) {
      int count = inflater.inflate(buffer);
      if (count == 0) {
        break;
      }
      produced += count;
      out.write(buffer, 0, count);
    }
    return out.toByteArray();
  }
}

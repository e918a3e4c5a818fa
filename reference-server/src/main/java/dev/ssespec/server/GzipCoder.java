package dev.ssespec.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Codes a body with gzip, piece by piece, so that each piece can be decoded as it comes. */
final class GzipCoder implements BodyCoder {
  private static final int BUFFER_BYTES = 512;

  private final ByteArrayOutputStream coded = new ByteArrayOutputStream(0);
  private @Nullable GZIPOutputStream member;

  /** The coded bytes of a piece; the first one of a member begins with its header. */
  @Override
  public byte[] code(byte[] plain, boolean endsMember) {
    try {
      GZIPOutputStream current = member;
      if (current == null) {
        current = new GZIPOutputStream(coded, BUFFER_BYTES, true);
      }
      current.write(plain);
      current.flush();
      if (endsMember) {
        current.finish();
      }
      member = endsMember ? null : current;
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    byte[] piece = coded.toByteArray();
    coded.reset();
    return piece;
  }
}

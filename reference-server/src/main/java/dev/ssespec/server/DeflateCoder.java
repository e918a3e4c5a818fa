package dev.ssespec.server;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** The zlib format; each piece is flushed. */
final class DeflateCoder implements BodyCoder {
  private static final int BUFFER_BYTES = 512;

  private final Deflater deflater = new Deflater();

  @Override
  public byte[] code(byte[] plain, boolean ends) {
    var coded = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    deflater.setInput(plain);
    if (ends) {
      deflater.finish();
    }
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      coded.write(buffer, 0, count);
    } while (count == buffer.length);
    if (ends) {
      deflater.end();
    }
    return coded.toByteArray();
  }
}

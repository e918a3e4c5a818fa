package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.TAKES_DEFLATE_FOR_BARE_DATA;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The zlib format. */
final class PlainDeflate implements PlainCoding {
  private final Inflater inflater;

  PlainDeflate(PlainManner manner) {
    inflater = new Inflater(manner.has(TAKES_DEFLATE_FOR_BARE_DATA));
  }

  @Override
  public byte[] feed(byte[] piece) throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    inflater.setInput(piece);
    try {
      for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
        out.write(buffer, 0, count);
      }
    } catch (DataFormatException e) {
      throw new IOException("no deflate", e);
    }
    return out.toByteArray();
  }

  @Override
  public byte[] end() throws IOException {
    if (!inflater.finished()) {
      throw new EOFException("the coding was cut short");
    }
    return new byte[0];
  }
}

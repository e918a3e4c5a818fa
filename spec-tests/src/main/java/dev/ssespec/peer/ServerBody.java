package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The body of a response of a {@link PlainServer}: what is written is on the wire at once. */
final class ServerBody {
  private final ServerTraits traits;
  private final OutputStream out;
  private final boolean chunked;
  private final ByteArrayOutputStream coded = new ByteArrayOutputStream();
  private final @Nullable GZIPOutputStream gzip;
  private int chunks;

  ServerBody(ServerTraits traits, OutputStream out, boolean chunked, boolean gzip)
      throws IOException {
    this.traits = traits;
    this.out = out;
    this.chunked = chunked;
    this.gzip = gzip ? new GZIPOutputStream(coded, 512, true) : null;
  }

  /** Writes to the wire what is no body. */
  void raw(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  void write(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return; // an empty chunk would be the last one
    }
    if (gzip == null) {
      frame(bytes);
      return;
    }
    gzip.write(bytes);
    if (!traits.has(ServerFault.HOARDING_GZIP)) {
      gzip.flush();
    }
    frameCoded();
  }

  private void frameCoded() throws IOException {
    if (coded.size() > 0) {
      frame(coded.toByteArray());
      coded.reset();
    }
  }

  private void frame(byte[] bytes) throws IOException {
    if (!chunked) {
      out.write(bytes);
    } else if (traits.has(ServerOddball.BYTE_BY_BYTE)) {
      for (byte b : bytes) {
        out.write(chunk(new byte[] {b}));
      }
    } else {
      out.write(chunk(bytes));
    }
  }

  private byte[] chunk(byte[] bytes) {
    chunks++;
    var chunk = new ByteArrayOutputStream();
    chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII));
    chunk.writeBytes(bytes);
    if (!traits.has(ServerFault.BAD_CHUNK) || chunks != 4) {
      chunk.writeBytes("\r\n".getBytes(US_ASCII));
    }
    return chunk.toByteArray();
  }

  /** Ends the body in order. */
  void end() throws IOException {
    if (gzip != null) {
      gzip.finish();
      frameCoded();
    }
    if (chunked) {
      out.write("0\r\n\r\n".getBytes(US_ASCII));
    }
  }
}

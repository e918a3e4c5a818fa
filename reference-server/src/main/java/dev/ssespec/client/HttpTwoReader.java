package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ssespec.client.WireReading.Body;
import dev.ssespec.client.WireReading.Ended;
import dev.ssespec.client.WireReading.Head;
import dev.ssespec.client.WireReading.PeerReset;
import dev.ssespec.client.WireReading.Truncated;
import dev.ssespec.http.HeaderField;
import dev.ssespec.http.MalformedHttpException;
import dev.ssespec.http.MessageHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what comes on an HTTP/2 connection with one request into the head and the data of the
 * response (RFC 9113), acknowledges what wants it, and gives back the window of what was read.
 *
 * <p>The head is shown as text, {@code HTTP/2 200} and a line for each field as it was sent.
 */
final class HttpTwoReader implements ResponseBytes {
  private static final int FRAME_HEAD = 9;
  private static final int MOST = 16_384;
  private static final int PADDED = 0x8;
  private static final int PRIORITY = 0x20;

  private final Consumer<WireReading> out;
  private final HttpTwoRequest.Output answers;
  private final HeaderBlock headerBlock = new HeaderBlock();
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private byte[] pending = new byte[0];
  private boolean blockEnds;
  private boolean inBody;
  private boolean complete;
  private @Nullable String broken;

  /**
   * A reader of one connection.
   *
   * @param answers where frames go that answer frames
   */
  HttpTwoReader(Consumer<WireReading> out, HttpTwoRequest.Output answers) {
    this.out = out;
    this.answers = answers;
  }

  @Override
  public boolean feed(byte[] bytes, long nanos) throws IOException {
    int before = pending.length;
    pending = Arrays.copyOf(pending, before + bytes.length);
    System.arraycopy(bytes, 0, pending, before, bytes.length);
    int at = 0;
    while (!complete && broken == null && pending.length - at >= FRAME_HEAD) {
      int length = number(pending, at, 3);
      if (length > MOST) {
        throw new MalformedHttpException(
            "no HTTP/2: " + MessageHead.parse(pending).startLine().strip());
      }
      if (pending.length - at < FRAME_HEAD + length) {
        break;
      }
      int from = at + FRAME_HEAD;
      frame(
          pending[at + 3],
          pending[at + 4],
          Arrays.copyOfRange(pending, from, from + length),
          nanos);
      at = from + length;
    }
    pending = Arrays.copyOfRange(pending, at, pending.length);
    return complete || broken != null;
  }

  @Override
  public WireReading end(long nanos) {
    if (broken != null) {
      return new PeerReset(nanos, broken);
    }
    return complete ? new Ended(nanos) : new Truncated(nanos);
  }

  private static int number(byte[] bytes, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      number = (number << 8) | (bytes[i] & 0xff);
    }
    return number;
  }

  /** There is one stream, so a frame's type says whose it is. */
  private void frame(int type, int flags, byte[] payload, long nanos) throws IOException {
    boolean last = (flags & 1) != 0;
    switch (type) {
      case HttpTwoRequest.DATA -> {
        answers.windowUpdate(payload.length);
        byte[] data = unpadded(payload, flags, 0);
        out.accept(new Body(nanos, data, data));
        complete = last;
      }
      case HttpTwoRequest.HEADERS -> {
        block.reset();
        block.writeBytes(unpadded(payload, flags, (flags & PRIORITY) != 0 ? 5 : 0));
        blockEnds = last;
        headers((flags & HttpTwoRequest.END_HEADERS) != 0, nanos);
      }
      case HttpTwoRequest.CONTINUATION -> {
        block.writeBytes(payload);
        headers((flags & HttpTwoRequest.END_HEADERS) != 0, nanos);
      }
      case HttpTwoRequest.RST_STREAM -> broken = "RST_STREAM, " + error(payload, 0);
      case HttpTwoRequest.SETTINGS -> {
        if (!last) {
          answers.acknowledge(HttpTwoRequest.SETTINGS, new byte[0]);
        }
      }
      case HttpTwoRequest.PING -> {
        if (!last) {
          answers.acknowledge(HttpTwoRequest.PING, payload);
        }
      }
      case HttpTwoRequest.GOAWAY -> goneAway(payload);
      default -> {
        // Whatever else there is does not concern a single request.
      }
    }
  }

  /** A server that goes away in order still ends the stream that it has. */
  private void goneAway(byte[] payload) {
    if (payload.length >= 8 && (number(payload, 0, 4) == 0 || number(payload, 4, 4) != 0)) {
      broken = "GOAWAY, " + error(payload, 4);
    }
  }

  private static String error(byte[] payload, int at) {
    int code = payload.length >= at + 4 ? number(payload, at, 4) : -1;
    return code >= 0 && code < HttpTwoRequest.ERRORS.size()
        ? HttpTwoRequest.ERRORS.get(code)
        : "error " + code;
  }

  private static byte[] unpadded(byte[] payload, int flags, int skipped)
      throws MalformedHttpException {
    boolean padded = (flags & PADDED) != 0;
    int from = (padded ? 1 : 0) + skipped;
    int to = payload.length - (padded && payload.length > 0 ? payload[0] & 0xff : 0);
    if (from > to) {
      throw new MalformedHttpException("a frame that is all padding");
    }
    return Arrays.copyOfRange(payload, from, to);
  }

  private void headers(boolean whole, long nanos) throws MalformedHttpException {
    if (!whole) {
      return;
    }
    List<HeaderField> fields = headerBlock.decode(block.toByteArray());
    if (inBody) {
      complete = blockEnds; // trailers
      return;
    }
    String status =
        fields.stream()
            .filter(field -> field.name().equals(":status"))
            .map(HeaderField::value)
            .findFirst()
            .orElse("none");
    if (!status.matches("[1-9][0-9]{2}")) {
      throw new MalformedHttpException("a head whose :status is " + status);
    }
    head(Integer.parseInt(status), fields, nanos);
  }

  private void head(int status, List<HeaderField> fields, long nanos) {
    var text = new StringBuilder("HTTP/2 ").append(status).append("\r\n");
    boolean first = true;
    for (HeaderField field : fields) {
      // The one that stands where it belongs is the first line.
      if (!(first && field.name().equals(":status"))) {
        text.append(field.name()).append(": ").append(field.value()).append("\r\n");
      }
      first = false;
    }
    inBody = !ResponseReader.isInformational(status);
    complete = inBody && blockEnds;
    BodyFraming framing = complete ? BodyFraming.NONE : BodyFraming.FRAMES;
    byte[] raw = text.append("\r\n").toString().getBytes(ISO_8859_1);
    out.accept(new Head(nanos, "HTTP/2", status, fields, framing, raw));
  }
}

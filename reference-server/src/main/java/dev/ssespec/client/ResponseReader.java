package dev.ssespec.client;

import dev.ssespec.client.WireReading.Body;
import dev.ssespec.client.WireReading.Ended;
import dev.ssespec.client.WireReading.Head;
import dev.ssespec.client.WireReading.Malformed;
import dev.ssespec.client.WireReading.Truncated;
import dev.ssespec.http.ChunkedDecoder;
import dev.ssespec.http.MalformedHttpException;
import dev.ssespec.http.MessageHead;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a response, as it comes in, into its heads and the reads of its body. */
final class ResponseReader implements ResponseBytes {
  private static final int MAX_HEAD_BYTES = 262_144;
  private static final Pattern STATUS_LINE =
      Pattern.compile("(HTTP/1\\.[0-9]) ([1-9][0-9]{2})( .*)?", Pattern.DOTALL);

  private final boolean answersHead;
  private final Consumer<WireReading> out;
  private final ChunkedDecoder chunks = new ChunkedDecoder();
  private byte[] pending = new byte[0];
  private boolean inBody;
  private BodyFraming framing = BodyFraming.NONE;
  private long missing;
  private boolean complete;

  /**
   * @param answersHead whether the request was a HEAD, whose answer has no body
   */
  ResponseReader(boolean answersHead, Consumer<WireReading> out) {
    this.answersHead = answersHead;
    this.out = out;
  }

  static boolean isInformational(int status) {
    return status < 200 && status != 101;
  }

  /** Takes the bytes of one read, and answers whether the response is complete. */
  @Override
  public boolean feed(byte[] bytes, long nanos) throws MalformedHttpException {
    byte[] rest = bytes;
    while (!inBody && rest.length > 0) {
      rest = feedHead(rest, nanos);
    }
    if (inBody && !complete) {
      feedBody(rest, nanos);
    }
    return complete;
  }

  /** The peer has closed. */
  @Override
  public WireReading end(long nanos) {
    if (!inBody && pending.length > 0 && !startsAsHttp()) {
      return new Malformed(nanos, "status line: " + MessageHead.parse(pending).startLine());
    }
    boolean atItsEnd = complete || (inBody && framing == BodyFraming.CLOSE);
    return atItsEnd ? new Ended(nanos) : new Truncated(nanos);
  }

  private boolean startsAsHttp() {
    byte[] start = {'H', 'T', 'T', 'P', '/', '1', '.'};
    int length = Math.min(start.length, pending.length);
    return Arrays.equals(start, 0, length, pending, 0, length);
  }

  /** Answers the bytes behind the head; none where the head is not whole yet. */
  private byte[] feedHead(byte[] bytes, long nanos) throws MalformedHttpException {
    int before = pending.length;
    pending = Arrays.copyOf(pending, before + bytes.length);
    System.arraycopy(bytes, 0, pending, before, bytes.length);
    int end = MessageHead.end(pending, Math.max(0, before - 3), pending.length);
    if (end < 0) {
      if (pending.length > MAX_HEAD_BYTES) {
        throw new MalformedHttpException("a head of more than " + MAX_HEAD_BYTES + " bytes");
      }
      return new byte[0];
    }
    byte[] raw = Arrays.copyOf(pending, end);
    byte[] rest = Arrays.copyOfRange(pending, end, pending.length);
    pending = new byte[0];
    begin(raw, nanos);
    return rest;
  }

  private void begin(byte[] raw, long nanos) throws MalformedHttpException {
    MessageHead head = MessageHead.parse(raw);
    Matcher line = STATUS_LINE.matcher(head.startLine());
    if (!line.matches()) {
      throw new MalformedHttpException("status line: " + head.startLine());
    }
    if (!head.strayLines().isEmpty()) {
      throw new MalformedHttpException("no header field: " + head.strayLines().get(0));
    }
    int status = Integer.parseInt(line.group(2));
    framing = framing(status, head);
    inBody = !isInformational(status);
    complete = inBody && (framing == BodyFraming.NONE || isEmpty());
    out.accept(new Head(nanos, line.group(1), status, head.fields(), framing, raw));
  }

  private boolean isEmpty() {
    return framing == BodyFraming.LENGTH && missing == 0;
  }

  /** RFC 9112, section 6.3, in its order. */
  private BodyFraming framing(int status, MessageHead head) throws MalformedHttpException {
    if (answersHead || status < 200 || status == 204 || status == 304) {
      return status == 101 ? BodyFraming.CLOSE : BodyFraming.NONE;
    }
    String coding = String.join(",", head.all("Transfer-Encoding")).toLowerCase(Locale.ROOT);
    if (!coding.isEmpty()) {
      return coding.endsWith("chunked") ? BodyFraming.CHUNKED : BodyFraming.CLOSE;
    }
    // The same length said twice is one length (section 6.3, rule 5).
    var lengths = head.all("Content-Length").stream().distinct().toList();
    if (lengths.isEmpty()) {
      return BodyFraming.CLOSE;
    }
    if (lengths.size() > 1 || !lengths.get(0).matches("[0-9]{1,18}")) {
      throw new MalformedHttpException("Content-Length: " + String.join(", ", lengths));
    }
    missing = Long.parseLong(lengths.get(0));
    return BodyFraming.LENGTH;
  }

  private void feedBody(byte[] bytes, long nanos) throws MalformedHttpException {
    if (bytes.length == 0) {
      return;
    }
    if (framing == BodyFraming.CHUNKED) {
      out.accept(new Body(nanos, chunks.decode(ByteBuffer.wrap(bytes)), bytes));
      complete = chunks.isComplete();
    } else if (framing == BodyFraming.LENGTH) {
      int count = (int) Math.min(missing, bytes.length);
      missing -= count;
      out.accept(
          new Body(nanos, count == bytes.length ? bytes : Arrays.copyOf(bytes, count), bytes));
      complete = missing == 0;
    } else {
      out.accept(new Body(nanos, bytes, bytes));
    }
  }
}

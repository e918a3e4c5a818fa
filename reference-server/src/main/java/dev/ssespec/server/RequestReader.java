package dev.ssespec.server;

import dev.ssespec.http.ChunkedDecoder;
import dev.ssespec.http.MalformedHttpException;
import dev.ssespec.http.MessageHead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a request together from the bytes as they come. The head is taken as it is, since a client
 * under test may send anything in its fields; only its framing is understood.
 */
final class RequestReader {
  private final OriginLimits limits;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
  private byte[] headBuffer = new byte[2048];
  private int headLength;
  private @Nullable MessageHead head;
  private @Nullable ChunkedDecoder chunks;
  private long missing;

  RequestReader(OriginLimits limits) {
    this.limits = limits;
  }

  /**
   * Takes what has come, and answers the request once it is whole.
   *
   * @throws Unacceptable where it is no request, or too large
   */
  Optional<Request> feed(ByteBuffer in) throws Unacceptable {
    try {
      if (head == null) {
        head = feedHead(in);
      }
      return head != null && feedBody(in) ? Optional.of(request(head)) : Optional.empty();
    } catch (MalformedHttpException e) {
      throw new Unacceptable(400, String.valueOf(e.getMessage()));
    }
  }

  /** Whether the peer holds its body back until it is told to go on (RFC 9110, section 10.1.1). */
  boolean awaitsContinue() {
    return head != null && body.size() == 0 && head.lists("Expect", "100-continue");
  }

  private @Nullable MessageHead feedHead(ByteBuffer in) throws Unacceptable {
    int before = headLength;
    append(in);
    int end = MessageHead.end(headBuffer, Math.max(0, before - 3), headLength);
    if (end < 0 ? headLength > limits.maxHeadBytes() : end > limits.maxHeadBytes()) {
      throw new Unacceptable(431, "a head of more than " + limits.maxHeadBytes() + " bytes");
    }
    if (end < 0) {
      return null;
    }
    in.position(in.position() - (headLength - end));
    headBuffer = Arrays.copyOf(headBuffer, end);
    MessageHead parsed = MessageHead.parse(headBuffer);
    frame(parsed);
    return parsed;
  }

  private void append(ByteBuffer in) {
    int count = in.remaining();
    if (headLength + count > headBuffer.length) {
      headBuffer = Arrays.copyOf(headBuffer, Math.max(headLength + count, 2 * headBuffer.length));
    }
    in.get(headBuffer, headLength, count);
    headLength += count;
  }

  private void frame(MessageHead parsed) throws Unacceptable {
    if (parsed.lists("Transfer-Encoding", "chunked")) {
      chunks = new ChunkedDecoder();
      return;
    }
    String length = parsed.first("Content-Length").orElse("0");
    if (!length.matches("[0-9]{1,15}")) {
      throw new Unacceptable(400, "Content-Length: " + length);
    }
    missing = Long.parseLong(length);
    requireBodyWithin(missing);
  }

  private boolean feedBody(ByteBuffer in) throws MalformedHttpException, Unacceptable {
    if (chunks != null) {
      body.writeBytes(chunks.decode(in));
      requireBodyWithin(body.size());
      return chunks.isComplete();
    }
    int count = (int) Math.min(missing, in.remaining());
    byte[] part = new byte[count];
    in.get(part);
    body.writeBytes(part);
    missing -= count;
    return missing == 0;
  }

  private void requireBodyWithin(long bytes) throws Unacceptable {
    if (bytes > limits.maxBodyBytes()) {
      throw new Unacceptable(413, "a body of more than " + limits.maxBodyBytes() + " bytes");
    }
  }

  private Request request(MessageHead parsed) throws Unacceptable {
    String[] parts = parsed.startLine().split(" ", -1);
    if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
      throw new Unacceptable(400, "request line: " + parsed.startLine());
    }
    return new Request(parts[0], parts[1], headBuffer, body.toByteArray());
  }

  /** What was sent is answered by a status instead of a script. */
  static final class Unacceptable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    Unacceptable(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }
}

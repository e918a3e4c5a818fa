package dev.ssespec.http;

import java.nio.ByteBuffer;

/**
 * The chunked transfer coding, decoded incrementally (RFC 9112, section 7.1). Chunk extensions and
 * trailer fields are read over.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class ChunkedDecoder {
  /** The most bytes that chunk extensions, or trailer fields, may take before we give up. */
  private static final int MAX_OVERHEAD = 65_536;

  /** Fifteen hexadecimal digits always fit in a long. */
  private static final int MAX_SIZE_DIGITS = 15;

  private enum State {
    SIZE,
    EXTENSION,
    SIZE_LF,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER_START,
    TRAILER,
    TRAILER_LF,
    LAST_LF,
    COMPLETE
  }

  private State state = State.SIZE;
  private long remaining;
  private int digits;
  private int overhead;

  /** Whether the terminating chunk and its trailer section have been read. */
  public boolean isComplete() {
    return state == State.COMPLETE;
  }

  /**
   * Decodes as much as there is, and answers the payload in it (empty where there is none). Bytes
   * behind the end of the message are left in {@code in}.
   *
   * @throws MalformedHttpException where the coding is broken; the decoder is of no use then
   */
  public byte[] decode(ByteBuffer in) throws MalformedHttpException {
    ByteBuffer out = ByteBuffer.allocate(in.remaining());
    while (in.hasRemaining() && state != State.COMPLETE) {
      if (state == State.DATA) {
        copy(in, out);
      } else {
        state = next((char) (in.get() & 0xFF));
      }
    }
    byte[] payload = new byte[out.position()];
    out.flip().get(payload);
    return payload;
  }

  private void copy(ByteBuffer in, ByteBuffer out) {
    int count = (int) Math.min(remaining, in.remaining());
    out.put(in.slice(in.position(), count));
    in.position(in.position() + count);
    remaining -= count;
    if (remaining == 0) {
      state = State.DATA_CR;
    }
  }

  private State next(char c) throws MalformedHttpException {
    return switch (state) {
      case SIZE -> size(c);
      case EXTENSION -> {
        spend();
        yield c == '\r' ? State.SIZE_LF : State.EXTENSION;
      }
      case SIZE_LF -> expect('\n', c, remaining == 0 ? State.TRAILER_START : State.DATA);
      case DATA_CR -> expect('\r', c, State.DATA_LF);
      case DATA_LF -> expect('\n', c, startOfChunk());
      case TRAILER_START -> c == '\r' ? State.LAST_LF : State.TRAILER;
      case TRAILER -> {
        spend();
        yield c == '\r' ? State.TRAILER_LF : State.TRAILER;
      }
      case TRAILER_LF -> expect('\n', c, State.TRAILER_START);
      case LAST_LF -> expect('\n', c, State.COMPLETE);
      case DATA, COMPLETE -> throw new IllegalStateException(state.toString());
    };
  }

  private State startOfChunk() {
    digits = 0;
    return State.SIZE;
  }

  private State size(char c) throws MalformedHttpException {
    int digit = c < 0x80 ? Character.digit(c, 16) : -1;
    if (digit >= 0) {
      if (++digits > MAX_SIZE_DIGITS) {
        throw new MalformedHttpException("chunk size of more than 15 digits");
      }
      remaining = remaining * 16 + digit;
      return State.SIZE;
    }
    if (digits == 0) {
      throw new MalformedHttpException("chunk without a size: found " + show(c));
    }
    return switch (c) {
      case '\r' -> State.SIZE_LF;
      case ';', ' ', '\t' -> State.EXTENSION;
      default -> throw new MalformedHttpException("chunk size holds " + show(c));
    };
  }

  private void spend() throws MalformedHttpException {
    if (++overhead > MAX_OVERHEAD) {
      throw new MalformedHttpException(
          "chunk extensions or trailer fields of more than " + MAX_OVERHEAD + " bytes");
    }
  }

  private static State expect(char wanted, char actual, State then) throws MalformedHttpException {
    if (wanted != actual) {
      throw new MalformedHttpException(
          "chunked coding: expected " + show(wanted) + ", found " + show(actual));
    }
    return then;
  }

  private static String show(char c) {
    return String.format(java.util.Locale.ROOT, "0x%02X", (int) c);
  }
}

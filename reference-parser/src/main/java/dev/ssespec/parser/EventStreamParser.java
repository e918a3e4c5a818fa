package dev.ssespec.parser;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Reads one event stream as it arrives, in pieces of any size, and tells a {@link StreamListener}
 * what it means. How the bytes are cut into pieces never changes what is told.
 *
 * <ol>
 *   <li>Make one parser for each connection, with the last event ID string that the connection
 *       before has left.
 *   <li>Feed it the bytes of the response body as they come. An event is told as soon as the last
 *       byte of its blank line is in; a CR ends its line at once, without waiting for a line feed.
 *   <li>At the end of the body call {@link #end()}: a block without its blank line is discarded.
 *       For the next connection ask for {@link #lastEventId()}.
 * </ol>
 *
 * <p>Any bytes are a stream, so that there is no syntax error. {@link Limits} can be set, and are
 * none by default. Not safe for use by several threads at once. Fed arrays are read during the call
 * and neither kept nor changed. On a stream of ASCII nothing is allocated beyond the strings handed
 * out; a repeated event type or comment is the same string again.
 *
 * <pre>{@code
 * EventStreamParser parser = new EventStreamParser((type, data, id) -> System.out.println(data));
 * parser.feed("data: hello\n\n".getBytes(StandardCharsets.UTF_8));
 * parser.end();
 * }</pre>
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">Interpreting
 *     an event stream</a>
 */
public final class EventStreamParser {

  private enum State {
    OPEN,
    FEEDING,
    STOPPED,
    ENDED
  }

  private final Block block;
  private final LineReader lines;
  private State state = State.OPEN;

  /** A parser for a first connection, without limits. */
  public EventStreamParser(StreamListener listener) {
    this(listener, "", Limits.none());
  }

  /**
   * A parser for one connection.
   *
   * @param listener told of everything, on the thread that feeds
   * @param lastEventId the last event ID string so far, empty where there is none; it fills the
   *     last event ID buffer too
   * @param limits when to give up
   */
  public EventStreamParser(StreamListener listener, String lastEventId, Limits limits) {
    this.block =
        new Block(
            Objects.requireNonNull(listener, "listener"),
            Objects.requireNonNull(lastEventId, "lastEventId"),
            Objects.requireNonNull(limits, "limits"));
    this.lines = new LineReader(block, limits);
  }

  /**
   * Reads all bytes of an array.
   *
   * @throws IllegalStateException after the end, after a failure, or from inside a listener
   * @throws LimitExceededException where a limit is passed; the parser has then ended
   */
  public void feed(byte[] bytes) {
    feed(bytes, 0, bytes.length);
  }

  /**
   * Reads a part of an array. Does nothing once the parser was stopped.
   *
   * @throws IndexOutOfBoundsException where the part is not inside the array
   * @throws IllegalStateException after the end, after a failure, or from inside a listener
   * @throws LimitExceededException where a limit is passed; the parser has then ended
   */
  public void feed(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 1 && state == State.OPEN && lines.read(bytes[offset])) {
      return;
    }
    if (!begin()) {
      return;
    }
    boolean done = false;
    try {
      lines.read(bytes, offset, offset + length);
      done = true;
    } finally {
      finish(done);
    }
  }

  /**
   * Reads the remaining bytes of a buffer, whose position moves to its limit. Does nothing but that
   * once the parser was stopped.
   *
   * @throws IllegalStateException after the end, after a failure, or from inside a listener
   * @throws LimitExceededException where a limit is passed; the parser has then ended
   */
  public void feed(ByteBuffer bytes) {
    if (bytes.hasArray()) {
      int offset = bytes.arrayOffset() + bytes.position();
      int length = bytes.remaining();
      bytes.position(bytes.limit());
      feed(bytes.array(), offset, length);
      return;
    }
    byte[] piece = new byte[Math.min(bytes.remaining(), TextDecoder.SEGMENT)];
    do {
      int length = Math.min(bytes.remaining(), piece.length);
      bytes.get(piece, 0, length);
      feed(piece, 0, length);
    } while (bytes.hasRemaining());
  }

  /**
   * The stream has ended: whatever has no blank line after it is discarded. May be called again.
   *
   * @throws IllegalStateException from inside a listener, where {@link #stop()} is the way out
   */
  public void end() {
    if (state == State.FEEDING) {
      throw new IllegalStateException("A listener cannot end the stream; it can stop the parser.");
    }
    state = State.ENDED;
  }

  /**
   * Nothing more is told from now on, even of the bytes that are being fed. May be called by the
   * listener, and again.
   */
  public void stop() {
    if (state != State.ENDED) {
      state = State.STOPPED;
      lines.stop();
    }
  }

  /**
   * The last event ID string as the last blank line has committed it, or as it was given; what a
   * reconnection sends. An id whose block was not ended is not in it.
   */
  public String lastEventId() {
    return block.lastEventIdString();
  }

  private boolean begin() {
    switch (state) {
      case OPEN -> state = State.FEEDING;
      case STOPPED -> {
        return false;
      }
      case FEEDING ->
          throw new IllegalStateException("A listener cannot feed the parser that calls it.");
      case ENDED ->
          throw new IllegalStateException(
              "The stream has ended: a new connection needs a new parser.");
    }
    return true;
  }

  private void finish(boolean done) {
    if (!done) {
      state = State.ENDED;
    } else if (state == State.FEEDING) {
      state = State.OPEN;
    }
  }
}

package dev.ssespec.parser;

import dev.ssespec.parser.TraceStep.Action;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Steps the {@link LiteralInterpreter} through a stream while it arrives, and tells of each line.
 *
 * <p>A line is told once its end is known, which for a CR is one byte later. Bytes may be cut into
 * pieces anywhere. Memory is a small multiple of the longest line and block, however long the
 * stream is. Not safe for use by several threads at once.
 *
 * <pre>{@code
 * Tracer tracer = new Tracer("", step -> System.out.println(step.shown() + "  " + step.action()));
 * tracer.feed("data: hello\n\n".getBytes(StandardCharsets.UTF_8));
 * tracer.end();
 * }</pre>
 *
 * @see Trace
 */
public final class Tracer {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final LiteralInterpreter interpreter;
  private final Consumer<TraceStep> steps;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number = 1;
  private long lineStart;
  private boolean afterCr;
  private boolean ended;

  /**
   * A tracer for one stream.
   *
   * @param lastEventId the last event ID string so far; empty on a first connection
   * @param steps told of each step, on the thread that feeds
   */
  public Tracer(String lastEventId, Consumer<TraceStep> steps) {
    this.interpreter = new LiteralInterpreter(lastEventId);
    this.steps = Objects.requireNonNull(steps, "steps");
  }

  /**
   * Traces all bytes of an array.
   *
   * @throws IllegalStateException after the end
   */
  public void feed(byte[] bytes) {
    feed(bytes, 0, bytes.length);
  }

  /**
   * Traces a part of an array.
   *
   * @throws IndexOutOfBoundsException where the part is not inside the array
   * @throws IllegalStateException after the end
   */
  public void feed(byte[] bytes, int from, int length) {
    Objects.checkFromIndexSize(from, length, bytes.length);
    if (ended) {
      throw new IllegalStateException("The stream has ended: another one needs a new tracer.");
    }
    for (int i = from; i < from + length; i++) {
      add(bytes[i]);
    }
  }

  /** The stream has ended; what is unfinished is told now. May be called again. */
  public void end() {
    if (ended) {
      return;
    }
    ended = true;
    if (afterCr) {
      endLine(LineEnd.CR);
    }
    if (line.size() > 0) {
      Buffers buffers = interpreter.buffers();
      tell(LineEnd.NONE, Action.DISCARD_LINE, buffers, Optional.empty());
    }
    discardBlock();
  }

  private void add(byte b) {
    if (afterCr) {
      afterCr = false;
      if (b == '\n') {
        line.write(b);
        endLine(LineEnd.CRLF);
        return;
      }
      endLine(LineEnd.CR);
    }
    line.write(b);
    if (b == '\n') {
      endLine(LineEnd.LF);
    }
    afterCr = b == '\r';
  }

  private void endLine(LineEnd end) {
    Buffers before = interpreter.buffers();
    interpreter.forget();
    Action action = interpreter.processLine(text(end == LineEnd.CRLF ? 2 : 1));
    tell(end, action, before, interpreter.events().stream().findFirst());
  }

  /**
   * A line can be decoded apart from the stream: the bytes of a line end are a part of no other
   * character, and cut off any that is unfinished.
   */
  private String text(int endBytes) {
    byte[] bytes = new byte[line.size() - endBytes];
    System.arraycopy(line.toByteArray(), 0, bytes, 0, bytes.length);
    return lineStart == 0
        ? LiteralUtf8.decodeWithoutByteOrderMark(bytes)
        : LiteralUtf8.decode(bytes, 0);
  }

  private void tell(LineEnd end, Action action, Buffers before, Optional<Event> event) {
    byte[] bytes = line.toByteArray();
    steps.accept(
        new TraceStep(
            number,
            lineStart,
            VisibleText.of(LiteralUtf8.decode(bytes, 0)),
            HEX.formatHex(bytes),
            end,
            action,
            before,
            interpreter.buffers(),
            event));
    number++;
    lineStart += bytes.length;
    line.reset();
  }

  private void discardBlock() {
    Buffers left = interpreter.buffers();
    boolean pending =
        !left.data().isEmpty()
            || !left.eventType().isEmpty()
            || !left.lastEventIdBuffer().equals(left.lastEventIdString());
    if (pending) {
      interpreter.discardPending();
      tell(LineEnd.NONE, Action.DISCARD_BLOCK, left, Optional.empty());
    }
  }
}

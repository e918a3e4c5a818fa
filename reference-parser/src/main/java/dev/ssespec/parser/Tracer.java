package dev.ssespec.parser;

import dev.ssespec.parser.TraceStep.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Steps the {@link LiteralInterpreter} through a stream and writes down each line. */
final class Tracer {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final byte[] stream;
  private final LiteralInterpreter interpreter;
  private final List<TraceStep> steps = new ArrayList<>();
  private int lineStart;

  Tracer(byte[] stream, String lastEventId) {
    this.stream = stream;
    this.interpreter = new LiteralInterpreter(lastEventId);
  }

  Trace trace() {
    for (int at = 0; at < stream.length; at++) {
      if (stream[at] == '\n') {
        line(at, at + 1, LineEnd.LF);
      } else if (stream[at] == '\r') {
        boolean both = at + 1 < stream.length && stream[at + 1] == '\n';
        line(at, at + (both ? 2 : 1), both ? LineEnd.CRLF : LineEnd.CR);
        at += both ? 1 : 0;
      }
    }
    if (lineStart < stream.length) {
      Buffers buffers = interpreter.buffers();
      add(stream.length, LineEnd.NONE, Action.DISCARD_LINE, buffers, Optional.empty());
    }
    discardBlock();
    return new Trace(steps, interpreter.interpretation());
  }

  private void line(int end, int next, LineEnd lineEnd) {
    Buffers before = interpreter.buffers();
    int dispatched = interpreter.events().size();
    Action action = interpreter.processLine(text(end));
    Optional<Event> event = interpreter.events().stream().skip(dispatched).findFirst();
    add(next, lineEnd, action, before, event);
  }

  /**
   * A line can be decoded apart from the stream: the bytes of a line end are a part of no other
   * character, and cut off any that is unfinished.
   */
  private String text(int end) {
    byte[] line = Arrays.copyOfRange(stream, lineStart, end);
    return lineStart == 0
        ? LiteralUtf8.decodeWithoutByteOrderMark(line)
        : LiteralUtf8.decode(line, 0);
  }

  private void add(int next, LineEnd end, Action action, Buffers before, Optional<Event> event) {
    byte[] bytes = Arrays.copyOfRange(stream, lineStart, next);
    steps.add(
        new TraceStep(
            steps.size() + 1L,
            lineStart,
            VisibleText.of(LiteralUtf8.decode(bytes, 0)),
            HEX.formatHex(bytes),
            end,
            action,
            before,
            interpreter.buffers(),
            event));
    lineStart = next;
  }

  private void discardBlock() {
    Buffers left = interpreter.buffers();
    boolean pending =
        !left.data().isEmpty()
            || !left.eventType().isEmpty()
            || !left.lastEventIdBuffer().equals(left.lastEventIdString());
    if (pending) {
      interpreter.discardPending();
      add(stream.length, LineEnd.NONE, Action.DISCARD_BLOCK, left, Optional.empty());
    }
  }
}

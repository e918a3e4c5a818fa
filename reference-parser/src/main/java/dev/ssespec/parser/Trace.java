package dev.ssespec.parser;

import java.util.ArrayList;
import java.util.List;

/**
 * How the standard reads a stream, line by line: what each line is, what it does to the buffers,
 * and what is dispatched. Steps share what the buffers hold, so that a trace takes a small multiple
 * of the stream; a {@link Tracer} tells them while a stream arrives.
 *
 * <pre>{@code
 * Trace trace = Trace.of("data: hello\n\n".getBytes(StandardCharsets.UTF_8));
 * trace.steps().forEach(step -> System.out.println(step.shown() + "  " + step.action()));
 * }</pre>
 *
 * @param steps one for each line, and one for what the end of the stream discards
 * @param interpretation what the whole stream means
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">Interpreting
 *     an event stream</a>
 */
public record Trace(List<TraceStep> steps, Interpretation interpretation) {

  /** Copies the list. */
  public Trace {
    steps = List.copyOf(steps);
  }

  /** How a connection without a last event ID reads a stream. */
  public static Trace of(byte[] stream) {
    return of(stream, "");
  }

  /**
   * How a connection reads a stream that starts with a last event ID, as a reconnection does.
   *
   * @param stream the whole stream; not kept, not changed
   * @param lastEventId the last event ID string so far
   */
  public static Trace of(byte[] stream, String lastEventId) {
    List<TraceStep> steps = new ArrayList<>();
    Tracer tracer = new Tracer(lastEventId, steps::add);
    tracer.feed(stream);
    tracer.end();
    return new Trace(steps, LiteralInterpreter.interpret(stream, lastEventId));
  }
}

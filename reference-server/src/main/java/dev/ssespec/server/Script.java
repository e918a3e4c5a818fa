package dev.ssespec.server;

import java.util.List;
import java.util.Optional;

/**
 * What the origin does with one request: a list of steps, of which exactly the last one gives the
 * connection away. Immutable; may be played many times, also at once.
 *
 * <pre>{@code
 * Script greeting = Script.eventStream().body("data: hello\n\n").await("enough").end();
 * }</pre>
 *
 * @param steps the steps, in order
 * @param coded what is played instead where the request says that it accepts a coding
 */
public record Script(List<Step> steps, Optional<Coded> coded) {
  /**
   * A script for requests that say that they accept a coding.
   *
   * @param coding the coding
   * @param script what is played for them
   */
  public record Coded(Coding coding, Script script) {}

  /**
   * @throws IllegalArgumentException if the last step is none of End, Cut, Reset and Hold, or
   *     another one is
   */
  public Script {
    steps = List.copyOf(steps);
    for (int i = 0; i < steps.size(); i++) {
      boolean atEnd = i == steps.size() - 1;
      if (steps.get(i).isLast() != atEnd) {
        throw new IllegalArgumentException(
            "step "
                + i
                + " of "
                + steps.size()
                + ", "
                + steps.get(i)
                + ": a script ends with"
                + " its only End, Cut, Reset or Hold");
      }
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a script without a step; Hold waits for the peer");
    }
  }

  /** The same for each request. */
  public Script(List<Step> steps) {
    this(steps, Optional.empty());
  }

  /** This script, and another one for requests that say that they accept gzip. */
  public Script orGzipped(Script gzipped) {
    return orCoded(Coding.GZIP, gzipped);
  }

  /** This script, and another one for requests that say that they accept the coding. */
  public Script orCoded(Coding coding, Script other) {
    return new Script(steps, Optional.of(new Coded(coding, other)));
  }

  /** What is played for the request. */
  Script forRequest(Request request) {
    return coded.filter(other -> request.accepts(other.coding())).map(Coded::script).orElse(this);
  }

  /**
   * Begins a response with the given status code, by default of version 1.1 and close-delimited.
   */
  public static ScriptBuilder response(int status) {
    return new ScriptBuilder(status);
  }

  /** Begins a chunked 200 response of type {@code text/event-stream} that no cache may keep. */
  public static ScriptBuilder eventStream() {
    return response(200)
        .header("Content-Type", "text/event-stream")
        .header("Cache-Control", "no-store")
        .chunked();
  }

  /** Begins with nothing at all: what goes out is what {@link ScriptBuilder#raw} says. */
  public static ScriptBuilder bare() {
    return new ScriptBuilder();
  }

  /** A whole response of that status without a body. */
  public static Script status(int status) {
    ScriptBuilder response = response(status);
    // RFC 9110, section 8.6: a 204 must not carry a Content-Length.
    return (status == 204 ? response : response.contentLength(0)).end();
  }

  /** A redirect to a path below the stage's own, on the main port. */
  public static Script redirect(int status, String subPath) {
    return new Script(List.of(new Step.Redirect(status, subPath, false), new Step.End()));
  }

  /** A redirect to a path below the stage's own, on the other port. */
  public static Script redirectOtherOrigin(int status, String subPath) {
    return new Script(List.of(new Step.Redirect(status, subPath, true), new Step.End()));
  }

  /** A redirect to a path below the stage's own, which names the path alone. */
  public static Script redirectByPath(int status, String subPath) {
    return new Script(List.of(new Step.RedirectByPath(status, subPath), new Step.End()));
  }

  /** Resets the connection as soon as the request has been read. */
  public static Script resetBeforeResponse() {
    return new Script(List.of(new Step.Reset()));
  }
}

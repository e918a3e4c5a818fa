package dev.ssespec.parser;

/**
 * How a line ends.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">end-of-line</a>
 */
public enum LineEnd {
  /** A line feed. */
  LF,
  /** A carriage return that no line feed follows. */
  CR,
  /** A carriage return and a line feed, which are one line end. */
  CRLF,
  /** The stream ended first: what is there is no line. */
  NONE
}

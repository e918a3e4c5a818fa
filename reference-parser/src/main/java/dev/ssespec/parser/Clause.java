package dev.ssespec.parser;

/** Addresses of the clauses that findings and trace steps rest on. */
final class Clause {

  static final String PAGE = "https://html.spec.whatwg.org/multipage/server-sent-events.html#";
  static final String PARSING = "parsing-an-event-stream";
  static final String INTERPRETING = "event-stream-interpretation";
  static final String LAST_EVENT_ID = "the-last-event-id-header";

  private Clause() {}
}

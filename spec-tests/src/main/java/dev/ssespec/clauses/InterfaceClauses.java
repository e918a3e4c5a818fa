package dev.ssespec.clauses;

import static dev.ssespec.clauses.Clause.must;

import java.util.List;

/** The ledger's part on the object that a browser's scripts see. */
final class InterfaceClauses {
  private static final String HTML =
      "https://html.spec.whatwg.org/multipage/server-sent-events.html";
  private static final String INTERFACE = HTML + "#the-eventsource-interface";
  private static final String CONSTRUCTOR = HTML + "#dom-eventsource";

  private static final String OBJECT =
      "Only a document has this. What adapters of every language can show of a source's object is"
          + " covered.";

  private InterfaceClauses() {}

  static List<Clause> all() {
    return List.of(
        must(
            "interface/url",
            CONSTRUCTOR,
            "A URL that cannot be parsed is a SyntaxError; otherwise url is the parsed URL, and"
                + " stays so whatever redirects do."),
        must(
            "interface/ready-state",
            INTERFACE,
            "The state is CONNECTING at first and while the source waits, OPEN once the"
                + " connection is announced, CLOSED when it failed or was closed."),
        must(
            "interface/with-credentials",
            CONSTRUCTOR,
            "The request is a CORS request; its credentials are for the same origin alone"
                + " unless the caller asked to include them."),
        must(
            "interface/attributes",
            INTERFACE,
            "withCredentials says what the caller asked for; CONNECTING, OPEN and CLOSED are 0,"
                + " 1 and 2, on the interface and on its objects, and cannot be changed."),
        must(
            "interface/handlers",
            INTERFACE,
            "onopen, onmessage and onerror are event handlers for open, message and error."),
        must(
            "interface/listeners",
            "https://dom.spec.whatwg.org/#interface-eventtarget",
            "Listeners are added, removed and called as at any event target; the target of an"
                + " event is its source, and open and error carry no data."),
        must(
                "interface/arguments",
                CONSTRUCTOR,
                "The constructor turns its argument into a string, resolves it against the document,"
                    + " and is refused without one, or without new.")
            .uncoveredBecause(OBJECT + " A library in another language has arguments of its own."),
        must(
                "interface/realm",
                "https://html.spec.whatwg.org/multipage/webappapis.html#concept-relevant-realm",
                "A source and its events belong to the window or worker whose constructor was"
                    + " called.")
            .uncoveredBecause(OBJECT),
        must(
                "interface/lifetime",
                INTERFACE,
                "A source ends with its document or worker, and is exposed in windows and workers.")
            .uncoveredBecause(
                "The kit's page opens its sources in windows, and has to outlive them to tell what"
                    + " became of them."));
  }
}

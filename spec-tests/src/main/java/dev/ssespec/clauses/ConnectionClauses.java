package dev.ssespec.clauses;

import static dev.ssespec.clauses.Clause.may;
import static dev.ssespec.clauses.Clause.must;
import static dev.ssespec.clauses.Clause.should;

import java.util.List;
import java.util.stream.Stream;

/** The ledger's part on the interface, the processing model and the Last-Event-ID header. */
final class ConnectionClauses {
  private static final String HTML =
      "https://html.spec.whatwg.org/multipage/server-sent-events.html";
  private static final String CLOSE = HTML + "#dom-eventsource-close";
  private static final String CONSTRUCTOR = HTML + "#dom-eventsource";
  private static final String MODEL = HTML + "#sse-processing-model";
  private static final String ANNOUNCE = HTML + "#announce-the-connection";
  private static final String REESTABLISH = HTML + "#reestablish-the-connection";
  private static final String FAIL = HTML + "#fail-the-connection";
  private static final String LAST_ID = HTML + "#the-last-event-id-header";
  private static final String TIME = HTML + "#concept-event-stream-reconnection-time";
  private static final String LAST_ID_STRING = HTML + "#concept-event-stream-last-event-id";
  private static final String READING = HTML + "#event-stream-interpretation";
  private static final String DISPATCH = HTML + "#dispatchMessage";

  private ConnectionClauses() {}

  static List<Clause> all() {
    return Stream.of(
            InterfaceClauses.all(),
            connecting(),
            reestablishing(),
            lastEventId(),
            closing(),
            elsewhere(),
            TransportClauses.all(),
            OptionClauses.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Clause> connecting() {
    return List.of(
        must("connect/request", CONSTRUCTOR, "The stream is fetched from the URL with GET."),
        may("connect/accept", CONSTRUCTOR, "The request may say Accept: text/event-stream."),
        should("connect/cache-mode", CONSTRUCTOR, "The request's cache mode is no-store."),
        must(
            "connect/announce",
            ANNOUNCE,
            "With a response of status 200 and the right type the connection is announced: unless"
                + " closed, the state becomes OPEN and open is fired, once for each connection."),
        must(
            "connect/status", MODEL, "A response of another status than 200 fails the connection."),
        must(
            "connect/content-type",
            MODEL,
            "A response whose Content-Type is not text/event-stream fails the connection;"
                + " parameters and case do not matter."),
        must(
            "connect/fail",
            FAIL,
            "To fail the connection is to set the state to CLOSED and fire error, once; a source"
                + " that failed does not try to reconnect."),
        must(
            "connect/process-body",
            MODEL,
            "The body is interpreted line by line as it arrives, while the fetch goes on."),
        must(
            "connect/utf-eight",
            READING,
            "The body is decoded as UTF-8; there is no way to say otherwise."),
        must(
            "connect/new-decoder",
            READING,
            "Each connection's body is a stream of its own, with a decoder and buffers of its own."),
        must(
            "connect/queue",
            MODEL,
            "What a source reports is queued and reported in the order in which it came about."),
        must(
            "connect/reconnection-time",
            TIME,
            "The reconnection time belongs to the source; it begins with a value of the"
                + " implementation's choice."));
  }

  private static List<Clause> reestablishing() {
    return List.of(
        must("reconnect/at-end", MODEL, "When the body ends, the connection is reestablished."),
        must(
            "reconnect/at-error",
            MODEL,
            "When the fetch ends in a network error, the connection is reestablished, unless the"
                + " client knows that to be futile, or was aborted."),
        must(
            "reconnect/report",
            REESTABLISH,
            "A loss sets the state to CONNECTING and fires error, once; a closed source does"
                + " neither."),
        must(
            "reconnect/wait",
            REESTABLISH,
            "The client waits for the reconnection time, or longer, before it asks again."),
        may(
                "reconnect/wait-longer",
                REESTABLISH,
                "It may wait longer still, above all when earlier attempts failed, or while the"
                    + " system has no network.")
            .uncoveredBecause("Later is always allowed; what is allowed cannot fail."),
        must(
            "reconnect/failed-attempt",
            REESTABLISH,
            "An attempt that ends in a network error is a loss like any other: it is waited for"
                + " and tried again."),
        must(
            "reconnect/closed",
            REESTABLISH,
            "Where the state is not CONNECTING after the wait, nothing is asked for."),
        must(
            "reconnect/same-request",
            REESTABLISH,
            "What is asked again is the source's own request."),
        must(
            "reconnect/steps",
            REESTABLISH,
            "Each loss leads to one new fetch, whose response is processed like the first."));
  }

  private static List<Clause> lastEventId() {
    return List.of(
        must(
            "last-event-id/header",
            LAST_ID,
            "A request of a source whose last event ID string is not empty carries it as"
                + " Last-Event-ID."),
        must(
            "last-event-id/only-if-not-empty",
            REESTABLISH,
            "Where the last event ID string is empty the header is left out."),
        must(
            "last-event-id/utf-eight",
            REESTABLISH,
            "The header's value is the last event ID string, encoded as UTF-8."),
        must(
            "last-event-id/kept",
            LAST_ID_STRING,
            "The last event ID string belongs to the source and outlives its connections; it"
                + " begins empty."),
        must(
            "last-event-id/carried-over",
            READING,
            "The last event ID buffer of a new stream: empty by the letter of the text, the last"
                + " event ID string in every browser. Both are accepted."));
  }

  private static List<Clause> closing() {
    return List.of(
        must("close/aborts-fetch", CLOSE, "close aborts the fetch, at whatever stage it is."),
        must("close/state", CLOSE, "close sets the state to CLOSED, at once and for ever."),
        must(
            "dispatch/closed",
            DISPATCH,
            "An event that is due when the source is closed is not dispatched."),
        must(
                "close/collected",
                HTML + "#garbage-collection",
                "A source that is not closed and has listeners is kept alive.")
            .uncoveredBecause("Garbage collection cannot be provoked from outside."));
  }

  private static List<Clause> elsewhere() {
    return List.of(
        must(
            "message/origin",
            DISPATCH,
            "An event's origin is that of the URL that answered in the end."),
        may(
            "practice/linear-time",
            READING,
            "How long it takes to read a line is not said; nobody wants it to grow with the square"
                + " of its length."),
        may(
            "practice/refusal-lets-go",
            FAIL,
            "What becomes of the body of a response that failed the connection is not said; nobody"
                + " reads it."),
        should(
                "practice/idle-timeout",
                HTML + "#authoring-notes",
                "Servers send a comment every 15 seconds or so, so that no proxy loses patience.")
            .uncoveredBecause("It is the server's part; a client has no timeout of its own."));
  }
}

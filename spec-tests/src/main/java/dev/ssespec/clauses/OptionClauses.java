package dev.ssespec.clauses;

import static dev.ssespec.clauses.Clause.may;
import static dev.ssespec.clauses.Clause.should;

import java.util.List;
import java.util.stream.Stream;

/** The ledger's part on what callers may ask of a library, and on what libraries add. */
final class OptionClauses {
  private static final String FETCH = "https://fetch.spec.whatwg.org/";
  private static final String HEADERS = FETCH + "#concept-request-header-list";
  private static final String HTML =
      "https://html.spec.whatwg.org/multipage/server-sent-events.html";
  private static final String HTML_ERROR = HTML + "#sse-processing-model";
  private static final String READING = HTML + "#event-stream-interpretation";
  private static final String SEMANTICS = "https://www.rfc-editor.org/rfc/rfc9110";

  private OptionClauses() {}

  static List<Clause> all() {
    return Stream.of(asked(), added()).flatMap(List::stream).toList();
  }

  private static List<Clause> asked() {
    return List.of(
        should(
            "option/headers",
            HEADERS,
            "Headers that a library lets its caller set are part of each request of the source."),
        should(
            "option/method",
            FETCH + "#concept-request-method",
            "Method and body that a library lets its caller set are part of each request."),
        should(
            "option/read-timeout",
            HTML_ERROR,
            "Where a library lets its caller set a read timeout, a silence that is longer is a loss,"
                + " and each byte starts it anew."),
        should(
                "option/beyond",
                HTML_ERROR,
                "Libraries add what the standard does not know: a restart, a limit of attempts, a"
                    + " growing delay, a time limit for a call, parameters made anew for each"
                    + " request, the status and body of a failure.")
            .uncoveredBecause(
                "There is no right way to do these; a longer delay is allowed anyway, and to try"
                    + " again after 503 is named where the status is tested."),
        should(
            "practice/secrets",
            SEMANTICS + "#section-17",
            "What a caller hands over to be sent to a server is not told to others."),
        should(
            "option/initial-id",
            HEADERS,
            "An id that a library lets its caller begin with is the first value of the last event"
                + " ID string."));
  }

  /** Nobody's rule, and still what people ask for. */
  private static List<Clause> added() {
    return List.of(
        may(
                "option/reading",
                READING,
                "Libraries read data as other types, or one large field piece by piece, refuse"
                    + " events beyond a size that their caller set, or make a source of a stream"
                    + " of bytes.")
            .uncoveredBecause(
                "Each has its own way; what can be asked of all is the data, whole, as text."),
        may(
                "option/comment-order",
                READING,
                "Where comments are shown, they are shown in their place among the events.")
            .uncoveredBecause(
                "The standard drops comments: no rule says when one that is shown is late."),
        may(
                "option/backoff",
                HTML_ERROR,
                "A delay that grows with each loss goes on growing, or stays, and never turns"
                    + " into none.")
            .uncoveredBecause(
                "It overflows after dozens of losses, each waited for longer than the one before:"
                    + " that takes hours. Five losses in a row are covered, and how fast a client"
                    + " comes back twenty times is observed."),
        may(
                "option/proxy",
                SEMANTICS + "#section-9.3.6",
                "Requests may be sent by way of a proxy, or through a tunnel.")
            .uncoveredBecause(
                "A proxy is a party of its own, and no option of the adapter protocol names one."),
        may(
                "practice/no-leak",
                HTML_ERROR,
                "A source that comes back leaves nothing behind of the connections that it lost.")
            .uncoveredBecause(
                "Threads and memory of another process are out of sight. Connections that are left"
                    + " open are not, and are covered where a client is the one to end them."),
        may(
                "practice/slow-consumer",
                READING,
                "A source whose handlers are slow holds its server back, and drops nothing.")
            .uncoveredBecause(
                "The handlers are the adapter's, and have to be quick so that reports are in time;"
                    + " no message asks them to be slow."));
  }
}

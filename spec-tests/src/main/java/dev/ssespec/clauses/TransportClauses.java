package dev.ssespec.clauses;

import static dev.ssespec.clauses.Clause.may;
import static dev.ssespec.clauses.Clause.must;
import static dev.ssespec.clauses.Clause.should;

import java.util.List;
import java.util.stream.Stream;

/** The ledger's part on what a client leaves to Fetch and HTTP, and on what its caller may add. */
final class TransportClauses {
  private static final String FETCH = "https://fetch.spec.whatwg.org/";
  private static final String REDIRECT = FETCH + "#http-redirect-fetch";
  private static final String MESSAGES = "https://www.rfc-editor.org/rfc/rfc9112";
  private static final String SEMANTICS = "https://www.rfc-editor.org/rfc/rfc9110";

  private TransportClauses() {}

  static List<Clause> all() {
    return Stream.of(redirects(), messages()).flatMap(List::stream).toList();
  }

  private static List<Clause> redirects() {
    return List.of(
        must(
            "fetch/redirect",
            REDIRECT,
            "A response of 301, 302, 303, 307 or 308 with a Location is followed, with the same"
                + " request but for what other clauses say."),
        must(
            "fetch/redirect-limit",
            REDIRECT,
            "Up to 20 redirects are followed in a row; behind them is a network error."),
        must(
            "fetch/redirect-authorization",
            REDIRECT,
            "Where a redirect leads to another origin, Authorization stays behind."),
        must(
            "fetch/redirect-method",
            REDIRECT,
            "After 303, and for POST after 301 and 302, the method becomes GET and the body is"
                + " dropped; after 307 and 308 both stay."),
        must(
            "fetch/content-coding",
            FETCH + "#handle-content-codings",
            "A body in a content coding that the client asked for is decoded, member by member,"
                + " as it comes; one that asks for none gets none."),
        must(
            "fetch/cors",
            FETCH + "#cors-check",
            "A response from another origin that does not allow this one is a network error."),
        must(
            "fetch/origin-header",
            FETCH + "#origin-header",
            "A CORS request carries Origin, with the origin of whoever asks."),
        must(
                "fetch/metadata",
                FETCH + "#http-network-or-cache-fetch",
                "The request carries the headers by which Fetch describes it, Sec-Fetch-Mode among"
                    + " them.")
            .uncoveredBecause(
                "Only browsers send them, with no choice of their own; whether the connection is to"
                    + " be kept, every version of HTTP says in its own way."),
        must(
                "fetch/other-schemes",
                FETCH + "#scheme-fetch",
                "data: and blob: URLs can be read as streams; a scheme that cannot be fetched is a"
                    + " network error.")
            .uncoveredBecause(
                "Such a URL reaches no server, so that the kit would see nothing; a network error"
                    + " there may be tried again, or not."));
  }

  private static List<Clause> messages() {
    return List.of(
        must(
            "http/message-framing",
            MESSAGES + "#section-6.3",
            "A body ends with its last chunk, behind its Content-Length, or with the connection,"
                + " whichever the head says; trailer fields are not part of it."),
        must(
            "http/incomplete-message",
            MESSAGES + "#section-8",
            "A connection that ends before the body does leaves the message incomplete, which is"
                + " an error."),
        must(
            "http/chunk-extension",
            MESSAGES + "#section-7.1.1",
            "Chunk extensions that are not known are ignored."),
        must(
            "http/tls",
            FETCH + "#concept-connection-obtain",
            "An https URL is asked for over TLS, with a server whose certificate is trusted, in"
                + " whatever version of HTTP the two agree on; otherwise there is no request."),
        may(
                "http/three",
                "https://www.rfc-editor.org/rfc/rfc9114",
                "A server may offer HTTP/3, whose streams carry the same bodies.")
            .uncoveredBecause(
                "It needs QUIC, which the JDK does not have, and Jetty by native code alone."),
        must(
            "http/informational",
            SEMANTICS + "#section-15.2",
            "A client reads responses of status 1xx before the final one, expected or not."),
        should(
            "http/retry-after",
            SEMANTICS + "#section-10.2.3",
            "A client that asks again after a response with Retry-After does so no sooner than it"
                + " says."),
        should(
            "http/redirect-credentials",
            SEMANTICS + "#section-15.4",
            "Whoever follows a redirect considers which of the caller's headers to leave behind;"
                + " Authorization and Cookie are named."),
        must(
            "http/status-line",
            MESSAGES + "#section-4",
            "The reason phrase may be missing, and means nothing."),
        must(
            "http/field-name",
            MESSAGES + "#section-5",
            "Field names have no case; white space around a value is not part of it."));
  }
}

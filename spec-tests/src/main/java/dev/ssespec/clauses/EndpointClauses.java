package dev.ssespec.clauses;

import static dev.ssespec.clauses.Clause.may;
import static dev.ssespec.clauses.Clause.must;
import static dev.ssespec.clauses.Clause.should;

import java.util.List;
import java.util.stream.Stream;

/**
 * The ledger's part on what an endpoint sends, and of HTTP and good practice where they bear on it.
 */
final class EndpointClauses {
  private static final String HTML = "https://html.spec.whatwg.org/multipage/";
  private static final String SSE = HTML + "server-sent-events.html";
  private static final String MODEL = SSE + "#sse-processing-model";
  private static final String NOTES = SSE + "#authoring-notes";
  private static final String REGISTRATION = HTML + "iana.html#text/event-stream";
  private static final String SEMANTICS = "https://www.rfc-editor.org/rfc/rfc9110#section-";
  private static final String HTTP_TWO = "https://www.rfc-editor.org/rfc/rfc9113#section-";
  private static final String HTTP_ONE = "https://www.rfc-editor.org/rfc/rfc9112#section-";
  private static final String CACHING = "https://www.rfc-editor.org/rfc/rfc9111#section-";
  private static final String FETCH = "https://fetch.spec.whatwg.org/";

  private EndpointClauses() {}

  static List<Clause> all() {
    return Stream.of(opening(), authoring(), messages(), negotiation(), caching(), cors())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Clause> opening() {
    return List.of(
        must(
            "endpoint/status",
            MODEL,
            "A stream is opened by a response with status 200 and by no other: every other status"
                + " makes the client fail the connection and not come back."),
        must(
            "endpoint/media-type",
            MODEL,
            "A stream is opened by a response whose media type is text/event-stream; any other type"
                + " makes the client fail the connection."),
        must(
            "endpoint/charset",
            REGISTRATION,
            "A charset parameter may stand beside the media type; if it does, its value is utf-8."
                + " It has no effect."),
        must(
            "endpoint/announce",
            MODEL,
            "The client announces the connection as soon as status and media type are known, before"
                + " any event."),
        must(
            "endpoint/reconnect",
            MODEL,
            "A client whose stream ends comes back after the reconnection time, again and again; a"
                + " status like 204 makes it stop."),
        must(
            "endpoint/last-event-id",
            SSE + "#the-last-event-id-header",
            "A client that comes back sends the last event ID string, as UTF-8, so that the server"
                + " can tell what it has seen."));
  }

  private static List<Clause> authoring() {
    return List.of(
        should(
            "authoring/keep-alive",
            NOTES,
            "As some proxies drop silent connections, authors can send a comment line every 15"
                + " seconds or so."),
        should(
            "authoring/no-delay",
            NOTES,
            "Chunking by a layer that does not know about the timing of events can hold them back;"
                + " where it does, it is better switched off."),
        may(
                "authoring/connection-limit",
                NOTES,
                "Clients bound their connections to one server, so that many pages on one stream"
                    + " each may need names of their own or one shared stream.")
            .uncoveredBecause("The limit is the client's; an endpoint shows nothing of it."),
        should(
            "authoring/proxy-buffering",
            "https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering",
            "Good practice: X-Accel-Buffering: no keeps nginx, and proxies that follow it, from"
                + " buffering a response."));
  }

  private static List<Clause> messages() {
    return List.of(
        must(
            "http/message-form",
            HTTP_ONE + "2.1",
            "A response is a status line, header fields of a token, a colon and a value, and an"
                + " empty line; then the body."),
        must(
            "http/one-length",
            HTTP_ONE + "6.2",
            "A message with Transfer-Encoding carries no Content-Length."),
        must(
            "http/chunked",
            HTTP_ONE + "7.1",
            "In the chunked coding each chunk has its size ahead, and a chunk of size zero ends the"
                + " body."),
        must(
            "http/chunked-once",
            HTTP_ONE + "6.1",
            "The chunked coding is applied once to a message body, and last."),
        must(
            "http/coding-for-version",
            HTTP_ONE + "6.1",
            "Transfer-Encoding is sent only in answer to a request that indicates HTTP/1.1 or"
                + " later."),
        must(
            "http/incomplete",
            HTTP_ONE + "8",
            "A body that ends before its last chunk, or before its length, is incomplete."),
        must(
            "http/connection-field",
            SEMANTICS + "7.6.1",
            "Fields that are meant for one connection are listed in Connection, and go no further"
                + " than the next hop."),
        must(
            "http-two/connection-fields",
            HTTP_TWO + "8.2.2",
            "A message in HTTP/2 has no Connection, Keep-Alive, Proxy-Connection,"
                + " Transfer-Encoding or Upgrade; one that has is malformed."),
        must(
            "http-two/field-names",
            HTTP_TWO + "8.2.1",
            "The names of fields are in lower case when they are encoded in HTTP/2."),
        must(
            "http-two/status-first",
            HTTP_TWO + "8.3.2",
            "A response in HTTP/2 has one :status, ahead of all other fields."),
        must(
            "http-two/stream",
            HTTP_TWO + "8.1",
            "A response in HTTP/2 is one stream: its head, its data as windows allow, and its"
                + " end."),
        must(
            "http/head",
            SEMANTICS + "9.3.2",
            "HEAD is answered like GET, but without any content: the response ends with the header"
                + " section."),
        should(
            "http/head-fields",
            SEMANTICS + "9.3.2",
            "The header fields of the answer to HEAD are those that GET would get."),
        must(
            "http/close",
            HTTP_ONE + "9.6",
            "A server that was asked to close closes the connection after its response."),
        should(
            "http/options",
            SEMANTICS + "9.3.7",
            "OPTIONS asks what can be done with a resource; it does not begin to do it."),
        must(
            "http/server-error",
            SEMANTICS + "15.6",
            "A status of the 5xx class says that the server itself has erred."));
  }

  private static List<Clause> negotiation() {
    return List.of(
        should(
            "http/accept-absent",
            SEMANTICS + "12.5.1",
            "A request without Accept takes any media type."),
        should(
            "http/accept-list",
            SEMANTICS + "12.5.1",
            "Accept is a list of media ranges, each with an optional weight; a type that one of"
                + " them covers is acceptable."),
        must(
            "http/content-encoding",
            SEMANTICS + "8.4",
            "Content-Encoding lists the codings that were applied to the content, in their order."),
        should(
            "http/content-length",
            SEMANTICS + "8.6",
            "Content-Length says how long the content is; one whose length is not known has"
                + " none."));
  }

  private static List<Clause> caching() {
    return List.of(
        should(
            "http/no-store",
            CACHING + "5.2.2",
            "Cache-Control: no-store keeps a response out of caches; no-cache lets none answer"
                + " without asking the server."),
        should(
            "http/no-transform",
            CACHING + "5.2.2.6",
            "Cache-Control: no-transform forbids intermediaries to transform the content, for"
                + " example to compress it."),
        may(
            "http/validator",
            SEMANTICS + "8.8",
            "Validators tell one state of a representation from another."));
  }

  private static List<Clause> cors() {
    return List.of(
        must(
            "cors/credentials",
            FETCH + "#cors-protocol-and-credentials",
            "To a request with credentials the wildcard allows nobody: Access-Control-Allow-Origin"
                + " names the origin, and Access-Control-Allow-Credentials is true."),
        must(
            "cors/one-origin",
            FETCH + "#cors-check",
            "Access-Control-Allow-Origin is compared as a whole with the origin, so that it holds"
                + " one value."),
        should(
            "cors/vary",
            FETCH + "#cors-protocol-and-http-caches",
            "A response whose Access-Control-Allow-Origin depends on the request says Vary:"
                + " Origin."));
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.EndpointCase.endpoint;

import java.util.List;

/** HTTP/2 underneath the stream, where the endpoint speaks it. */
final class EndpointHttpTwoCases {
  private EndpointHttpTwoCases() {}

  static List<EndpointCase> all() {
    return List.of(
        endpoint("S-052", "server/http-two/hop-by-hop")
            .must("Over HTTP/2 no field of the head is meant for one connection alone")
            .clauses("http-two/connection-fields")
            .why("Browsers and proxies drop the stream, or the whole connection, as malformed.")
            .hint("Leave Connection, Keep-Alive and Transfer-Encoding to the server below.")
            .seenIn(
                "NestJS #17588: Connection: keep-alive ends HTTP/2 connections",
                "Ktor PR #5220: the same")
            .catches("hop-by-hop-in-two")
            .holds(EndpointRule.HTTP_TWO_HOP_BY_HOP, Visit.HTTP_TWO),
        endpoint("S-053", "server/http-two/head-form")
            .must("Over HTTP/2 names are in lower case, and :status comes first and once")
            .clauses("http-two/field-names", "http-two/status-first")
            .why("A head of another form is malformed, and its stream is reset.")
            .hint("Leave the form of the head to the server below the handler.")
            .catches("loud-names-in-two")
            .holds(EndpointRule.HTTP_TWO_FORM, Visit.HTTP_TWO),
        endpoint("S-054", "server/http-two/same-stream")
            .must("Over HTTP/2 the same stream comes, and goes on")
            .clauses("http-two/stream", "endpoint/status", "endpoint/media-type")
            .why("Browsers choose HTTP/2 wherever it is offered: it is what most clients get.")
            .hint("Look for windows that are never refilled, and for bodies held to their end.")
            .seenIn(
                "gun #125: events stop after four",
                "mcp typescript-sdk #1619: PROTOCOL_ERROR at the end")
            .catches("other-type-in-two", "resets-in-two", "stops-in-two")
            .holds(EndpointRule.HTTP_TWO_STREAM, Visit.WATCH, Visit.HTTP_TWO));
  }
}

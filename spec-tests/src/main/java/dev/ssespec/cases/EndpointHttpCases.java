package dev.ssespec.cases;

import static dev.ssespec.cases.EndpointCase.endpoint;

import java.util.List;

/** HTTP/1.x underneath the stream. */
final class EndpointHttpCases {
  private EndpointHttpCases() {}

  static List<EndpointCase> all() {
    return List.of(
        endpoint("S-007", "server/http/head-form")
            .must("Status line and header fields have HTTP's form")
            .clauses("http/message-form")
            .why("Proxies refuse a head that clients still forgive.")
            .hint("Look for header values with line ends in them, and for names with spaces.")
            .catches("stray-header-line", "speaks-no-http")
            .holds(EndpointRule.HEAD_WELL_FORMED, Visit.WATCH),
        endpoint("S-008", "server/http/one-framing")
            .must("The head names one way to find the end of the body, once")
            .clauses("http/one-length", "http/chunked-once")
            .why("Two of them are how requests are smuggled, so that proxies answer with 502.")
            .hint("Leave Transfer-Encoding and Content-Length to the server below the handler.")
            .seenIn(
                "Traefik #8623: two Transfer-Encoding fields",
                "Spring Cloud Gateway #161: the same")
            .catches("length-and-chunks", "two-codings")
            .holds(EndpointRule.ONE_FRAMING, Visit.WATCH),
        endpoint("S-009", "server/http/framing-holds")
            .must("The body is framed as its head says, to its end")
            .clauses("http/chunked", "http/incomplete")
            .why("A client that loses the chunks sees a network error in the middle of the stream.")
            .hint("End the response through the framework; a closed socket is no end of chunks.")
            .seenIn(
                "opencode #28729: the last chunk is missing after an error",
                "Necmttn/ax PR #506: an idle reaper cuts in the middle of a chunk")
            .catches("bad-chunk", "cut-short")
            .holds(EndpointRule.FRAMING_HOLDS, Visit.WATCH),
        endpoint("S-010", "server/http/no-fixed-length")
            .practice("The stream has no Content-Length")
            .clauses("http/content-length")
            .why("A length means that the whole response was there first: nothing was streamed.")
            .hint("Look for a layer that collects the body to measure it.")
            .seenIn("mcp typescript-sdk #1619: a small stream gets Content-Length")
            .catches("fixed-length")
            .holds(EndpointRule.NO_FIXED_LENGTH, Visit.WATCH),
        endpoint("S-011", "server/http/older-version")
            .must("HTTP/1.0 is answered without chunks")
            .clauses("http/coding-for-version")
            .why("A proxy that speaks HTTP/1.0 hands the chunk sizes to the client as lines.")
            .hint("End the body by closing the connection there, or answer 505.")
            .seenIn(
                "Hono 05963bf: Transfer-Encoding: chunked whatever the version",
                "Hono 4.13.19: the same",
                "Grizzly 4.0.2, Reactor Netty 1.3.6, Armeria 1.40.0, Ktor 3.6.1: the same",
                "actix-web 4.18.1: the same")
            .catches("chunks-for-old-http")
            .holds(EndpointRule.NO_CODING_FOR_OLD_HTTP, Visit.OLD_HTTP),
        endpoint("S-012", "server/http/hop-by-hop")
            .observe("Which fields of the head are meant for this connection alone")
            .clauses("http/connection-field")
            .why("The same fields over HTTP/2 make browsers drop the whole connection.")
            .hint("Leave Connection and Keep-Alive to the server below the handler.")
            .seenIn(
                "NestJS #17588: Connection: keep-alive ends HTTP/2 connections",
                "Ktor PR #5220: the same")
            .holds(EndpointRule.HOP_BY_HOP_FIELDS, Visit.WATCH));
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.EndpointCase.endpoint;

import java.util.List;

/** Other methods and other Accept headers. */
final class EndpointRequestCases {
  private EndpointRequestCases() {}

  static List<EndpointCase> all() {
    return List.of(
        endpoint("S-037", "server/method/head-ends")
            .must("The answer to HEAD ends with its head")
            .clauses("http/head", "http/close")
            .why("A handler that streams to HEAD never ends: each one leaks a thread or a fibre.")
            .hint("Return from the handler where the method is HEAD.")
            .seenIn(
                "Kemal PR #798: HEAD runs the endless handler",
                "yjacquin/fast-mcp #50: HEAD gets no answer",
                "@fastify/sse 0.6.0, fastify-sse-v2 4.2.2: the same",
                "Hono 4.13.19, NestJS 12.5.1: keep-alive, though close is asked for",
                "Spring MVC 7.0.9, Jetty 12.1.14: the answer does not end",
                "Jersey 4.0.2: no answer comes",
                "r3labs/sse 2.10.0, donovanhide/eventsource c590279: HEAD opens the stream")
            .catches("endless-head", "head-with-body")
            .holds(EndpointRule.HEAD_ENDS, Visit.HEAD),
        endpoint("S-038", "server/method/head-same-type")
            .should("HEAD says the same media type as GET")
            .clauses("http/head-fields")
            .why("Monitors and link checkers ask with HEAD, and report what it says.")
            .hint("Serve HEAD from the same route, and stop behind the head.")
            .seenIn("Javalin 7.2.3: HEAD says text/plain")
            .catches("head-of-another-type")
            .holds(EndpointRule.HEAD_SAME_TYPE, Visit.WATCH, Visit.HEAD),
        endpoint("S-039", "server/method/options-ends")
            .should("The answer to OPTIONS ends")
            .clauses("http/options", "http/close")
            .why("A preflight that never ends keeps the page waiting for ever.")
            .hint("Check the method before the stream is begun.")
            .seenIn("r3labs/sse c6d5381: every method opens a stream")
            .catches("options-streams")
            .holds(EndpointRule.OPTIONS_ENDS, Visit.OPTIONS),
        endpoint("S-040", "server/accept/absent")
            .should("Without Accept the stream comes all the same")
            .clauses("http/accept-absent")
            .why("A client may leave Accept out; an empty 200 tells it nothing.")
            .hint("Take a missing Accept for anything at all.")
            .seenIn("Javalin cdfa0f7: 200 with an empty body where Accept is missing")
            .catches("empty-without-accept")
            .holds(EndpointRule.STREAM_WITHOUT_ACCEPT, Visit.NO_ACCEPT),
        endpoint("S-041", "server/accept/list")
            .should("A list that holds text/event-stream gets the stream")
            .clauses("http/accept-list")
            .why("Many clients accept event streams among other types.")
            .hint("Parse Accept as a list; do not compare it as a whole.")
            .seenIn(
                "Jetty 0391c52: anything but text/event-stream alone gets 405",
                "Composio #2152: 406 though text/event-stream is accepted",
                "Jetty 12.1.14: 405 for a list")
            .catches("exact-accept")
            .holds(EndpointRule.STREAM_FOR_LIST, Visit.ACCEPT_LIST),
        endpoint("S-042", "server/accept/other-type")
            .observe("What comes where only application/json is accepted")
            .clauses("http/accept-list")
            .why("A stream, 406, or JSON are all right; an empty 200 helps nobody.")
            .hint("Answer 406, or send the stream.")
            .seenIn("Lib.AspNetCore.ServerSentEvents #52: any request gets the stream")
            .holds(EndpointRule.ANSWER_TO_OTHER_TYPE, Visit.ACCEPT_OTHER));
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.EndpointCase.endpoint;

import java.util.List;

/** When things arrive. */
final class EndpointFlushCases {
  private EndpointFlushCases() {}

  static List<EndpointCase> all() {
    return List.of(
        endpoint("S-024", "server/flush/block-in-one-go")
            .should("The lines of an event arrive together")
            .clauses("authoring/no-delay", "parse/no-delay")
            .why("The event is late by as long as its last line is.")
            .hint("Build the whole block first, then write and flush it once.")
            .seenIn(
                "FastEndpoints PR #1018: id at once, event and data after 26 s",
                "datastar #905: half a line until the next event")
            .catches("torn-blocks")
            .holds(EndpointRule.BLOCK_IN_ONE_GO, Visit.WATCH),
        endpoint("S-025", "server/flush/blank-line-at-once")
            .should("The blank line arrives with its event, not with the next one")
            .clauses("authoring/no-delay", "interpret/empty-line")
            .why("Nothing is dispatched before the blank line: each event is one behind.")
            .hint("Write the blank line behind the event, then flush.")
            .seenIn(
                "Lib.AspNetCore.ServerSentEvents #6: events come one behind",
                "Javalin #1391: no blank line behind an event")
            .catches("held-blank-line")
            .holds(EndpointRule.BLANK_LINE_AT_ONCE, Visit.WATCH),
        endpoint("S-026", "server/flush/keep-alive")
            .practice("Something comes at least every 30 s, a comment if nothing else")
            .clauses("authoring/keep-alive")
            .why("Proxies and load balancers end connections that are silent for about a minute.")
            .hint("Send a comment and a blank line every 15 s; watch with --for 40s to see it.")
            .seenIn(
                "stellar horizon #424: a load balancer cuts after 60 s",
                "omnara #502: the stream ends after 16 s")
            .holds(EndpointRule.KEEP_ALIVE, Visit.WATCH),
        endpoint("S-027", "server/coding/as-labelled")
            .must("The body is coded as Content-Encoding says")
            .clauses("http/content-encoding")
            .why("A client that cannot decode the body drops the connection.")
            .hint("Do not set Content-Encoding by hand.")
            .seenIn("express-sse 0f0d0f1: the header says deflate, the body is plain")
            .catches("false-coding")
            .holds(EndpointRule.CODING_TRUE, Visit.GZIP),
        endpoint("S-028", "server/coding/incremental")
            .should("A compressed event can be decoded as soon as it is sent")
            .clauses("authoring/no-delay")
            .why("A compressor that is not flushed keeps events until it has a block of them.")
            .hint("Flush the compressor behind each event, or leave streams uncompressed.")
            .seenIn(
                "Starlette PR #2753: 32 KiB are collected, pings too",
                "tower-http #420: event streams are held",
                "gin-contrib/gzip #16: all events are held")
            .catches("hoarding-gzip")
            .holds(EndpointRule.CODING_INCREMENTAL, Visit.WATCH, Visit.GZIP));
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.ConductCase.conduct;

import java.util.List;

/** When and how whole things arrive. */
final class ToldFlowCases {
  private ToldFlowCases() {}

  static List<ConductCase> all() {
    return List.of(
        conduct("S-221", "server/told-flow/quiet-head")
            .should("The head of a stream on which nothing happens comes at once")
            .clauses("endpoint/announce", "authoring/no-delay")
            .why("Until the head is there no client knows that it is connected: open never fires.")
            .hint("Flush the head when the handler begins.")
            .seenIn(
                "r3labs/sse #57: no head before the first event",
                "NestJS 04689f1: the head waits for the first message",
                "huma #1037: the same",
                "Spring MVC 7.0.9, tmaxmax/go-sse 0.11.0: no head before the first event",
                "h3 2.0.8, @fastify/sse 0.6.0: the same",
                "Spring WebFlux 7.0.9, Armeria 1.40.0: the same")
            .catches("head-with-event")
            .holds(Conduct.QUIET_HEAD),
        conduct("S-222", "server/told-flow/event-at-once")
            .should("An event arrives whole with nothing behind it")
            .clauses("authoring/no-delay", "interpret/empty-line")
            .why("The event is late by as long as the next one is.")
            .hint("Write the whole block, its blank line among it, then flush.")
            .seenIn(
                "aspnetcore #64118: nothing is flushed",
                "ServerSentEvent4Net #1: events come one behind",
                "gin examples #67: nothing is sent without a flush")
            .catches("blank-line-held", "fields-as-data")
            .holds(Conduct.EVENT_AT_ONCE),
        conduct("S-223", "server/told-flow/comment-at-once")
            .should("A comment arrives with nothing behind it")
            .clauses("authoring/no-delay", "authoring/keep-alive")
            .why("A comment that waits for the next event keeps no connection alive.")
            .hint("Flush behind comments too.")
            .seenIn("expresse #4: comments stay in the compressor")
            .needs("comment")
            .catches("comment-as-event", "comment-held", "comment-lost", "comment-unended")
            .holds(Conduct.COMMENT_AT_ONCE),
        conduct("S-224", "server/told-flow/crowded-sends")
            .must("Much that is sent at once arrives whole, once each, and in order")
            .clauses("parse/block", "interpret/order")
            .why("Two writers that share a response write into each other's events.")
            .hint("Write each block in one go, under a lock or on one thread.")
            .seenIn(
                "Quarkus #11824: pieces of an event in the wrong order",
                "Javalin PR #2629: comments inside events",
                "async-sse a524e45: fields of two events are mixed",
                "h3 #1554: events twice, or lost",
                "Jersey 4.0.2: its broadcaster ends a stream in a burst of 2000 events")
            .catches("crowd-doubled", "crowd-dropped", "crowd-reversed", "crowd-torn")
            .holds(Conduct.CROWDED_SENDS),
        conduct("S-225", "server/told-flow/same-for-all")
            .should("Every stream that is open gets every event, in the same order")
            .clauses("interpret/order", "parse/block")
            .why("What one reader saw another never hears of.")
            .hint("Give each connection a queue of its own.")
            .seenIn(
                "cpp-httplib #2125: each event goes to one subscriber alone",
                "django-eventstream #55: every second event is missing")
            .catches("one-gets-each")
            .holds(Conduct.SAME_FOR_ALL),
        conduct("S-226", "server/told-flow/orderly-end")
            .must("A stream that the server ends is ended as its framing has it")
            .clauses("http/incomplete", "http/chunked")
            .why("A client cannot tell a stream that is over from one that broke.")
            .hint("End the response through the framework; a closed socket is no end of chunks.")
            .seenIn(
                "opencode #28729: no last chunk",
                "Necmttn/ax PR #506: cut in the middle of a chunk")
            .needs("end")
            .catches("end-cuts", "end-kept-open")
            .holds(Conduct.ORDERLY_END),
        conduct("S-227", "server/told-flow/end-behind-events")
            .must("What was sent before the end arrives before it")
            .clauses("interpret/end-of-stream", "parse/block")
            .why("The last events of every answer are lost, which are the ones that matter.")
            .hint("Write what is queued, then end.")
            .seenIn(
                "dify PR #37236: streams and their ends fall apart",
                "r3labs/sse 2.10.0: what is queued goes with the stream")
            .needs("end")
            .catches("blank-line-held", "end-forgets", "end-kept-open")
            .holds(Conduct.END_BEHIND_EVENTS),
        conduct("S-228", "server/told-flow/after-the-end")
            .observe("What a client meets that comes back after the server ended the stream")
            .clauses("endpoint/reconnect")
            .why("An EventSource always comes back: a finished answer would be given again.")
            .hint("Answer 204 to a client that has had everything.")
            .seenIn("NestJS PR #7234: 204 could not be answered")
            .needs("end")
            .holds(Conduct.AFTER_END));
  }
}

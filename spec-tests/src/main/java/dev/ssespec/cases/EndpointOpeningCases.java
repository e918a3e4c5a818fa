package dev.ssespec.cases;

import static dev.ssespec.cases.EndpointCase.endpoint;

import java.util.List;

/** Whether an EventSource gets a stream at all. */
final class EndpointOpeningCases {
  private EndpointOpeningCases() {}

  static List<EndpointCase> all() {
    return List.of(
        endpoint("S-001", "server/open/status")
            .must("The stream is opened with status 200")
            .clauses("endpoint/status", "http/message-form")
            .why("An EventSource that gets any other status gives up for good.")
            .hint("Ask with curl -N and look at the first line; follow redirects by hand.")
            .seenIn(
                "r3labs/sse c6d5381: 500 for a stream that is not known",
                "NestJS #17098: POST answered with 200 and an empty body")
            .catches(
                "not-found",
                "never-answers",
                "resets",
                "speaks-no-http",
                "redirects-in-circle",
                "stray-header-line")
            .holds(EndpointRule.STATUS_OK, Visit.WATCH),
        endpoint("S-002", "server/open/media-type")
            .must("The media type is text/event-stream")
            .clauses("endpoint/media-type")
            .why("An EventSource that gets any other media type gives up for good.")
            .hint(
                "Set Content-Type before anything is written; a framework may set its own default"
                    + " when the head is sent.")
            .seenIn("Micronaut #9627: application/json", "awslabs/mcp #3352: 200 with text/html")
            .catches("wrong-type")
            .holds(EndpointRule.MEDIA_TYPE, Visit.WATCH),
        endpoint("S-003", "server/open/charset")
            .must("A charset parameter, if there is one, says utf-8")
            .clauses("endpoint/charset")
            .why("Chromium refuses a stream that is labelled with any other charset.")
            .hint("Look for a default charset of the container, and for utf8 without the hyphen.")
            .seenIn(
                "Nchan PR #108: charset=utf8 makes Chrome and Safari give up",
                "Hystrix PR #94: the container adds charset=ISO-8859-1")
            .catches("latin-charset")
            .holds(EndpointRule.CHARSET, Visit.WATCH),
        endpoint("S-004", "server/open/headers-at-once")
            .should("The head does not wait for the first event")
            .clauses("endpoint/announce", "authoring/no-delay")
            .why("Until the head is there no client knows that it is connected: open never fires.")
            .hint("Flush the head when the handler begins, or send a comment first.")
            .seenIn(
                "r3labs/sse #57: no head before the first event",
                "huma #1037: the same",
                "signal-cli #2033: the head waits for the keep-alive after 15 s")
            .catches("late-head")
            .holds(EndpointRule.HEADERS_AT_ONCE, Visit.WATCH, Visit.SECOND),
        endpoint("S-005", "server/open/event-seen")
            .observe("An event comes while the stream is watched")
            .clauses("parse/stream", "interpret/empty-line")
            .why("Most of what can be said about a stream needs an event to say it of.")
            .hint("Watch longer with --for, or make something happen that is worth an event.")
            .seenIn("django-eventstream #57: events are delivered when the server exits")
            .holds(EndpointRule.EVENT_SEEN, Visit.WATCH),
        endpoint("S-006", "server/open/burst")
            .must("Twenty openings at the same moment all get the stream")
            .clauses("endpoint/status", "endpoint/media-type")
            .why("A race in the head shows in one response of a hundred, and ends that client.")
            .hint("Look for headers that are set by another thread than the one that commits them.")
            .seenIn("Micronaut #11810: one response in a hundred says" + " application/json")
            .catches("wrong-type-at-times")
            .holds(EndpointRule.BURST_OPENS, Visit.BURST));
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.EndpointCase.endpoint;

import java.util.List;

/** What a client meets that comes back. */
final class EndpointResumeCases {
  private EndpointResumeCases() {}

  static List<EndpointCase> all() {
    return List.of(
        endpoint("S-043", "server/resume/own-id-accepted")
            .should("The endpoint takes an id that it handed out itself")
            .clauses("endpoint/last-event-id", "endpoint/status")
            .why("A refusal ends the client for good, at its first reconnection.")
            .hint("Treat an id that cannot be served like no id.")
            .seenIn("drive9 #539: every resumption is rejected")
            .catches("refuses-ids")
            .holds(EndpointRule.OWN_ID_ACCEPTED, Visit.WATCH, Visit.RESUME),
        endpoint("S-044", "server/resume/nothing-twice")
            .should("No event comes again after a resumption")
            .clauses("endpoint/last-event-id")
            .why("The client acts on the same event twice.")
            .hint("Replay what is behind the id, not from the id on.")
            .seenIn(
                "r3labs/sse c6d5381: the last seen event is sent again",
                "taOS PR #1513: the last 32 events are replayed each time")
            .catches("repeats-last", "starts-over")
            .holds(EndpointRule.NOTHING_TWICE, Visit.WATCH, Visit.RESUME),
        endpoint("S-045", "server/resume/nothing-missing")
            .should("No event is left out by a resumption")
            .clauses("endpoint/last-event-id")
            .why("Ids promise that a lost connection loses nothing.")
            .hint("Subscribe first, then replay, then drop what came twice.")
            .seenIn(
                "Mercure #354: an event in the reconnection window is missed",
                "alexandrevicenzi/go-sse c17ce60: Last-Event-ID is ignored")
            .catches("skips-one", "live-only")
            .holds(EndpointRule.NOTHING_MISSING, Visit.WATCH, Visit.RESUME),
        endpoint("S-046", "server/resume/order")
            .should("Events come in the same order after a resumption")
            .clauses("endpoint/last-event-id")
            .why("The last id of a shuffled replay is not the latest: the next one goes wrong.")
            .hint("Do not replay beside the live stream, but ahead of it.")
            .seenIn("donovanhide/eventsource c590279: the replay runs beside live events")
            .catches("reversed-replay")
            .holds(EndpointRule.RESUMED_ORDER, Visit.WATCH, Visit.RESUME),
        endpoint("S-047", "server/resume/odd-id-survived")
            .should("No Last-Event-ID makes the endpoint fail")
            .clauses("http/server-error", "endpoint/last-event-id")
            .why("The header is text from outside; an id of another deployment is enough.")
            .hint("Check the id before it is used as a number, a path or a query.")
            .seenIn("whatwg/html #689: ids are UTF-8 in the header")
            .catches("fails-on-odd-id")
            .holds(EndpointRule.ODD_ID_SURVIVED, Visit.ODD_IDS),
        endpoint("S-048", "server/resume/unknown-id")
            .practice("An unknown id gets a stream")
            .clauses("endpoint/status", "endpoint/last-event-id")
            .why("Clients keep ids longer than servers do; a refusal ends them for good.")
            .hint("Begin afresh, and say so in an event where it matters.")
            .seenIn(
                "r3labs/sse c6d5381: 400 for an id that is no number",
                "Mercure #704: an unknown id never catches up")
            .catches("refuses-ids", "numbers-only")
            .holds(EndpointRule.UNKNOWN_ID_SERVED, Visit.ODD_IDS),
        endpoint("S-049", "server/resume/ids-shared")
            .observe("Whether two connections see the same ids")
            .clauses("field/id")
            .why("Shared ids let any server, and any connection, resume from them.")
            .hint("Take the id from the event, not from the connection.")
            .holds(EndpointRule.IDS_SHARED, Visit.WATCH, Visit.SECOND),
        endpoint("S-050", "server/resume/id-means-one-event")
            .practice("One id stands for one event on all connections")
            .clauses("field/id", "endpoint/last-event-id")
            .why("An id that is counted per connection says nothing to the next one.")
            .hint("Take the id from the event, not from the connection.")
            .seenIn(
                "NestJS 04689f1: ids begin at 1 on every connection",
                "express-sse 0f0d0f1: the same, from 0")
            .catches("ids-per-connection")
            .holds(EndpointRule.ID_MEANS_ONE_EVENT, Visit.WATCH, Visit.SECOND),
        endpoint("S-051", "server/end/after-the-end")
            .observe("What a client meets that comes back after the stream ended")
            .clauses("endpoint/reconnect")
            .why("An EventSource always comes back: a finished answer would be given again.")
            .hint("Answer 204 to a client that has had everything.")
            .seenIn("NestJS PR #7234: 204 could not be answered")
            .holds(EndpointRule.AFTER_THE_END, Visit.WATCH, Visit.AFTER_END));
  }
}

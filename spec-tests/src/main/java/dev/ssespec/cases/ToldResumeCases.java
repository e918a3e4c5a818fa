package dev.ssespec.cases;

import static dev.ssespec.cases.ConductCase.conduct;

import java.util.List;

/** What a client gets that comes back. */
final class ToldResumeCases {
  private ToldResumeCases() {}

  static List<ConductCase> all() {
    return List.of(
        conduct("S-241", "server/told-resume/behind-the-id")
            .should("A client that comes back gets exactly what it missed, then what is new")
            .clauses("endpoint/last-event-id")
            .why("Ids promise that a lost connection loses nothing and doubles nothing.")
            .hint("Replay what is behind the id, in order, and then go on.")
            .seenIn(
                "r3labs/sse c6d5381: the last seen event comes again",
                "express-sse 0f0d0f1: ids begin anew",
                "donovanhide/eventsource c590279: the last seen event comes again")
            .needs("id", "replay")
            .catches(
                "blank-line-held",
                "id-lost",
                "replay-none",
                "replay-repeats",
                "replay-reversed",
                "replay-skips")
            .holds(Conduct.RESUMED),
        conduct("S-242", "server/told-resume/words-for-ids")
            .should("The same with ids that are words beyond ASCII")
            .clauses("endpoint/last-event-id", "parse/utf-8")
            .why("Last-Event-ID is UTF-8; read as Latin-1 it is another id.")
            .hint("Decode the header as UTF-8, and do not take ids for numbers.")
            .seenIn(
                "whatwg/html #689: ids are UTF-8 in the header",
                "r3labs/sse c6d5381: 400 for an id that is no number",
                "sse-channel 4.0.2: compared as Latin-1 text, so that everything comes again")
            .needs("id", "replay")
            .catches(
                "ascii-alone",
                "blank-line-held",
                "id-ascii-left-out",
                "id-lost",
                "id-words-joined",
                "replay-latin",
                "replay-none",
                "replay-repeats",
                "replay-reversed",
                "replay-skips")
            .holds(Conduct.RESUMED_BY_WORD),
        conduct("S-243", "server/told-resume/at-full-speed")
            .should(
                "Fifty comebacks while events are sent lose nothing, double nothing, and keep the order")
            .clauses("endpoint/last-event-id")
            .why("Between the replay and the live stream is a gap, or an overlap.")
            .hint("Subscribe and take the replay under one lock.")
            .seenIn(
                "Mercure #354: an event in the gap is missed",
                "donovanhide/eventsource c590279: the replay runs beside live events",
                "donovanhide/eventsource c590279: the server panics over a client that is 128 events behind")
            .needs("id", "replay")
            .catches(
                "replay-gap",
                "replay-none",
                "replay-overlap",
                "replay-repeats",
                "replay-reversed",
                "replay-skips")
            .holds(Conduct.RESUMED_AT_SPEED),
        conduct("S-244", "server/told-resume/odd-ids-live")
            .should("A client with an id that nobody gave gets a stream that lives")
            .clauses("endpoint/last-event-id", "endpoint/status")
            .why("Clients keep ids longer than servers do: a deaf stream is worse than a refusal.")
            .hint("Begin afresh where an id is not known.")
            .seenIn(
                "Mercure #704: an unknown id never catches up",
                "tmaxmax/go-sse e3ddbdf: the same",
                "r3labs/sse c6d5381: 400 for an id that is no number")
            .catches("strangers-deaf", "strangers-fail")
            .holds(Conduct.ODD_IDS_LIVE),
        conduct("S-245", "server/told-resume/fresh-start")
            .practice("Without Last-Event-ID nothing old comes")
            .clauses("endpoint/last-event-id")
            .why("A newcomer that is sent the whole past takes it for the present.")
            .hint("Replay where Last-Event-ID is there, and only there.")
            .seenIn("r3labs/sse #61: the whole history is sent to every new client")
            .needs("id", "replay")
            .catches("replay-to-all")
            .holds(Conduct.FRESH_START));
  }
}

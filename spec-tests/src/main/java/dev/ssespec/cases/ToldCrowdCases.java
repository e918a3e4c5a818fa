package dev.ssespec.cases;

import static dev.ssespec.cases.ConductCase.conduct;

import java.util.List;

/** Many clients, slow clients, and clients that leave. */
final class ToldCrowdCases {
  private ToldCrowdCases() {}

  static List<ConductCase> all() {
    return List.of(
        conduct("S-231", "server/told-crowd/burst")
            .must("Two hundred openings in bursts all get the stream")
            .clauses("endpoint/status", "endpoint/media-type")
            .why("A race in the head shows in one response of a hundred, and ends that client.")
            .hint("Look for headers that are set by another thread than the one that commits them.")
            .seenIn("Micronaut #11810: one response in a hundred says application/json")
            .catches("crowd-of-another-type")
            .holds(Conduct.BURST),
        conduct("S-232", "server/told-crowd/stalled-reader")
            .practice("A client that does not read holds up nobody else")
            .clauses("authoring/no-delay")
            .why("One telephone in a tunnel stops the stream of everybody.")
            .hint("Give each connection a bounded queue, and drop the client whose queue is full.")
            .seenIn(
                "r3labs/sse PR #192: one full queue stops all",
                "alexandrevicenzi/go-sse c17ce60: the same",
                "donovanhide/eventsource c590279: three slow clients stop the server")
            .catches("stalled-stops-all")
            .holds(Conduct.STALLED_READER),
        conduct("S-233", "server/told-crowd/leaving-counted")
            .practice("Of three hundred clients that left none is still counted")
            .clauses("http/close")
            .why("Each one that is kept costs memory, a thread, or a slot, for ever.")
            .hint("Take a connection out when a write to it fails, and when it is closed.")
            .seenIn(
                "mcp python-sdk PR #2145: 66086 coroutines are left",
                "Jersey #3047: a write to a client that left never fails",
                "Spring #32629: connections are never closed",
                "FastAPI 0.165.0: generators of clients that left go on until garbage is collected")
            .needs("disconnect")
            .catches("leaving-unnoticed")
            .holds(Conduct.LEAVING_COUNTED),
        conduct("S-234", "server/told-crowd/leaving-survived")
            .must("After three hundred clients left the next one is served")
            .clauses("endpoint/status", "interpret/empty-line")
            .why("Slots, threads and locks of those who left are never given back.")
            .hint("Take a connection out when a write to it fails, and when it is closed.")
            .seenIn(
                "DragonBreath PR #25: two that left, and every new one gets 503",
                "fastmcp #4192: stops after twelve",
                "miniflare #107: a page that is closed ends the process",
                "Eventra #12464: one that left ends the broadcast")
            .catches("slots-leak")
            .holds(Conduct.LEAVING_SURVIVED),
        conduct("S-235", "server/told-crowd/vanished-counted")
            .practice("Of clients that vanished without a word none is counted in the end")
            .clauses("http/close")
            .why("A telephone in a tunnel sends no goodbye; what it held is held for ever.")
            .hint("Give writes a time limit and queues a bound, and take out what exceeds them.")
            .seenIn("Jersey #3047: a write to a client that left never fails")
            .needs("disconnect")
            .catches("leaving-unnoticed", "stalled-forgotten")
            .holds(Conduct.VANISHED_COUNTED));
  }
}

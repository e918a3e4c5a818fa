package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.cases.ClientExpectation.FailedForGood;
import dev.ssespec.server.Script;
import java.util.List;

/** Nobody listens for a while: what an origin cannot see is waited out with a lull. */
final class RefusedCases {
  private static final Script FIRST =
      Script.eventStream().body("retry: 50\nid: {i}\ndata: {a}\n\n").await("refused").end();

  private RefusedCases() {}

  static List<ClientCase> all() {
    return List.of(between(), atFirst(), keepsId());
  }

  private static ClientCase between() {
    return refused("C-062", "client/reconnect/refused-between")
        .must("Attempts that are refused do not end a source that was connected before")
        .clauses("reconnect/failed-attempt")
        .why("While a server restarts nobody listens, and this is when reconnection is for.")
        .hint("Let a failed connect take the way of a lost stream.")
        .catches("gives-up-after-failed-attempt")
        .expect(events(message("{a}", "{i}"), message("{b}", "{i}")), requests(2))
        .or("literal text", events(message("{a}", "{i}"), message("{b}")), requests(2))
        .build();
  }

  private static ClientCase atFirst() {
    return client("C-063", "client/reconnect/refused-at-first")
        .must("A source whose first attempts are refused connects when somebody listens")
        .clauses("reconnect/at-error")
        .why("An application that starts before its server would never hear of it.")
        .hint("A network error reestablishes the connection, the first one, too.")
        .seenIn("launchdarkly/eventsource (Go) stops by default")
        .needs("reconnect")
        .answers(held("data: {a}\n\n"))
        .when(new Trigger.BeforeOpen(), new Deed.Refuse())
        .when(new Trigger.Lull(new Trigger.Begun()), new Deed.Accept())
        .untilEvent("{a}")
        .expect(events(message("{a}")))
        .or("gives up the first attempt", events(), requests(0), new FailedForGood())
        .catches("hangs-after-first-attempt")
        .build();
  }

  private static ClientCase keepsId() {
    return refused("C-064", "client/last-event-id/kept-over-failure")
        .must("An attempt that fails does not cost the last event ID")
        .clauses("last-event-id/header", "last-event-id/kept")
        .why("The longer the outage, the more there is to catch up with.")
        .hint("Keep the last event ID string in the source, not in the connection.")
        .expect(lastEventId(2, "{i}"))
        .catches(
            "gives-up-after-failed-attempt",
            "forgets-id-after-failed-attempt",
            "adds-one-header-for-each-id",
            "never-sends-id")
        .build();
  }

  private static ClientCase.Builder refused(String code, String id) {
    return client(code, id)
        .needs("reconnect")
        .answers(FIRST, held("data: {b}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Refuse())
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("refused"))
        .when(new Trigger.Lull(new Trigger.ResponseOver(1)), new Deed.Accept())
        .untilEvent("{b}");
  }
}

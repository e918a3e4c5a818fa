package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;
import static dev.ssespec.cases.ClientExpectation.noLastEventId;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.cases.ClientExpectation.Of;
import dev.ssespec.cases.ClientExpectation.PeerLeft;
import dev.ssespec.cases.ClientExpectation.Requests;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import java.util.ArrayList;
import java.util.List;

/** Several sources of one process, each with a life of its own. */
final class SeveralSourcesCases {
  private static final int FORTY = 40;
  private static final String RETRY = "retry: 50\n";

  private SeveralSourcesCases() {}

  static List<ClientCase> all() {
    return List.of(ownState(), closeOne(), forty());
  }

  /** By HTTP/1.1 a browser makes six connections to an origin, and keeps the other sources back. */
  private static ClientCase forty() {
    ClientCase.Builder many =
        client("C-224", "client/several/forty")
            .observe("How many of forty sources that are open at once are connected")
            .clauses("connect/request", "connect/process-body")
            .why("Each tab and each widget opens a source; the seventh may hang without a word.")
            .hint("Nothing to do; say it in your documentation where you have a limit.")
            .seenIn("Chromium and Firefox (six for each origin, by HTTP/1.1)")
            .answers(held(RETRY + "data: {a}\n\n"));
    List<Until> all = new ArrayList<>(List.of(new Until.EventSeen("{a}")));
    List<ClientExpectation> each = new ArrayList<>(List.of(new Of("", events(message("{a}")))));
    for (int i = 1; i < FORTY; i++) {
      String name = "" + (char) ('a' + i / 10) + (char) ('a' + i % 10);
      many.beside(name, "/" + name);
      many.route("/" + name, Route.of(held(RETRY + "data: {a}-" + name + "\n\n")));
      all.add(new Until.EventSeen("{a}-" + name));
      each.add(new Of(name, events(message("{a}-" + name))));
    }
    return many.until(Until.all(all.toArray(Until[]::new)))
        .expect(each.toArray(ClientExpectation[]::new))
        .or("a limit of its own", new Requests(1, FORTY - 1))
        .build();
  }

  private static ClientCase ownState() {
    return client("C-183", "client/several/own-state")
        .must("Each of several sources has its own last event ID and its own stream")
        .clauses("last-event-id/kept", "connect/new-decoder")
        .why("Pages hold a stream for each of their parts; one must not resume from another's id.")
        .hint("Keep all state in the object of the source; have no static one.")
        .needs("reconnect")
        .catches("shares-id-among-sources", "never-sends-id")
        .beside("b", "/b")
        .beside("c", "/c")
        .answers(ended("retry: 50\nid: {i}\ndata: {a}\n\n"), held("id: {i}\ndata: {d}\n\n"))
        .route(
            "/b",
            Route.of(ended("retry: 50\nid: {j}\ndata: {b}\n\n"), held("id: {j}\ndata: {e}\n\n")))
        .route(
            "/c",
            Route.of(
                Script.eventStream().body("retry: 50\ndata: {c}\n\n").await("ids").end(),
                held("data: {f}\n\n")))
        .when(new Trigger.EventSeen("{d}"), new Deed.Release("ids"))
        .until(
            Until.any(
                Until.all(
                    new Until.EventSeen("{d}"),
                    new Until.EventSeen("{e}"),
                    new Until.EventSeen("{f}")),
                new Until.GaveUp()))
        .expect(
            new Of("", lastEventId(2, "{i}")),
            new Of("b", lastEventId(2, "{j}")),
            new Of("c", noLastEventId(2)),
            new Of("", events(message("{a}", "{i}"), message("{d}", "{i}"))),
            new Of("b", events(message("{b}", "{j}"), message("{e}", "{j}"))),
            new Of("c", events(message("{c}"), message("{f}"))))
        .build();
  }

  private static ClientCase closeOne() {
    return client("C-184", "client/several/close-one")
        .revision(2)
        .must("Closing one of several sources leaves the others open")
        .clauses("close/aborts-fetch")
        .why("Sources that share a pool or a client object are closed with it.")
        .hint("Abort the request of this source, not the connection pool.")
        .catches("closes-all-sources", "leaves-connection-open-at-close", "holds-small-pieces-back")
        .beside("b", "/b")
        .answers(
            Script.eventStream().await("both").body("retry: 50\ndata: {a}\n\n").hold(),
            held("data: {x}\n\n"))
        .when(new Trigger.EventSeen("{b}"), new Deed.Release("both"))
        .route(
            "/b",
            Route.of(
                Script.eventStream()
                    .body("retry: 50\ndata: {b}\n\n")
                    .await("later")
                    .body("data: {c}\n\n")
                    .hold(),
                held("data: {x}\n\n")))
        .when(new Trigger.EventSeen("{a}"), new Deed.Close())
        .when(new Trigger.Lull(new Trigger.EventSeen("{a}")), new Deed.Release("later"))
        .until(
            Until.all(
                new Until.Closed(),
                Until.any(new Until.EventSeen("{c}"), new Until.EventSeen("{x}")),
                new Until.EventSeen("{b}")))
        .expect(
            new Of("", new PeerLeft(1)),
            new Of("", events(message("{a}"))),
            new Of("b", events(message("{b}"), message("{c}"))),
            new Of("b", requests(1)))
        .build();
  }
}

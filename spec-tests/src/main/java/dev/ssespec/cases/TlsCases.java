package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.cases.FurtherOptions.Tls;
import dev.ssespec.parser.Event;
import dev.ssespec.server.Script;
import java.util.Arrays;
import java.util.List;

/** Streams over TLS, with a certificate that was made for the run, and over HTTP/2. */
final class TlsCases {
  private static final String FIRST = "retry: 50\nid: {i}\ndata: {a}\n\n";

  private TlsCases() {}

  static List<ClientCase> all() {
    return List.of(stream(), httpTwo(), httpTwoReset(), httpTwoAtOnce(), untrusted());
  }

  private static ClientCase stream() {
    return secure("C-191", "stream", Tls.TRUSTED)
        .must("A stream over TLS is a stream, and is asked for again over TLS")
        .why("What the caller's certificate settings let in at first has to be let in again.")
        .answers(ended(FIRST), held("id: {j}\ndata: {b}\n\n"))
        .expect(
            events(message("{a}", "{i}"), message("{b}", "{j}")),
            requests(2),
            lastEventId(2, "{i}"))
        .catches("forgets-trust-on-reconnect", "never-sends-id")
        .build();
  }

  private static ClientCase httpTwo() {
    return secure("C-192", "http-two", Tls.HTTP_TWO)
        .must("A stream from a server that offers HTTP/2 arrives while it goes on, and again")
        .why("Most public servers offer HTTP/2; a client takes it without being asked.")
        .answers(
            Script.eventStream().body(FIRST).await("seen").body("data: {c}\n\n").end(),
            held("id: {j}\ndata: {b}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("seen"))
        .expect(
            events(message("{a}", "{i}"), message("{c}", "{i}"), message("{b}", "{j}")),
            requests(2),
            lastEventId(2, "{i}"))
        .catches(
            "forgets-id-after-event",
            "clears-id-at-dispatch",
            "forgets-trust-on-reconnect",
            "never-sends-id")
        .build();
  }

  private static ClientCase httpTwoReset() {
    return secure("C-193", "http-two-reset", Tls.HTTP_TWO)
        .must("A stream of HTTP/2 that is reset is a stream that was lost")
        .why("Where many streams share a connection, one of them can be lost alone.")
        .answers(
            Script.eventStream().body(FIRST).await("seen").body("data: half").reset(),
            held("id: {j}\ndata: {b}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("seen"))
        .expect(
            events(message("{a}", "{i}"), message("{b}", "{j}")),
            requests(2),
            lastEventId(2, "{i}"))
        .catches(
            "keeps-line-over-connections",
            "gives-up-after-reset",
            "reconnects-twice-for-one-loss",
            "forgets-trust-on-reconnect",
            "never-sends-id")
        .build();
  }

  private static ClientCase httpTwoAtOnce() {
    return secure("C-194", "http-two-several-at-once", Tls.HTTP_TWO)
        .must("Several events in one frame of HTTP/2 all arrive, while the stream stays open")
        .why("A reader that takes one event out of each frame is always late, or loses the rest.")
        .seenIn("jawah/urllib3.future #344")
        .answers(held("data: {a}\n\n".repeat(150) + "data: {b}\n\n"))
        .expect(events(many()), requests(1))
        .catches("drops-events-beyond-hundred")
        .build();
  }

  private static Event[] many() {
    var events = new Event[151];
    Arrays.fill(events, message("{a}"));
    events[150] = message("{b}");
    return events;
  }

  private static ClientCase untrusted() {
    return client("C-195", "client/tls/untrusted")
        .must("No request is sent to a server whose certificate is not to be trusted")
        .clauses("http/tls")
        .why("Whoever stands between could read the token in the request, and answer it.")
        .hint("Never switch the check of certificates off, not even for tests.")
        .options(OpenOptions.none().tls(Tls.UNTRUSTED))
        .answers(held("data: {a}\n\n"))
        .until(Until.any(new Until.ErrorSeen(1), new Until.Requests(1), new Until.GaveUp()))
        .expect(requests(0), events())
        .catches("trusts-everybody")
        .build();
  }

  private static ClientCase.Builder secure(String code, String slug, Tls tls) {
    return client(code, "client/tls/" + slug)
        .clauses("http/tls", "connect/process-body")
        .hint("Hand the same TLS settings to each connection; leave frames to the library.")
        .needs("reconnect")
        .options(OpenOptions.none().tls(tls))
        .untilEvent("{b}");
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.errors;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.cases.ClientExpectation.NoRequestAfterClose;
import dev.ssespec.cases.ClientExpectation.PeerLeft;
import dev.ssespec.cases.ClientExpectation.Requests;
import dev.ssespec.cases.ClientExpectation.SilentAfterClose;
import dev.ssespec.server.Script;
import java.util.List;

/** After close there is nothing more: no event, no error, no request, no connection. */
final class CloseCases {
  private static final Script WHOLE_BUT_LATE =
      Script.bare()
          .await("late")
          .raw(
              "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
                  + "retry: 50\ndata: {b}\n\n")
          .hold();

  private CloseCases() {}

  static List<ClientCase> all() {
    return List.of(
        serverSees(),
        noRequest(),
        noError(),
        inBatch(),
        whileWaiting(),
        whileConnecting(),
        whileReconnecting(),
        atOnce(),
        inErrorHandler(),
        inOpenHandler());
  }

  private static ClientCase serverSees() {
    return closes("C-109", "ends-connection")
        .must("Closing a source ends its connection")
        .clauses("close/aborts-fetch")
        .why("Each closed page or screen leaves a connection and its server's memory behind.")
        .hint("Abort the request; to stop listening is not enough.")
        .seenIn(
            "Azure/fetch-event-source #7",
            "r3labs/sse #76",
            "Spring WebClient 7.0.9 over the HTTP client of the JDK",
            "Apache CXF 4.1.5")
        .catches("leaves-connection-open-at-close")
        .answers(held("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Close())
        .until(Until.all(new Until.Closed(), new Until.PeerLeft(1)))
        .expect(new PeerLeft(1), new SilentAfterClose(), events(message("{a}")))
        .build();
  }

  private static ClientCase noRequest() {
    return closes("C-110", "no-request")
        .must("A source that was closed while it was open does not come back")
        .clauses("close/aborts-fetch", "reconnect/closed")
        .why("The end of the aborted connection looks like a loss, and the source lives on.")
        .hint("Look at the state before you reconnect.")
        .needs("reconnect")
        .catches("takes-close-for-loss")
        .answers(held("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Close())
        .until(new Until.Closed())
        .thenSilence()
        .expect(requests(1), new SilentAfterClose(), events(message("{a}")))
        .build();
  }

  private static ClientCase noError() {
    return closes("C-111", "no-error")
        .must("Closing a source is no error")
        .clauses("close/aborts-fetch", "reconnect/report")
        .why("Applications report errors to people; a page that was left is none.")
        .hint("Silence the abort that you have caused yourself.")
        .needs("error")
        .catches("reports-close-as-error")
        .answers(held("retry: 50\ndata: {a}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Close())
        .until(new Until.Closed())
        .thenSilence()
        .expect(errors(), new SilentAfterClose())
        .build();
  }

  private static ClientCase inBatch() {
    return closes("C-112", "in-batch")
        .must("Once close has been answered, no event of the same batch follows")
        .clauses("close/state", "dispatch/closed")
        .why("Handlers that have freed their memory are called again.")
        .hint("Look at the state before each dispatch.")
        .seenIn("Chromium, WebKit and Yaffle/EventSource test it")
        .catches("delivers-events-after-close")
        .answers(
            Script.eventStream()
                .body("retry: 50\ndata: {a}\n\n")
                .await("closing")
                .body("data: {b}\n\n".repeat(5000))
                .hold())
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("closing"))
        .when(new Trigger.EventSeen("{b}"), new Deed.Close())
        .until(new Until.Closed())
        .thenSilence()
        .expect(new SilentAfterClose())
        .build();
  }

  private static ClientCase whileWaiting() {
    return closes("C-113", "while-waiting")
        .revision(3)
        .must("A source that is closed while it waits does not come back")
        .clauses("close/state", "reconnect/closed")
        .why("The timer fires, and a source that nobody holds any more connects.")
        .hint("Cancel the timer at close, and look at the state when it fires.")
        .seenIn(
            "launchdarkly/js-eventsource 2.0.3",
            "launchdarkly/swift-eventsource 1.2.1",
            "requests-sse 0.5.3")
        .needs("reconnect")
        .catches("reconnects-after-close")
        .answers(ended("retry: 2600\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .when(new Trigger.Lull(new Trigger.ResponseOver(1)), new Deed.Close())
        .until(new Until.Closed())
        .thenSilence(850)
        .expect(new NoRequestAfterClose(2600), new SilentAfterClose())
        .build();
  }

  private static ClientCase whileConnecting() {
    return closes("C-114", "while-connecting")
        .revision(2)
        .must("A source that is closed before the answer came neither reports it nor asks again")
        .clauses("close/aborts-fetch", "connect/announce", "reconnect/closed")
        .why("A source that was given up comes to life behind its owner's back.")
        .hint("Abort the request, and look at the state when the response arrives.")
        .seenIn("lukas-reining/eventsource #11", "launchdarkly/eventsource 1.9.1")
        .answers(WHOLE_BUT_LATE, held("data: {c}\n\n"))
        .when(new Trigger.RequestSeen(1), new Deed.Close())
        .when(new Trigger.Lull(new Trigger.RequestSeen(1)), new Deed.Release("late"))
        .until(Until.all(new Until.Closed(), new Until.PeerLeft(1)))
        .thenSilence()
        .expect(events(), new PeerLeft(1), requests(1), new SilentAfterClose())
        .catches(
            "cannot-be-closed-while-connecting",
            "leaves-connection-open-at-close",
            "takes-abort-for-loss")
        .build();
  }

  private static ClientCase whileReconnecting() {
    return closes("C-219", "while-reconnecting")
        .must("A source that is closed while it reconnects stays closed")
        .clauses("close/aborts-fetch", "close/state", "reconnect/closed")
        .why("The second answer brings a source to life that its owner has closed.")
        .hint("Let close abort whichever request is under way, and look at the state after it.")
        .seenIn("lukas-reining/eventsource #11", "undici 7.30.2 (reports an error)")
        .needs("reconnect")
        .answers(ended("retry: 50\ndata: {a}\n\n"), WHOLE_BUT_LATE, held("data: {c}\n\n"))
        .when(new Trigger.RequestSeen(2), new Deed.Close())
        .when(new Trigger.Lull(new Trigger.RequestSeen(2)), new Deed.Release("late"))
        .until(Until.all(new Until.Closed(), new Until.PeerLeft(2)))
        .thenSilence()
        .expect(new PeerLeft(2), requests(2), new SilentAfterClose())
        .catches(
            "cannot-be-closed-while-connecting",
            "leaves-connection-open-at-close",
            "takes-abort-for-loss")
        .build();
  }

  private static ClientCase atOnce() {
    return closes("C-115", "at-once")
        .must("A source that is closed right after it was opened reports nothing afterwards")
        .clauses("close/state", "dispatch/closed")
        .why("Screens are left as soon as they are entered.")
        .hint("Whoever starts the connection has to look at the state first.")
        .answers(held("retry: 50\ndata: {b}\n\n"), held("data: {c}\n\n"))
        .when(new Trigger.Begun(), new Deed.Close())
        .until(new Until.Closed())
        .thenSilence(300)
        .expect(new SilentAfterClose(), new Requests(0, 1))
        .catches("cannot-be-closed-while-connecting")
        .build();
  }

  private static ClientCase inErrorHandler() {
    return closes("C-116", "at-error")
        .revision(3)
        .must("A source that is closed when it reports a loss does not come back")
        .clauses("close/state", "reconnect/closed")
        .why("The one thing that an application can do about an endless outage is close.")
        .hint("Look at the state after the error handlers have run, before you wait.")
        .seenIn("Azure/fetch-event-source #24", "rexxars/eventsource-client #2")
        .needs("reconnect", "error")
        .catches("reconnects-after-close")
        .answers(ended("retry: 1000\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .when(new Trigger.ErrorSeen(1), new Deed.Close())
        .until(new Until.Closed())
        .thenSilence(900)
        .expect(new NoRequestAfterClose(1000), new SilentAfterClose())
        .build();
  }

  private static ClientCase inOpenHandler() {
    return closes("C-117", "at-open")
        .must("A source that is closed when it is announced ends its connection")
        .clauses("close/aborts-fetch", "dispatch/closed")
        .why("The body is read to an owner that is gone.")
        .hint("Look at the state when the announcement is through.")
        .needs("opened")
        .answers(held(": x\n\n"), held("data: {b}\n\n"))
        .when(new Trigger.OpenSeen(1), new Deed.Close())
        .until(Until.all(new Until.Closed(), new Until.PeerLeft(1)))
        .expect(new PeerLeft(1), new SilentAfterClose())
        .catches("leaves-connection-open-at-close")
        .build();
  }

  private static ClientCase.Builder closes(String code, String slug) {
    return client(code, "client/close/" + slug);
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.errors;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;

import dev.ssespec.cases.ClientExpectation.EventBeforeError;
import dev.ssespec.cases.ClientExpectation.FailedForGood;
import dev.ssespec.cases.ClientExpectation.NotBefore;
import dev.ssespec.cases.ClientExpectation.Opened;
import dev.ssespec.server.Script;
import java.util.List;

/** A connection that is lost is tried again, once for each loss, and never in a storm. */
final class ReconnectCases {
  private ReconnectCases() {}

  static List<ClientCase> all() {
    return List.of(
        cleanEnd(),
        once(),
        again(),
        reset(),
        resetBeforeEvents(),
        firstReset(),
        resetAgain(),
        manyResets(),
        waitsAgain(),
        emptyBody(),
        oneError(),
        eventsFirst());
  }

  /** A reset may take with it what was not read yet: so it waits until the event was reported. */
  private static Script resetBehind(String first, String second) {
    return Script.eventStream().body(first).await("seen").body(second).reset();
  }

  private static ClientCase cleanEnd() {
    return client("C-050", "client/reconnect/after-end")
        .must("A stream that ends is asked for again")
        .clauses("reconnect/at-end", "connect/announce")
        .why("Servers and proxies end streams in good order when they restart or lose patience.")
        .hint("Treat the end of the body as a loss, not as the end of the work.")
        .seenIn("r3labs/sse #75", "langchain-ai/langgraphjs #2701")
        .needs("reconnect")
        .catches("announces-first-connection-alone")
        .answers(ended("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(events(message("{a}"), message("{b}")), requests(2), new Opened(2, 2))
        .build();
  }

  private static ClientCase once() {
    return client("C-051", "client/reconnect/once")
        .must("One loss leads to exactly one new request")
        .clauses("reconnect/at-end", "reconnect/steps")
        .why("Twice the connections mean every event twice, and twice the load.")
        .hint("Let one place decide to reconnect; a reset may show as an error and as an end.")
        .seenIn("EventSource/eventsource #89, #125, #135", "aiohttp-sse-client2 0.3.0 (gives up)")
        .needs("reconnect")
        .answers(resetBehind("retry: 50\ndata: {a}\n\n", ": x\n"), held("data: {b}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("seen"))
        .untilEvent("{b}")
        .thenSilence()
        .expect(events(message("{a}"), message("{b}")), requests(2))
        .catches("reconnects-twice-for-one-loss", "gives-up-after-reset")
        .build();
  }

  private static ClientCase again() {
    return client("C-052", "client/reconnect/again-and-again")
        .must("Each of several losses leads to a new connection")
        .clauses("reconnect/at-end")
        .why("A client that recovers once, or four times, is silent when it is needed.")
        .hint("Start each connection from the same place; count no losses.")
        .seenIn("Apache CXF 4.1.5 (a race)")
        .needs("reconnect")
        .answers(
            ended("retry: 50\ndata: {a}\n\n"),
            ended("data: {b}\n\n"),
            ended("data: {c}\n\n"),
            ended("data: {d}\n\n"),
            ended("data: {e}\n\n"),
            held("data: {f}\n\n"))
        .untilEvent("{f}")
        .expect(
            events(
                message("{a}"),
                message("{b}"),
                message("{c}"),
                message("{d}"),
                message("{e}"),
                message("{f}")),
            requests(6))
        .catches("connects-four-times-alone")
        .build();
  }

  private static ClientCase reset() {
    return client("C-053", "client/reconnect/after-reset")
        .must("A connection that is reset in the middle of a line is tried again")
        .clauses("reconnect/at-error")
        .why("Mobile networks, proxies and crashes reset; a clean end is the rare case.")
        .hint("Catch the I/O error of the body where you handle its end.")
        .seenIn("go-sse and okhttp-eventsource alone test it")
        .needs("reconnect")
        .answers(resetBehind("retry: 50\ndata: {a}\n\n", "data: half"), held("data: {b}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("seen"))
        .untilEvent("{b}")
        .expect(events(message("{a}"), message("{b}")), requests(2))
        .catches(
            "gives-up-after-reset", "reconnects-twice-for-one-loss", "keeps-line-over-connections")
        .build();
  }

  private static ClientCase resetBeforeEvents() {
    return client("C-054", "client/reconnect/reset-behind-head")
        .must("A connection that is reset right behind the header fields is tried again")
        .clauses("reconnect/at-error")
        .why("The server dies between its answer and its first event, and the client with it.")
        .hint("From the announcement on, every loss is a loss of the stream.")
        .needs("reconnect")
        .answers(
            ended("retry: 50\ndata: {a}\n\n"),
            Script.eventStream().headNow().reset(),
            held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(events(message("{a}"), message("{b}")))
        .catches("gives-up-after-reset", "reconnects-twice-for-one-loss")
        .build();
  }

  private static ClientCase firstReset() {
    return client("C-055", "client/reconnect/first-attempt-reset")
        .must("A first attempt that ends without an answer is tried again")
        .clauses("reconnect/at-error")
        .why("An application that starts before its server would never hear of it.")
        .hint("A network error reestablishes the connection, the first one, too.")
        .seenIn("launchdarkly/eventsource (Go) stops by default")
        .needs("reconnect")
        .answers(Script.resetBeforeResponse(), held("data: {a}\n\n"))
        .untilEvent("{a}")
        .expect(events(message("{a}")), requests(2))
        .or("gives up the first attempt", events(), requests(1), new FailedForGood())
        .catches("hangs-after-first-attempt")
        .build();
  }

  private static ClientCase resetAgain() {
    return client("C-056", "client/reconnect/attempt-reset")
        .must("A reconnection that ends without an answer is tried again")
        .clauses("reconnect/at-error", "reconnect/failed-attempt")
        .why("A server needs longer for its restart than the client's first wait.")
        .hint("Let a failed attempt take the way of a lost stream, wait included.")
        .needs("reconnect")
        .catches("gives-up-after-failed-attempt")
        .answers(
            ended("retry: 50\ndata: {a}\n\n"), Script.resetBeforeResponse(), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(events(message("{a}"), message("{b}")), requests(3))
        .build();
  }

  private static ClientCase manyResets() {
    return client("C-057", "client/reconnect/many-attempts-reset")
        .must("Five reconnections in a row that end without an answer do not end the source")
        .clauses("reconnect/failed-attempt")
        .why("A restart of some minutes would need a restart of each client.")
        .hint("Have no limit of attempts that the caller did not ask for.")
        .needs("reconnect")
        .catches("gives-up-after-failed-attempt", "gives-up-after-three-attempts")
        .answers(
            ended("retry: 50\ndata: {a}\n\n"),
            Script.resetBeforeResponse(),
            Script.resetBeforeResponse(),
            Script.resetBeforeResponse(),
            Script.resetBeforeResponse(),
            Script.resetBeforeResponse(),
            held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(events(message("{a}"), message("{b}")))
        .build();
  }

  private static ClientCase waitsAgain() {
    return client("C-058", "client/reconnect/attempt-reset-waits")
        .must("The reconnection time is waited for after a failed attempt, too")
        .clauses("reconnect/failed-attempt", "reconnect/wait")
        .why("All clients of a server that is starting would knock it down again.")
        .hint("Go back to the wait, not to the connect.")
        .seenIn("launchdarkly/ruby-eventsource #5 (a delay of 0)")
        .needs("reconnect")
        .answers(
            ended("retry: 300\ndata: {a}\n\n"),
            Script.resetBeforeResponse(),
            Script.resetBeforeResponse(),
            held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(
            requestsAtLeast(4), new NotBefore(2, 300), new NotBefore(3, 300), new NotBefore(4, 300))
        .or(
            "the transport tries once more by itself",
            requestsAtLeast(4),
            new NotBefore(2, 300),
            new NotBefore(4, 300))
        .catches("gives-up-after-failed-attempt", "waits-not-after-failed-attempt", "ignores-retry")
        .build();
  }

  private static ClientCase emptyBody() {
    return client("C-059", "client/reconnect/empty-body")
        .must("A stream without a byte is a stream that ended")
        .clauses("reconnect/at-end", "connect/announce")
        .why("A server with nothing to say yet ends the stream, and is not asked again.")
        .hint("Do not take an empty body for an error.")
        .needs("reconnect")
        .answers(
            ended("retry: 50\ndata: {a}\n\n"), Script.eventStream().end(), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(events(message("{a}"), message("{b}")), requests(3))
        .catches("takes-empty-body-for-failure")
        .build();
  }

  private static ClientCase oneError() {
    return client("C-060", "client/reconnect/one-error")
        .must("One loss is reported as one error, and as one that is being mended")
        .clauses("reconnect/report")
        .why("An application that counts errors, or gives up at the first fatal one, goes wrong.")
        .hint("Fire error once when the state becomes CONNECTING.")
        .seenIn("launchdarkly/js-eventsource 2.0.3 (two errors for one loss)")
        .needs("reconnect", "error")
        .answers(ended("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .thenSilence()
        .expect(errors("connecting"))
        .catches("reports-one-loss-twice", "reports-no-loss", "reports-close-as-error")
        .build();
  }

  private static ClientCase eventsFirst() {
    return client("C-061", "client/reconnect/events-before-error")
        .must("What arrived before the loss is reported before the loss")
        .clauses("reconnect/report", "connect/queue")
        .why("An application that saves its position at the error misses the last event.")
        .hint("Queue the report of the loss behind the events.")
        .needs("reconnect", "error")
        .answers(ended("retry: 50\ndata: {a}\n\ndata: {b}\n\n"), held("data: {c}\n\n"))
        .untilEvent("{c}")
        .expect(new EventBeforeError("{b}", 1))
        .catches("reports-events-late")
        .build();
  }
}

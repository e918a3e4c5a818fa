package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;

import dev.ssespec.cases.ClientExpectation.NotBefore;
import dev.ssespec.cases.ClientExpectation.Took;
import dev.ssespec.server.Script;
import java.util.Collections;
import java.util.List;

/** How long a client has to wait. Later is always allowed; earlier never. */
final class ReconnectionTimeCases {
  private static final int ENDS = 20;
  private static final Script LAST = held("data: {z}\n\n");

  private ReconnectionTimeCases() {}

  static List<ClientCase> all() {
    return List.of(
        honoured(),
        alone(),
        lastOneWins(),
        unfinishedBlock(),
        noLineEnd(),
        kept(),
        leadingZeros(),
        zero(),
        rateAtZero(),
        empty());
  }

  private static ClientCase honoured() {
    return waits("C-089", "honoured")
        .must("The reconnection time that the server set is waited for")
        .why("A server that asks for time is overloaded, and gets none.")
        .hint("Keep the value in the source and wait for so many milliseconds, at least.")
        .seenIn("launchdarkly/cpp-sdks", "kotlin-sdk #590", "r3labs/sse (never honoured)")
        .catches("ignores-retry")
        .answers(ended("retry: 300\ndata: {a}\n\n"), LAST)
        .expect(requestsAtLeast(2), new NotBefore(2, 300))
        .build();
  }

  private static ClientCase alone() {
    return waits("C-090", "block-of-retry-alone")
        .must("A block of a retry alone sets the reconnection time and dispatches nothing")
        .clauses("field/retry", "reconnect/wait", "dispatch/no-data")
        .why("The block is what most servers send first; an event without data breaks handlers.")
        .hint("Act on the field when its line is read; dispatch only where data was seen.")
        .seenIn("httpx-sse", "go-sse", "fetch-event-source (an event without data)")
        .catches("ignores-retry", "dispatches-without-data")
        .answers(ended("retry: 300\n\ndata: {a}\n\n"), LAST)
        .expect(events(message("{a}"), message("{z}")), new NotBefore(2, 300))
        .build();
  }

  private static ClientCase lastOneWins() {
    return waits("C-091", "last-one-wins")
        .must("A later retry takes the place of an earlier one")
        .why("A server that slows its clients down is not heard.")
        .hint("Overwrite the reconnection time with each valid field.")
        .catches("ignores-retry", "takes-first-retry-alone")
        .answers(ended("retry: 50\ndata: {a}\n\nretry: 300\ndata: {b}\n\n"), LAST)
        .expect(requestsAtLeast(2), new NotBefore(2, 300))
        .build();
  }

  private static ClientCase unfinishedBlock() {
    return waits("C-092", "in-unfinished-block")
        .must("A retry counts as soon as its line is read, though its block never ends")
        .clauses("field/retry", "interpret/end-of-stream", "reconnect/wait")
        .why("A server that is about to break off sends its retry last.")
        .hint("Set the reconnection time at the field, not at the dispatch.")
        .seenIn("undici 7.30.2", "reqwest-eventsource 0.6.0")
        .catches("ignores-retry", "takes-first-retry-alone", "sets-retry-at-dispatch")
        .answers(ended("retry: 50\ndata: {a}\n\nretry: 300\ndata: x"), LAST)
        .expect(requestsAtLeast(2), new NotBefore(2, 300))
        .build();
  }

  private static ClientCase noLineEnd() {
    return waits("C-093", "without-line-end")
        .must("A retry without a line end, at the end of the stream, is no line and counts not")
        .clauses("field/retry", "interpret/end-of-stream", "reconnect/wait")
        .why("Of `retry: 30000`, cut off by a lost connection, `retry: 3` may be what arrives.")
        .hint("Discard what stands behind the last line end.")
        .answers(ended("retry: 300\ndata: {a}\n\nretry: 10"), LAST)
        .expect(requestsAtLeast(2), new NotBefore(2, 300))
        .catches(
            "ignores-retry",
            "reads-last-line-without-end",
            "dispatches-unfinished-block",
            "splits-lines-in-each-chunk")
        .build();
  }

  private static ClientCase kept() {
    return waits("C-094", "kept")
        .must("The reconnection time stays over connections that set none")
        .clauses("reconnect/wait", "connect/reconnection-time")
        .why("After the first break all clients come back at their own pace.")
        .hint("The reconnection time belongs to the source, not to the connection.")
        .catches("ignores-retry", "forgets-retry-after-reconnect")
        .answers(ended("retry: 300\ndata: {a}\n\n"), ended("data: {b}\n\n"), LAST)
        .expect(requestsAtLeast(3), new NotBefore(2, 300), new NotBefore(3, 300))
        .build();
  }

  private static ClientCase leadingZeros() {
    return waits("C-095", "leading-zeros")
        .revision(2)
        .must("Leading zeros do not make a reconnection time octal")
        .why("02000 in base eight is 1024.")
        .hint("Say base ten where you parse the number.")
        .catches("ignores-retry", "takes-first-retry-alone", "reads-retry-in-base-eight")
        .answers(ended("retry: 50\ndata: {a}\n\nretry: 02000\n\n"), LAST)
        .expect(requestsAtLeast(2), new NotBefore(2, 2000))
        .build();
  }

  private static ClientCase zero() {
    return waits("C-096", "zero")
        .must("A reconnection time of 0 is legal: the client comes back")
        .why("Some clients take 0 for never, and are lost.")
        .hint("0 is a value; a floor of your own is allowed, and wise.")
        .seenIn("react-native-sse (stops)", "mattt/EventSource (ignored)")
        .catches("stops-at-retry-zero")
        .answers(ended("retry: 0\ndata: {a}\n\n"), LAST)
        .expect(requestsAtLeast(2))
        .build();
  }

  private static ClientCase rateAtZero() {
    Script each = ended("retry: 0\ndata: {a}\n\n");
    int last = ENDS + 1;
    return waits("C-229", "rate-at-zero")
        .observe("How fast a client comes back, twenty times, where the server asks for no wait")
        .why("0 is legal, and a server that sends it with streams that end is soon overrun.")
        .hint("Nothing to do; a floor of your own, or a delay that grows, is allowed and wise.")
        .seenIn(
            "rust-eventsource-client #135 (a tight loop)",
            "eventsource 4.1.1, undici 7.30.2, fetch-event-source 2.0.1 (over 300 a second)")
        .answers(Collections.nCopies(last, each).toArray(Script[]::new))
        .until(Until.any(new Until.Requests(last), new Until.GaveUp()))
        .expect(new Took(1, last, 1000L * ENDS))
        .or("more than one a second", new Took(1, last, 100L * ENDS))
        .or("more than ten a second", new Took(1, last, 10L * ENDS))
        .or("more than a hundred a second", new Took(1, last, 0))
        .build();
  }

  private static ClientCase empty() {
    return waits("C-097", "empty")
        .observe("A retry without a value")
        .why(
            "The text can be read either way: Chromium goes back to its default, Firefox ignores"
                + " it.")
        .hint("Nothing to do; a value of 0 would be the odd one out.")
        .seenIn("denoland/deno (0 ms)")
        .answers(ended("retry: 300\ndata: {a}\n\nretry:\n\n"), LAST)
        .expect(new NotBefore(2, 300))
        .or("earlier", requestsAtLeast(2))
        .build();
  }

  static ClientCase.Builder waits(String code, String slug) {
    return client(code, "client/reconnection-time/" + slug)
        .needs("reconnect")
        .clauses("field/retry", "reconnect/wait")
        .untilEvent("{z}");
  }
}

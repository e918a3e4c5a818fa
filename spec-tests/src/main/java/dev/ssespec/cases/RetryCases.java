package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;
import java.util.OptionalLong;

/** Cases on the reconnection time, and values that it takes. */
final class RetryCases {
  private RetryCases() {}

  static List<ParserCase> all() {
    return List.of(
        digits(),
        leadingZeros(),
        zero(),
        withoutData(),
        lastOneCounts(),
        keptForLaterEvents(),
        unfinishedBlock(),
        unfinishedLine());
  }

  private static ParserCase digits() {
    return parser("P-099", "parse/retry/digits")
        .must("A value of digits is the reconnection time in milliseconds")
        .clauses("field/retry")
        .stream("retry: 3000\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("A server under load cannot hold its clients back.")
        .hint("Read the value in base ten, as milliseconds.")
        .seenIn(
            "launchdarkly/cpp-sdks 55f7eaf6: never honoured",
            "launchdarkly/ios-eventsource #22: taken as seconds",
            "goto-bus-stop/sse-codec 45249db: ignored where a space stands before it")
        .needs("retry")
        .catches("retry-drops-event", "retry-ignored", "retry-in-seconds")
        .build();
  }

  private static ParserCase leadingZeros() {
    return parser("P-100", "parse/retry/leading-zeros")
        .must("Leading zeros do not make it octal")
        .clauses("field/retry")
        .stream("retry: 03000\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("A delay of 1536 ms where 3000 was asked for.")
        .hint("Say base ten when parsing the number.")
        .needs("retry")
        .catches("retry-drops-event", "retry-ignored", "retry-in-seconds", "retry-octal")
        .build();
  }

  private static ParserCase zero() {
    return parser("P-101", "parse/retry/zero")
        .must("Zero is a reconnection time")
        .clauses("field/retry")
        .stream("retry: 0\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(0))
        .or("raised to a floor", message("{a}"))
        .retry(new Expected.Retry(OptionalLong.of(1), 60_000))
        .why("A server that asks for an immediate reconnection waits for seconds.")
        .hint("Do not ask whether the number is true.")
        .seenIn(
            "symfony, mattt/EventSource: ignored",
            "binaryminds/react-native-sse: stops reconnecting")
        .needs("retry")
        .catches("retry-drops-event", "retry-ignored", "retry-zero-ignored")
        .build();
  }

  private static ParserCase withoutData() {
    return parser("P-102", "parse/retry/without-data")
        .must("A block without data sets the reconnection time")
        .clauses("field/retry")
        .stream("retry: 2000\n\n")
        .expectNothing()
        .retry(Expected.Retry.exactly(2000))
        .why("Servers send the reconnection time on its own, first of all.")
        .hint("The field takes effect as its line is read.")
        .seenIn("jpopesculian/eventsource-stream 3d46f1c: a block of a retry field alone is lost")
        .needs("retry")
        .catches(
            "retry-alone-dispatches", "retry-ignored", "retry-in-seconds", "retry-with-event-only")
        .build();
  }

  private static ParserCase lastOneCounts() {
    return parser("P-103", "parse/retry/last-one-counts")
        .must("Of two values the last one counts")
        .clauses("field/retry")
        .stream("retry: 3000\nretry: 2000\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(2000))
        .why("A server that eases its limit is not heard.")
        .hint("Each valid field replaces the reconnection time.")
        .needs("retry")
        .catches("first-retry-wins", "retry-drops-event", "retry-ignored", "retry-in-seconds")
        .build();
  }

  private static ParserCase keptForLaterEvents() {
    return parser("P-104", "parse/retry/kept-for-later-events")
        .must("The reconnection time outlives its event")
        .clauses("field/retry")
        .stream("retry: 2000\ndata: {a}\n\ndata: {b}\n\n")
        .expect(message("{a}"), message("{b}"))
        .retry(Expected.Retry.exactly(2000))
        .why("The second event takes the server's wish back.")
        .hint("The reconnection time belongs to the source, not to an event.")
        .seenIn("alevinval/sse #30, #31: the decoder has to keep it")
        .needs("retry")
        .catches("retry-drops-event", "retry-forgotten", "retry-ignored", "retry-in-seconds")
        .build();
  }

  private static ParserCase unfinishedBlock() {
    return parser("P-105", "parse/retry/unfinished-block")
        .must("The reconnection time of a block that never ends counts")
        .clauses("field/retry")
        .stream("data: {a}\n\nretry: 2000\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(2000))
        .why("A server that sends its wish and closes at once is not heard.")
        .hint("Set it as the line is read, not at the empty line.")
        .seenIn("nodejs/undici 7.30.2: applied at the empty line only")
        .needs("retry")
        .catches("retry-at-dispatch", "retry-ignored", "retry-in-seconds", "retry-with-event-only")
        .build();
  }

  private static ParserCase unfinishedLine() {
    return parser("P-106", "parse/retry/unfinished-line")
        .must("A value without a line end is no line")
        .clauses("interpret/end-of-stream", "interpret/line-by-line")
        .stream("data: {a}\n\nretry: 2000")
        .expect(message("{a}"))
        .retry(Expected.Retry.none())
        .why("A number cut off on its way, 1 of 10000, becomes a storm of reconnections.")
        .hint("At the end of the stream drop what has no line end.")
        .needs("retry")
        .catches(
            "flushed-at-end",
            "last-line-read-at-end",
            "line-ends-with-chunk",
            "retry-without-line-end",
            "tail-read-twice",
            "unfinished-throws")
        .build();
  }
}

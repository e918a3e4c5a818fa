package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on very large and empty values of the reconnection time. */
final class RetryRangeCases {
  private RetryRangeCases() {}

  static List<ParserCase> all() {
    return List.of(
        beyondInt(),
        beyondSignedInt(),
        beyondLong(),
        emptyValue(),
        emptyValueSparesTheEvent(),
        sparesTheEvent(),
        invalidSparesTheEvent(),
        hugeSparesTheEvent());
  }

  private static ParserCase beyondInt() {
    return parser("P-120", "parse/retry/beyond-int")
        .must("A value beyond 32 bits is a long time and not a short one")
        .clauses("field/retry")
        .stream("retry: 4294967296000\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.atLeast(3_600_000))
        .why("Wrapped to 32 bits it is no delay at all: a request every millisecond.")
        .hint("Read it as 64 bits and clamp it before it reaches a timer.")
        .seenIn(
            "EventSource/eventsource 4.1.1, nodejs/undici 7.30.2, Azure/fetch-event-source "
                + "2.0.1: about 200 requests in half a second",
            "Azure/azure-sdk-for-js #39976")
        .needs("retry")
        .catches(
            "retry-beyond-int-throws", "retry-drops-event", "retry-ignored", "retry-wraps-at-int")
        .build();
  }

  private static ParserCase beyondSignedInt() {
    return parser("P-121", "parse/retry/beyond-signed-int")
        .must("A value beyond 31 bits is no negative time")
        .clauses("field/retry")
        .stream("retry: 3000000000\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.atLeast(3_600_000))
        .why("A negative delay is no delay: a request every millisecond.")
        .hint("Read it as 64 bits and clamp it before it reaches a timer.")
        .seenIn("Azure/azure-sdk-for-js #39976")
        .needs("retry")
        .catches(
            "retry-beyond-int-throws", "retry-drops-event", "retry-ignored", "retry-wraps-at-int")
        .build();
  }

  private static ParserCase beyondLong() {
    return parser("P-122", "parse/retry/beyond-long")
        .must("A value beyond 64 bits is a long time and not a short one")
        .clauses("field/retry")
        .stream("retry: 18446744073709551626\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.atLeast(3_600_000))
        .or("ignored as beyond the parser's numbers", message("{a}"))
        .retry(Expected.Retry.none())
        .why("Overflowed it is a negative delay, or the exception ends the stream.")
        .hint("Clamp while reading the digits.")
        .seenIn("launchdarkly/eventsource d27e310: the wait becomes -1 ms")
        .needs("retry")
        .catches(
            "retry-beyond-int-throws",
            "retry-beyond-long-throws",
            "retry-drops-event",
            "retry-wraps-at-int",
            "retry-wraps-at-long")
        .build();
  }

  private static ParserCase emptyValue() {
    return parser("P-123", "parse/retry/empty-value")
        .observe("What an empty value does is left open")
        .clauses("field/retry", "field/retry-invalid")
        .stream("retry: 3000\nretry:\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .or("back to the default", message("{a}"))
        .retry(Expected.Retry.none())
        .or("zero", message("{a}"))
        .retry(Expected.Retry.exactly(0))
        .why("No digit is not a number, and yet nothing in it is no digit: browsers disagree.")
        .hint("Whatever is chosen, zero milliseconds is the one to avoid.")
        .seenIn(
            "Chromium 156: back to the default",
            "Firefox 153: ignored",
            "denoland/deno 98f9507: zero")
        .needs("retry")
        .catches("empty-retry-throws", "invalid-retry-throws")
        .build();
  }

  private static ParserCase emptyValueSparesTheEvent() {
    return parser("P-124", "parse/retry/empty-value-spares-the-event")
        .must("An empty value leaves its event alone")
        .clauses("field/retry-invalid", "field/data")
        .stream("retry:\nretry\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("One bad line ends a stream.")
        .hint("Check for digits before parsing a number.")
        .seenIn("btubbs/sseclient 7c94b83: an exception ends the client")
        .catches(
            "bare-name-throws",
            "empty-retry-throws",
            "invalid-retry-drops-event",
            "invalid-retry-throws")
        .build();
  }

  private static ParserCase sparesTheEvent() {
    return parser("P-125", "parse/retry/spares-the-event")
        .must("A message with a reconnection time is a message")
        .clauses("field/retry", "field/data")
        .stream("retry: 10\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("The first message of many servers is lost.")
        .hint("The retry branch has nothing to do with the data buffer.")
        .seenIn("inaka/EventSource #82: a message that holds a retry field was ignored")
        .catches("retry-drops-event")
        .build();
  }

  /** Asked without the capability {@code retry}: what is lost here is an event. */
  private static ParserCase invalidSparesTheEvent() {
    return parser("P-231", "parse/retry/invalid-spares-the-event")
        .must("A value that is no number leaves its event alone, and the next one")
        .clauses("field/retry-invalid", "field/data")
        .stream("retry: soon\nretry: -5\ndata: {a}\n\ndata: {b}\n\n")
        .expect(message("{a}"), message("{b}"))
        .why("One bad line ends a stream.")
        .hint("Check for digits before parsing a number.")
        .seenIn(
            "spring-projects/spring-framework 91eb4264, btubbs/sseclient 7c94b83: an exception",
            "tmaxmax/go-sse: the whole message is an error")
        .catches("invalid-retry-drops-event", "invalid-retry-throws")
        .build();
  }

  /** Likewise. */
  private static ParserCase hugeSparesTheEvent() {
    return parser("P-232", "parse/retry/huge-spares-the-event")
        .must("A value beyond 64 bits leaves its event alone, and the next one")
        .clauses("field/retry", "field/data")
        .stream("retry: 18446744073709551626\ndata: {a}\n\ndata: {b}\n\n")
        .expect(message("{a}"), message("{b}"))
        .why("Digits are a number however many there are: one such line ends a stream.")
        .hint("Clamp while reading the digits.")
        .catches("retry-beyond-int-throws", "retry-beyond-long-throws", "retry-drops-event")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on values of the reconnection time that are no number of milliseconds. */
final class RetryValueCases {
  private RetryValueCases() {}

  static List<ParserCase> all() {
    return List.of(letters(), letterBehindDigits(), minusSign(), plusSign(), fraction());
  }

  private static ParserCase letters() {
    return parser("P-107", "parse/retry/letters")
        .must("A value of letters is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: soon\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("One bad line ends a stream, or makes the delay no number at all.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .seenIn(
            "spring-projects/spring-framework 91eb4264, Helidon, dart-eventsource, "
                + "btubbs/sseclient: an exception ends the stream",
            "tmaxmax/go-sse: the whole message is an error")
        .needs("retry")
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-ignored",
            "retry-in-seconds")
        .build();
  }

  private static ParserCase letterBehindDigits() {
    return parser("P-108", "parse/retry/letter-behind-digits")
        .must("A value with a letter behind digits is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: 5x\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Five milliseconds where nothing was said: a storm of reconnections.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .seenIn(
            "Azure/fetch-event-source 2.0.1: read as 5",
            "WebKit PR 2750: trailing characters were accepted")
        .needs("retry")
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-ignored",
            "retry-in-seconds",
            "retry-leading-digits")
        .build();
  }

  private static ParserCase minusSign() {
    return parser("P-109", "parse/retry/minus-sign")
        .must("A negative value is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: -5\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("A negative delay is an error in some timers and no delay in others.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .seenIn("Ktor 038ea5d, okhttp-sse 1682d9b, Jersey, httpx-sse: accepted")
        .needs("retry")
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-ignored",
            "retry-in-seconds",
            "retry-negative")
        .build();
  }

  private static ParserCase plusSign() {
    return parser("P-110", "parse/retry/plus-sign")
        .must("A value with a plus sign is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: +5\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Two clients wait for different times.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .seenIn("eventsource-stream, rust-eventsource-client, go-sse, quarkus, httpx-sse: accepted")
        .needs("retry")
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-ignored",
            "retry-in-seconds",
            "retry-plus")
        .build();
  }

  private static ParserCase fraction() {
    return parser("P-111", "parse/retry/fraction")
        .must("A value with a fraction is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: 1.5\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Two clients wait for different times.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .seenIn("Azure/fetch-event-source 2.0.1: read as 1")
        .needs("retry")
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-float",
            "retry-ignored",
            "retry-in-seconds",
            "retry-leading-digits")
        .build();
  }
}

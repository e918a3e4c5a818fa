package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on values of the reconnection time that are no number of milliseconds. */
final class RetryValueCases {
  private RetryValueCases() {}

  static List<ParserCase> all() {
    return List.of(
        letters(),
        letterBehindDigits(),
        minusSign(),
        plusSign(),
        fraction(),
        exponent(),
        hexadecimal(),
        underscore(),
        leadingSpace(),
        trailingSpace(),
        otherDigits(),
        fullWidthDigits(),
        controlCharacter());
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
        .build();
  }

  private static ParserCase exponent() {
    return parser("P-112", "parse/retry/exponent")
        .must("A value with an exponent is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: 1e1\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Ten milliseconds where nothing was said.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .seenIn("denoland/deno 98f9507: read as a number")
        .needs("retry")
        .build();
  }

  private static ParserCase hexadecimal() {
    return parser("P-113", "parse/retry/hexadecimal")
        .must("A hexadecimal value is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: 0x10\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Sixteen milliseconds where nothing was said.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .seenIn("denoland/deno 98f9507: read as 16")
        .needs("retry")
        .build();
  }

  private static ParserCase underscore() {
    return parser("P-114", "parse/retry/underscore")
        .must("A value with an underscore is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: 1_0\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Ten milliseconds where nothing was said.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .seenIn("httpx-sse, openai-python, LaunchDarkly python-eventsource: read as 10")
        .needs("retry")
        .build();
  }

  private static ParserCase leadingSpace() {
    return parser("P-115", "parse/retry/leading-space")
        .must("A value with a second space before it is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry:  7\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Two clients wait for different times.")
        .hint(
            "Remove one space; do not trim. Accept the value only if every character is "
                + "one of 0 to 9; library functions for numbers accept more.")
        .seenIn("httpx-sse, openai-python, LaunchDarkly python-eventsource: read as 7")
        .needs("retry")
        .build();
  }

  private static ParserCase trailingSpace() {
    return parser("P-116", "parse/retry/trailing-space")
        .must("A value with a space behind it is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: 7 \ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Two clients wait for different times.")
        .hint(
            "Do not trim. Accept the value only if every character is one of 0 to 9; "
                + "library functions for numbers accept more.")
        .seenIn("httpx-sse, openai-python, LaunchDarkly python-eventsource: read as 7")
        .needs("retry")
        .build();
  }

  private static ParserCase otherDigits() {
    return parser("P-117", "parse/retry/other-digits")
        .must("Digits of another script are ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: ٣٣\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Thirty-three milliseconds where nothing was said.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .seenIn("httpx-sse, openai-python, LaunchDarkly python-eventsource: read as digits")
        .needs("retry")
        .build();
  }

  private static ParserCase fullWidthDigits() {
    return parser("P-118", "parse/retry/full-width-digits")
        .must("Full-width digits are ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: ７\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Seven milliseconds where nothing was said.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .seenIn("httpx-sse, openai-python: every Unicode digit is read")
        .needs("retry")
        .build();
  }

  private static ParserCase controlCharacter() {
    return parser("P-119", "parse/retry/control-character")
        .must("A value with a control character is ignored")
        .clauses("field/retry-invalid")
        .stream("retry: 3000\nretry: 7\\x08\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.exactly(3000))
        .why("Two clients wait for different times.")
        .hint(
            "Accept the value only if every character is one of 0 to 9; library functions "
                + "for numbers accept more.")
        .needs("retry")
        .build();
  }
}

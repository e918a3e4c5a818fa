package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on spellings of numbers that other languages know. */
final class RetrySyntaxCases {
  private RetrySyntaxCases() {}

  static List<ParserCase> all() {
    return List.of(
        exponent(),
        hexadecimal(),
        underscore(),
        leadingSpace(),
        trailingSpace(),
        otherDigits(),
        fullWidthDigits(),
        controlCharacter());
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
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-exponent",
            "retry-ignored",
            "retry-in-seconds",
            "retry-leading-digits")
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
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-hexadecimal",
            "retry-ignored",
            "retry-in-seconds",
            "retry-leading-digits")
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
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-ignored",
            "retry-in-seconds",
            "retry-leading-digits",
            "retry-underscore")
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
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-ignored",
            "retry-in-seconds",
            "retry-trimmed",
            "spaces-stripped")
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
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-ignored",
            "retry-in-seconds",
            "retry-trimmed",
            "values-trimmed-behind")
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
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-any-digits",
            "retry-drops-event",
            "retry-ignored",
            "retry-in-seconds")
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
        .catches(
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-any-digits",
            "retry-drops-event",
            "retry-ignored",
            "retry-in-seconds")
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
        .catches(
            "controls-dropped",
            "invalid-retry-drops-event",
            "invalid-retry-resets",
            "invalid-retry-throws",
            "retry-drops-event",
            "retry-ignored",
            "retry-in-seconds",
            "retry-leading-digits",
            "retry-without-controls")
        .build();
  }
}

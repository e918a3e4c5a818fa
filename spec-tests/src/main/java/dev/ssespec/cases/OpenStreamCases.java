package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/**
 * Cases on events whose empty line ends in another way than the line before, while more may come.
 */
final class OpenStreamCases {
  private static final String LATE =
      "The last event of a burst is shown with the next burst: a chat waits for its own answer.";

  private OpenStreamCases() {}

  static List<ParserCase> all() {
    return List.of(
        lineFeedThenCrlf(),
        carriageReturnThenCrlf(),
        crlfThenLineFeed(),
        lineFeedThenCarriageReturn(),
        crlfThenCarriageReturn(),
        everyEventOfAnOpenChunk());
  }

  private static ParserCase lineFeedThenCrlf() {
    return parser("P-226", "parse/chunk/event-is-out-at-line-feed-then-crlf")
        .must("An event is out as soon as LF and CRLF are in")
        .clauses("interpret/empty-line", "parse/no-delay", "parse/line-end")
        .stream("data: {a}\n\r\n")
        .asIs()
        .open()
        .expect(message("{a}"))
        .why(LATE)
        .hint("Look for an empty line, not for one of three pairs.")
        .seenIn("openai/openai-node #2309: stuck until the next pair of one kind, or the end")
        .catches(
            "crlf-pair-first",
            "line-feed-only",
            "mixed-pair-waits",
            "one-event-late",
            "pair-of-one-kind")
        .build();
  }

  private static ParserCase carriageReturnThenCrlf() {
    return parser("P-227", "parse/chunk/event-is-out-at-carriage-return-then-crlf")
        .must("An event is out as soon as CR and CRLF are in")
        .clauses("interpret/empty-line", "parse/no-delay", "parse/line-end")
        .stream("data: {a}\r\r\n")
        .asIs()
        .open()
        .expect(message("{a}"))
        .why(LATE)
        .hint("Behind the second CR an LF belongs to it, and the event is out.")
        .catches("carriage-return-unknown", "line-feed-only", "one-event-late")
        .build();
  }

  private static ParserCase crlfThenLineFeed() {
    return parser("P-228", "parse/chunk/event-is-out-at-crlf-then-line-feed")
        .must("An event is out as soon as CRLF and LF are in")
        .clauses("interpret/empty-line", "parse/no-delay", "parse/line-end")
        .stream("data: {a}\r\n\n")
        .asIs()
        .open()
        .expect(message("{a}"))
        .why(LATE)
        .hint("Look for an empty line, not for one of three pairs.")
        .catches(
            "line-feed-behind-crlf-skipped",
            "line-feed-only",
            "line-feed-skipped-twice",
            "one-event-late")
        .build();
  }

  private static ParserCase lineFeedThenCarriageReturn() {
    return parser("P-229", "parse/chunk/event-is-out-at-line-feed-then-carriage-return")
        .should("An event is out as soon as LF and CR are in")
        .clauses("parse/no-delay", "parse/line-end")
        .stream("data: {a}\n\r")
        .asIs()
        .open()
        .expect(message("{a}"))
        .why(LATE)
        .hint("Dispatch at the CR, and remember to skip one LF.")
        .catches(
            "carriage-return-held-back",
            "carriage-return-unknown",
            "carriage-return-waits",
            "crlf-pair-first",
            "line-feed-only",
            "line-feed-return-is-one",
            "mixed-pair-waits",
            "one-event-late",
            "pair-of-one-kind")
        .build();
  }

  private static ParserCase crlfThenCarriageReturn() {
    return parser("P-230", "parse/chunk/event-is-out-at-crlf-then-carriage-return")
        .should("An event is out as soon as CRLF and CR are in")
        .clauses("parse/no-delay", "parse/line-end")
        .stream("data: {a}\r\n\r")
        .asIs()
        .open()
        .expect(message("{a}"))
        .why(LATE)
        .hint("Dispatch at the CR, and remember to skip one LF.")
        .catches(
            "carriage-return-held-back",
            "carriage-return-unknown",
            "carriage-return-waits",
            "crlf-pair-first",
            "line-feed-only",
            "mixed-pair-waits",
            "one-event-late",
            "pair-of-one-kind")
        .build();
  }

  private static ParserCase everyEventOfAnOpenChunk() {
    return parser("P-240", "parse/chunk/every-event-of-an-open-chunk")
        .must("All events of a chunk are out before the next chunk comes")
        .clauses("interpret/empty-line", "interpret/order", "parse/no-delay")
        .stream("data: {a}\n\ndata: {b}\n\ndata: {c}\n\n")
        .asIs()
        .open()
        .expect(message("{a}"), message("{b}"), message("{c}"))
        .why("A burst trickles out one event at a time, each at the next sign of life.")
        .hint("Go on reading behind an empty line until the chunk is used up.")
        .catches(
            "event-lost-at-end",
            "first-event-of-chunk",
            "one-event-for-each-chunk",
            "one-event-late")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on line ends of several kinds. */
final class MixedLineEndCases {
  private MixedLineEndCases() {}

  static List<ParserCase> all() {
    return List.of(
        lineFeedPairBeforeACrlfPair(),
        lineFeedThenCrlf(),
        crlfThenLineFeed(),
        crlfThenCarriageReturn(),
        carriageReturnThenCrlf(),
        lineFeedThenCarriageReturn(),
        lineFeedBehindALaterLine(),
        mixedEmptyLinesFirst(),
        carriageReturnsAtTheEnd(),
        carriageReturnInAStreamThatStaysOpen(),
        crlfInAComment(),
        mixedPairAtTheEnd());
  }

  private static ParserCase lineFeedPairBeforeACrlfPair() {
    return parser("P-157", "parse/line-end/line-feed-pair-before-a-crlf-pair")
        .must("An earlier empty line of LF ends its event before a later one of CRLF")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\n\ndata: {b}\r\n\r\n")
        .asIs()
        .expect(message("{a}"), message("{b}"))
        .why("Two events become one as soon as they share a chunk.")
        .hint("Look for the nearest line end, not for one kind first.")
        .seenIn("inaka/EventSource 5cc9657: a later CRLF pair wins over an earlier LF pair")
        .catches("crlf-pair-first", "line-feed-only")
        .build();
  }

  private static ParserCase lineFeedThenCrlf() {
    return parser("P-158", "parse/line-end/line-feed-then-crlf")
        .must("LF and CRLF end a block")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\n\r\ndata: {b}\n\n")
        .asIs()
        .expect(message("{a}"), message("{b}"))
        .why("Two events become one.")
        .hint("Look for an empty line, not for one of three pairs.")
        .seenIn(
            "mpetazzoni/sseclient 456873c, btubbs/sseclient 7c94b83, zoedsoupe/anubis-mcp "
                + "#232: two events are merged")
        .catches("crlf-pair-first", "line-feed-only", "mixed-pair-waits", "pair-of-one-kind")
        .build();
  }

  private static ParserCase crlfThenLineFeed() {
    return parser("P-159", "parse/line-end/crlf-then-line-feed")
        .must("CRLF and LF end a block")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\r\n\ndata: {b}\n\n")
        .asIs()
        .expect(message("{a}"), message("{b}"))
        .why("Two events become one.")
        .hint("Look for an empty line, not for one of three pairs.")
        .seenIn(
            "Shopify/event_stream_parser 1e3c849: swallowed where the CRLF was cut",
            "chatGPTBox PR 1036: swallowed where a chunk ends behind the CRLF")
        .catches(
            "crlf-is-two",
            "line-feed-behind-crlf-skipped",
            "line-feed-only",
            "line-feed-skipped-twice")
        .build();
  }

  private static ParserCase crlfThenCarriageReturn() {
    return parser("P-160", "parse/line-end/crlf-then-carriage-return")
        .must("CRLF and CR end a block")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\r\n\rdata: {b}\n\n")
        .asIs()
        .expect(message("{a}"), message("{b}"))
        .why("Two events become one.")
        .hint("Look for an empty line, not for one of three pairs.")
        .catches(
            "carriage-return-remembered",
            "carriage-return-unknown",
            "crlf-pair-first",
            "line-feed-only",
            "mixed-pair-waits",
            "pair-of-one-kind")
        .build();
  }

  private static ParserCase carriageReturnThenCrlf() {
    return parser("P-161", "parse/line-end/carriage-return-then-crlf")
        .must("CR and CRLF end a block")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\r\r\ndata: {b}\n\n")
        .asIs()
        .expect(message("{a}"), message("{b}"))
        .why("Two events become one, or an empty line is counted twice.")
        .hint("Behind the second CR an LF belongs to it.")
        .catches("carriage-return-unknown", "crlf-pair-first", "line-feed-only")
        .build();
  }

  private static ParserCase lineFeedThenCarriageReturn() {
    return parser("P-162", "parse/line-end/line-feed-then-carriage-return")
        .must("LF and CR end a block")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\n\rdata: {b}\n\n")
        .asIs()
        .expect(message("{a}"), message("{b}"))
        .why("Two events become one.")
        .hint("LF and CR are two line ends; only CR and LF are one.")
        .seenIn("r3labs/sse c6d5381: no boundary")
        .catches(
            "carriage-return-remembered",
            "carriage-return-unknown",
            "crlf-pair-first",
            "line-feed-only",
            "line-feed-return-is-one",
            "mixed-pair-waits",
            "pair-of-one-kind")
        .build();
  }

  private static ParserCase lineFeedBehindALaterLine() {
    return parser("P-163", "parse/line-end/line-feed-behind-a-later-line")
        .must("An LF belongs to a CR right before it and to no earlier one")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\rdata: {b}\n\ndata: {c}\n\n")
        .asIs()
        .expect(message("{a}\n{b}"), message("{c}"))
        .why("An empty line is swallowed: two events become one.")
        .hint("Forget the CR at the next character.")
        .seenIn("launchdarkly/cpp-sdks 55f7eaf6: the mark is not cleared")
        .catches(
            "buffer-not-cleared",
            "carriage-return-remembered",
            "carriage-return-unknown",
            "last-line-wins",
            "line-feed-only",
            "line-is-event",
            "lines-joined")
        .build();
  }

  private static ParserCase mixedEmptyLinesFirst() {
    return parser("P-164", "parse/line-end/mixed-empty-lines-first")
        .must("Empty lines of every kind before an event do nothing")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("\n\r\n\rdata: {a}\n\n")
        .asIs()
        .expect(message("{a}"))
        .why("Keep-alives of bare line ends must not disturb the next event.")
        .hint("An empty line with empty buffers does nothing.")
        .seenIn("eclipse-ee4j/jersey #3141: keep-alive line ends broke the next event")
        .catches(
            "carriage-return-remembered",
            "carriage-return-unknown",
            "empty-lines-dispatch",
            "leading-empty-line-loses-event",
            "leading-empty-line-throws",
            "line-feed-only")
        .build();
  }

  private static ParserCase carriageReturnsAtTheEnd() {
    return parser("P-165", "parse/line-end/carriage-returns-at-the-end")
        .must("CR as the last byte of the stream ends the line")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\r\r")
        .asIs()
        .expect(message("{a}"))
        .why("The last event before a server's close is lost.")
        .hint("What follows a CR decides about a further LF only, never about the line.")
        .seenIn(
            "rexxars/eventsource-parser 3.1.1, EventSource/eventsource 4.1.1, "
                + "eventsource-stream 3d46f1c: the event is lost")
        .catches("carriage-return-held-back", "carriage-return-unknown", "line-feed-only")
        .build();
  }

  private static ParserCase carriageReturnInAStreamThatStaysOpen() {
    return parser("P-166", "parse/line-end/carriage-return-in-a-stream-that-stays-open")
        .should("An event that ends in CR is out at once")
        .clauses("parse/no-delay", "interpret/line-by-line")
        .stream("data: {a}\r\r")
        .asIs()
        .open()
        .expect(message("{a}"))
        .why("Each event waits for the next one: a chat is always one message behind.")
        .hint("Dispatch at the CR, and remember to skip one LF.")
        .seenIn(
            "rexxars/eventsource-parser 3.1.1, EventSource/eventsource 4.1.1: waits for "
                + "the next byte",
            "dotnet/runtime 09401b4, httpx-sse 27c2fa9, okhttp-sse: wait for the next byte")
        .catches(
            "carriage-return-held-back",
            "carriage-return-unknown",
            "carriage-return-waits",
            "line-feed-only",
            "one-event-late")
        .build();
  }

  private static ParserCase crlfInAComment() {
    return parser("P-167", "parse/line-end/crlf-in-a-comment")
        .must("CRLF behind a comment is one line end")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\r\n: {c}\r\ndata: {b}\r\n\r\n")
        .asIs()
        .expect(message("{a}\n{b}"))
        .why("A comment inside an event ends it.")
        .hint("Skip the LF of a CRLF behind ignored lines too.")
        .seenIn("rexxars/eventsource-parser 3.0.x fixtures")
        .catches(
            "comment-ends-event",
            "comment-ends-stream",
            "comment-loses-event",
            "comment-throws",
            "crlf-cut-is-two",
            "crlf-is-two",
            "last-line-wins",
            "line-feed-only",
            "line-is-event",
            "lines-joined")
        .build();
  }

  private static ParserCase mixedPairAtTheEnd() {
    return parser("P-242", "parse/line-end/mixed-pair-at-the-end")
        .must("CR behind LF as the last byte of the stream is an empty line")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\r\n\ndata: {b}\n\r")
        .asIs()
        .expect(message("{a}"), message("{b}"))
        .why("The last event before a server's close is lost.")
        .hint("What follows a CR decides about a further LF only, never about the line.")
        .catches(
            "carriage-return-held-back",
            "carriage-return-unknown",
            "crlf-is-two",
            "line-feed-behind-crlf-skipped",
            "line-feed-only",
            "line-feed-return-is-one",
            "line-feed-skipped-twice")
        .build();
  }
}

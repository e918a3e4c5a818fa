package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import dev.ssespec.parser.Event;
import java.util.List;

/** Cases on CRLF, LF and CR, alone and mixed. */
final class LineEndCases {
  private LineEndCases() {}

  static List<ParserCase> all() {
    return List.of(
        lineFeeds(),
        carriageReturnLineFeeds(),
        carriageReturns(),
        carriageReturnBehindOtherFields(),
        eachKindInOneEvent(),
        eachKindInOneStream(),
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
        crlfInAComment());
  }

  private static ParserCase lineFeeds() {
    return parser("P-151", "parse/line-end/line-feeds")
        .must("LF ends a line")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\ndata: {b}\n\ndata: {c}\n\n")
        .asIs()
        .expect(message("{a}\n{b}"), message("{c}"))
        .why("Nearly every server writes LF.")
        .hint("Each LF ends a line.")
        .build();
  }

  private static ParserCase carriageReturnLineFeeds() {
    return parser("P-152", "parse/line-end/carriage-return-line-feeds")
        .must("CRLF is one line end")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\r\ndata: {b}\r\n\r\n")
        .asIs()
        .expect(message("{a}\n{b}"))
        .why(
            "Some frameworks write CRLF as HTTP does: without it no event ever ends, and "
                + "taken as two line ends every line is an event.")
        .hint("An LF right behind a CR belongs to it.")
        .seenIn(
            "hey-api/hey-api #3054, modelcontextprotocol/php-sdk #401, symfony #54242, "
                + "eclipse-ee4j/jersey #3287, binaryminds/react-native-sse #45: CRLF was not "
                + "understood",
            "mpetazzoni/sse.js #17: two line ends",
            "vercel/ai #6197")
        .build();
  }

  private static ParserCase carriageReturns() {
    return parser("P-153", "parse/line-end/carriage-returns")
        .must("CR alone ends a line")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\rdata: {b}\r\rdata: {c}\r\r")
        .asIs()
        .expect(message("{a}\n{b}"), message("{c}"))
        .why("It is rare, legal, and used to get fields past filters that only know LF.")
        .hint("A CR ends a line, whatever comes behind it.")
        .seenIn(
            "spring-projects/spring-framework 91eb4264, aiohttp-sse-client e311075, "
                + "eclipse-ee4j/jersey 07690a3, a2aproject/a2a-js PR 714: CR alone is not "
                + "understood",
            "launchdarkly/okhttp-eventsource #62, fixed in 2.4.0")
        .build();
  }

  private static ParserCase carriageReturnBehindOtherFields() {
    return parser("P-154", "parse/line-end/carriage-return-behind-other-fields")
        .must("CR ends id, event and retry lines too")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("id: {i}\revent: {t}\rretry: 10\rdata: {a}\r\r")
        .asIs()
        .expect(new Event("{t}", "{a}", "{i}"))
        .why("The id swallows the rest of the block.")
        .hint("Cut the stream into lines first, then look at fields.")
        .seenIn("square/okhttp okhttp-sse 1682d9b: id, event and retry are read up to LF")
        .build();
  }

  private static ParserCase eachKindInOneEvent() {
    return parser("P-155", "parse/line-end/each-kind-in-one-event")
        .must("Each line of an event may end in its own way")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\r\ndata: {b}\ndata: {c}\rdata: {d}\n\n")
        .asIs()
        .expect(message("{a}\n{b}\n{c}\n{d}"))
        .why("Templates and concatenated sources mix line ends; the event never comes.")
        .hint("Decide at each line end anew.")
        .seenIn("EventSource/eventsource #326: no event ever arrived")
        .build();
  }

  private static ParserCase eachKindInOneStream() {
    return parser("P-156", "parse/line-end/each-kind-in-one-stream")
        .must("Each event of a stream may end in its own way")
        .clauses("interpret/line-by-line", "parse/line-end")
        .stream("data: {a}\r\n\r\ndata: {b}\n\ndata: {c}\r\rdata: {d}\n\n")
        .asIs()
        .expect(message("{a}"), message("{b}"), message("{c}"), message("{d}"))
        .why("A proxy's keep-alive with other line ends than the server's merges two events.")
        .hint("Decide at each line end anew; do not look for one kind first.")
        .seenIn("Effect-TS/effect #7671: an event was lost")
        .build();
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
            "openai/openai-node #2309: stuck until the end",
            "mpetazzoni/sseclient 456873c, btubbs/sseclient 7c94b83, zoedsoupe/anubis-mcp "
                + "#232: two events are merged")
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
        .build();
  }
}

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
        eachKindInOneStream());
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
        .catches("buffer-not-cleared", "last-line-wins", "line-is-event", "lines-joined")
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
        .catches(
            "crlf-cut-is-two",
            "crlf-is-two",
            "last-line-wins",
            "line-feed-only",
            "line-is-event",
            "lines-joined")
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
        .catches(
            "buffer-not-cleared",
            "carriage-return-held-back",
            "carriage-return-unknown",
            "last-line-wins",
            "line-feed-only",
            "line-is-event",
            "lines-joined")
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
        .catches(
            "carriage-return-held-back",
            "carriage-return-unknown",
            "id-ignored",
            "id-overwritten-by-retry",
            "line-feed-only",
            "named-events-dropped",
            "retry-drops-event")
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
        .catches(
            "carriage-return-remembered",
            "carriage-return-unknown",
            "crlf-cut-is-two",
            "crlf-is-two",
            "last-line-wins",
            "line-feed-only",
            "line-is-event",
            "lines-joined")
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
        .catches(
            "carriage-return-remembered",
            "carriage-return-unknown",
            "crlf-pair-first",
            "line-feed-only")
        .build();
  }
}

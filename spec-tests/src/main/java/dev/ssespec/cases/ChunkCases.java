package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;
import static dev.ssespec.cases.ParserCase.typed;

import java.util.List;

/** Cases on chunks have no meaning. */
final class ChunkCases {
  private ChunkCases() {}

  static List<ParserCase> all() {
    return List.of(
        insideALine(),
        overTwoEvents(),
        betweenTheLineEnds(),
        betweenTwoFields(),
        tailIsNotReadTwice(),
        crlfCut(),
        crlfCutAtTheEmptyLine(),
        carriageReturnThenNoLineFeed(),
        emptyLineBehindCutCrlf(),
        emptyLineInTheNextChunk(),
        emptyChunks(),
        eventIsOutAtItsLineFeed(),
        eventIsOutAtItsCrlf(),
        noEventBeforeItsEmptyLine());
  }

  private static ParserCase insideALine() {
    return parser("P-168", "parse/chunk/inside-a-line")
        .must("A line in three chunks is one line")
        .clauses("decode/utf-8", "interpret/line-by-line")
        .chunks("da", "ta: {a}", "{b}\n\n")
        .expect(message("{a}{b}"))
        .why("Networks cut where they like: events are lost under load only.")
        .hint("Keep the unfinished line for the next chunk.")
        .seenIn(
            "brainlid/langchain PR 540: nothing was carried over",
            "quarkusio/quarkus #37625: events were lost or torn",
            "inaka/shotgun #13, #130")
        .catches("line-ends-with-chunk")
        .build();
  }

  private static ParserCase overTwoEvents() {
    return parser("P-169", "parse/chunk/over-two-events")
        .must("A chunk may end one event and begin another")
        .clauses("decode/utf-8", "interpret/line-by-line")
        .chunks("data: {a}", "{b}\n\ndata:", " {c}\n\n")
        .expect(message("{a}{b}"), message("{c}"))
        .why("Networks cut where they like: events are lost under load only.")
        .hint("Keep the unfinished line for the next chunk.")
        .catches("buffer-not-cleared", "line-ends-with-chunk", "tail-read-twice")
        .build();
  }

  private static ParserCase betweenTheLineEnds() {
    return parser("P-170", "parse/chunk/between-the-line-ends")
        .must("The two line ends of an event may come in two chunks")
        .clauses("decode/utf-8", "interpret/line-by-line")
        .chunks("data: {a}\n", "\n")
        .expect(message("{a}"))
        .why("The event comes late, or never.")
        .hint("An empty line is empty whichever chunk its line end came in.")
        .seenIn(
            "mpetazzoni/sse.js #36, mpetazzoni/sseclient #11: not seen", "quarkusio/quarkus #37601")
        .catches("buffers-cleared-with-chunk", "empty-line-cut-is-missed")
        .build();
  }

  private static ParserCase betweenTwoFields() {
    return parser("P-171", "parse/chunk/between-two-fields")
        .must("The fields of an event may come in two chunks")
        .clauses("decode/utf-8", "interpret/line-by-line")
        .chunks("event: {t}\n", "data: {a}\n\n")
        .expect(typed("{t}", "{a}"))
        .why("The event comes without its type, or without its data.")
        .hint("Buffers outlive a chunk.")
        .seenIn("Recouse/EventSource #19: delivered without its data")
        .catches("buffers-cleared-with-chunk", "event-with-chunk", "named-events-dropped")
        .build();
  }

  private static ParserCase tailIsNotReadTwice() {
    return parser("P-172", "parse/chunk/tail-is-not-read-twice")
        .must("What has been read is not read again")
        .clauses("decode/utf-8", "interpret/line-by-line")
        .chunks("data: {a}\n\ndata: {b}\n", "\n")
        .expect(message("{a}"), message("{b}"))
        .why("A message is shown, or paid for, twice.")
        .hint("Remove what was dispatched from the buffer.")
        .seenIn("binaryminds/react-native-sse #41, #42, #44: the first event came twice")
        .catches("buffers-cleared-with-chunk", "empty-line-cut-is-missed", "tail-read-twice")
        .build();
  }

  private static ParserCase crlfCut() {
    return parser("P-173", "parse/chunk/crlf-cut")
        .must("A CRLF that is cut is one line end")
        .clauses("interpret/line-by-line", "parse/line-end")
        .chunks("data: {a}\r", "\ndata: {b}\r\n\r\n")
        .expect(message("{a}\n{b}"))
        .why("One message becomes two, at random, under load.")
        .hint("Remember over chunks that the last byte was a CR.")
        .seenIn(
            "rexxars/eventsource-parser #17, fixed in 3.0.4",
            "cloudflare/workerd PR 1782, Effect-TS/effect PR 6954, "
                + "router-for-me/CLIProxyAPI #5657, kaitranntt/ccs PR 1359, ax-llm/ax PR 622: "
                + "two line ends")
        .catches(
            "buffers-cleared-with-chunk",
            "crlf-cut-is-two",
            "crlf-is-two",
            "event-with-chunk",
            "last-line-wins",
            "line-feed-only",
            "line-is-event",
            "lines-joined")
        .build();
  }

  private static ParserCase crlfCutAtTheEmptyLine() {
    return parser("P-174", "parse/chunk/crlf-cut-at-the-empty-line")
        .must("A cut CRLF that is the empty line dispatches once")
        .clauses("interpret/line-by-line", "parse/line-end")
        .chunks("data: {a}\r", "\n", "\r", "\ndata: {b}\r", "\n", "\r", "\n")
        .expect(message("{a}"), message("{b}"))
        .why("An event is lost, or comes twice.")
        .hint("Remember over chunks that the last byte was a CR.")
        .seenIn("withastro/flue PR 215: the boundary was missed")
        .catches("buffers-cleared-with-chunk", "empty-line-cut-is-missed", "line-feed-only")
        .build();
  }

  private static ParserCase carriageReturnThenNoLineFeed() {
    return parser("P-175", "parse/chunk/carriage-return-then-no-line-feed")
        .must("A CR at the end of a chunk is a line end whatever comes next")
        .clauses("interpret/line-by-line", "parse/line-end")
        .chunks("data: {a}\r", "data: {b}\r", "\r")
        .expect(message("{a}\n{b}"))
        .why("Two lines run together.")
        .hint("A CR ends its line at once.")
        .catches(
            "buffers-cleared-with-chunk",
            "carriage-return-held-back",
            "carriage-return-unknown",
            "empty-line-cut-is-missed",
            "event-with-chunk",
            "last-line-wins",
            "line-feed-only",
            "line-is-event",
            "lines-joined")
        .build();
  }

  private static ParserCase emptyLineBehindCutCrlf() {
    return parser("P-176", "parse/chunk/empty-line-behind-cut-crlf")
        .must("An LF behind a cut CRLF is an empty line")
        .clauses("interpret/line-by-line", "parse/line-end")
        .chunks("data: {a}\r", "\n", "\n")
        .expect(message("{a}"))
        .why("The event never comes.")
        .hint("Forget the CR as soon as its LF has come.")
        .seenIn("Shopify/event_stream_parser 1e3c849: the empty line is swallowed")
        .catches(
            "buffers-cleared-with-chunk",
            "crlf-is-two",
            "empty-line-cut-is-missed",
            "line-feed-behind-crlf-skipped",
            "line-feed-only",
            "line-feed-skipped-twice")
        .build();
  }

  private static ParserCase emptyLineInTheNextChunk() {
    return parser("P-177", "parse/chunk/empty-line-in-the-next-chunk")
        .must("An LF in the chunk behind a whole CRLF is an empty line")
        .clauses("interpret/line-by-line", "parse/line-end")
        .chunks("data: {a}\r\n", "\n")
        .expect(message("{a}"))
        .why("The event never comes.")
        .hint("Forget the CR as soon as its LF has come, not at the end of the chunk.")
        .seenIn("chatGPTBox PR 1036: the empty line is swallowed")
        .catches(
            "buffers-cleared-with-chunk",
            "crlf-is-two",
            "empty-line-cut-is-missed",
            "line-feed-behind-crlf-skipped",
            "line-feed-only")
        .build();
  }

  private static ParserCase emptyChunks() {
    return parser("P-178", "parse/chunk/empty-chunks")
        .must("Chunks without a byte change nothing")
        .clauses("decode/utf-8", "interpret/line-by-line")
        .chunks("", "data: {a}", "", "\n", "", "\n", "", "data: {b}\r", "", "\n\r\n")
        .expect(message("{a}"), message("{b}"))
        .why(
            "A read that returns nothing is common with TLS and compression: taken for the "
                + "end it stops the client.")
        .hint("Zero bytes are not the end of the stream, and not a new beginning.")
        .seenIn(
            "rexxars/eventsource-parser #41: an empty first chunk used up the check for the BOM")
        .catches(
            "buffers-cleared-with-chunk",
            "crlf-pair-first",
            "empty-chunk-ends-stream",
            "empty-line-cut-is-missed",
            "line-feed-only")
        .build();
  }

  private static ParserCase eventIsOutAtItsLineFeed() {
    return parser("P-179", "parse/chunk/event-is-out-at-its-line-feed")
        .must("An event is out as soon as its empty line is in")
        .clauses("interpret/empty-line", "parse/no-delay")
        .stream("data: {a}\n\n")
        .asIs()
        .open()
        .expect(message("{a}"))
        .why("Each event waits for the next one: a chat is always one message behind.")
        .hint("Dispatch at the empty line, not at the line behind it.")
        .seenIn("mpetazzoni/sseclient #6: each event came one event late")
        .catches("one-event-late")
        .build();
  }

  private static ParserCase eventIsOutAtItsCrlf() {
    return parser("P-180", "parse/chunk/event-is-out-at-its-crlf")
        .must("An event is out as soon as its CRLF is in")
        .clauses("interpret/empty-line", "parse/no-delay")
        .stream("data: {a}\r\n\r\n")
        .asIs()
        .open()
        .expect(message("{a}"))
        .why("Each event waits for the next one: a chat is always one message behind.")
        .hint("Dispatch at the empty line, not at the line behind it.")
        .seenIn("mpetazzoni/sseclient #6: each event came one event late")
        .catches("line-feed-only", "one-event-late")
        .build();
  }

  private static ParserCase noEventBeforeItsEmptyLine() {
    return parser("P-181", "parse/chunk/no-event-before-its-empty-line")
        .must("No event is out before its empty line")
        .clauses("interpret/empty-line")
        .stream("data: {a}\n\ndata: {b}\nid: {i}\n")
        .asIs()
        .open()
        .expect(message("{a}"))
        .why("Half a message is shown, and its id, which comes behind the data, is missing.")
        .hint("Dispatch at the empty line only; a chunk's end has no meaning.")
        .seenIn("r3labs/sse #90: each line was an event")
        .catches("event-with-chunk")
        .build();
  }
}

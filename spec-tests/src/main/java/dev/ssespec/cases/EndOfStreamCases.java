package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on what is pending when the stream ends. */
final class EndOfStreamCases {
  private EndOfStreamCases() {}

  static List<ParserCase> all() {
    return List.of(
        unfinishedLine(),
        unfinishedBlock(),
        unfinishedBlockWithTypeAndId(),
        unfinishedComment(),
        bareNameWithoutEnd(),
        rightBehindAnEvent(),
        typeAlone());
  }

  private static ParserCase unfinishedLine() {
    return parser("P-207", "parse/end/unfinished-line")
        .must("A line without a line end is discarded")
        .clauses("interpret/end-of-stream")
        .stream("data: {a}\n\ndata: {b}")
        .expect(message("{a}"))
        .why(
            "Half a JSON document, or half an order, is taken for a whole one whenever a "
                + "connection breaks.")
        .hint("At the end of the stream drop the unfinished line and the buffers.")
        .seenIn(
            "sseclient-py 456873c, btubbs/sseclient, symfony, gin, r3labs/sse, go-sse, "
                + "Deno std, mpetazzoni/sse.js: dispatched",
            "eclipse-ee4j/jersey #3312, apache/cxf PR 825",
            "square/okhttp okhttp-sse 1682d9b: may throw")
        .catches("flushed-at-end", "tail-read-twice", "unfinished-throws")
        .build();
  }

  private static ParserCase unfinishedBlock() {
    return parser("P-208", "parse/end/unfinished-block")
        .must("A block without an empty line is discarded")
        .clauses("interpret/end-of-stream")
        .stream("data: {a}\n\ndata: {b}\n")
        .expect(message("{a}"))
        .why(
            "Half a JSON document, or half an order, is taken for a whole one whenever a "
                + "connection breaks.")
        .hint("At the end of the stream drop the buffers.")
        .seenIn("sseclient-py 456873c, go-sse e3ddbdf, symfony, gin, r3labs/sse: dispatched")
        .catches("event-with-chunk", "flushed-at-end", "lines-flushed-at-end", "tail-read-twice")
        .build();
  }

  private static ParserCase unfinishedBlockWithTypeAndId() {
    return parser("P-209", "parse/end/unfinished-block-with-type-and-id")
        .must("A block of several fields without an empty line is discarded")
        .clauses("interpret/end-of-stream")
        .stream("event: {t}\nid: {i}\ndata: {a}\n")
        .expectNothing()
        .lastEventId("")
        .why(
            "Half a JSON document, or half an order, is taken for a whole one whenever a "
                + "connection breaks.")
        .hint("At the end of the stream drop the buffers.")
        .seenIn("sseclient-py 456873c: dispatched", "Azure/fetch-event-source 2.0.1: the id counts")
        .catches(
            "event-with-chunk",
            "flushed-at-end",
            "id-counts-at-end",
            "id-counts-at-once",
            "lines-flushed-at-end")
        .build();
  }

  private static ParserCase unfinishedComment() {
    return parser("P-210", "parse/end/unfinished-comment")
        .must("A comment without a line end is no empty line")
        .clauses("interpret/end-of-stream")
        .stream("data: {a}\n\ndata: {b}\n:")
        .expect(message("{a}"))
        .why(
            "Half a JSON document, or half an order, is taken for a whole one whenever a "
                + "connection breaks.")
        .hint("The end of the stream is no line end.")
        .catches("flushed-at-end", "lines-flushed-at-end", "tail-read-twice", "unfinished-throws")
        .build();
  }

  private static ParserCase bareNameWithoutEnd() {
    return parser("P-211", "parse/end/bare-name-without-end")
        .must("A bare name without a line end is discarded")
        .clauses("interpret/end-of-stream")
        .stream("data: {a}\n\ndata")
        .expect(message("{a}"))
        .why("An empty message ends every stream.")
        .hint("The end of the stream is no line end.")
        .catches("flushed-at-end", "tail-read-twice", "unfinished-throws")
        .build();
  }

  private static ParserCase rightBehindAnEvent() {
    return parser("P-212", "parse/end/right-behind-an-event")
        .must("A stream may end right behind an event")
        .clauses("interpret/empty-line")
        .stream("data: {a}\n\ndata: {b}\n\n")
        .expect(message("{a}"), message("{b}"))
        .why("The last event before a server's close is lost.")
        .hint("Dispatch at the empty line, not at the line behind it.")
        .seenIn("mpetazzoni/sseclient #6: each event came one event late")
        .catches("event-lost-at-end")
        .build();
  }

  private static ParserCase typeAlone() {
    return parser("P-213", "parse/end/type-alone")
        .must("A type without an empty line is discarded")
        .clauses("interpret/end-of-stream")
        .stream("data: {a}\n\nevent: {t}\n")
        .expect(message("{a}"))
        .why("An empty message ends the stream.")
        .hint("At the end of the stream drop the buffers.")
        .catches("end-dispatches-type", "tail-read-twice")
        .build();
  }
}

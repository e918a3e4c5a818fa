package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;
import static dev.ssespec.cases.ParserCase.typed;

import java.util.List;

/** Cases on the byte order mark. */
final class BomCases {
  private BomCases() {}

  static List<ParserCase> all() {
    return List.of(
        leading(),
        beforeAType(),
        beforeAComment(),
        beforeAnEmptyLine(),
        twice(),
        beforeALaterLine(),
        atTheStartOfAValue(),
        insideAValue(),
        behindAnEmptyChunk(),
        inThreeChunks(),
        incomplete(),
        ofOneByte(),
        alone(),
        incompleteAlone());
  }

  private static ParserCase leading() {
    return parser("P-182", "parse/bom/leading")
        .must("A byte order mark at the start is dropped")
        .clauses("decode/bom-once", "parse/bom")
        .stream("\\xEF\\xBB\\xBFdata: {a}\n\ndata: {b}\n\n")
        .expect(message("{a}"), message("{b}"))
        .why(
            "The first event of the stream is lost, and only on servers that write a byte "
                + "order mark.")
        .hint("Drop EF BB BF if they are the first three bytes, however they are cut.")
        .seenIn(
            "httpx-sse 27c2fa9, sseclient-py, LaunchDarkly python-eventsource d10fd70, "
                + "btubbs/sseclient: the first event is lost",
            "openai/openai-python PR 3819, jpopesculian/eventsource-stream #10, "
                + "a2aproject/a2a-python PR 1259, Effect-TS/effect PR 6976",
            "cloudflare/workerd 094e6e5: missed where it is cut",
            "quarkus 065e0a4: looks for FE FF")
        .catches("decode-each-chunk", "decode-latin", "mark-cut-is-missed", "mark-kept")
        .build();
  }

  private static ParserCase beforeAType() {
    return parser("P-183", "parse/bom/before-a-type")
        .must("A byte order mark before an event line is dropped")
        .clauses("decode/bom-once")
        .stream("\\xEF\\xBB\\xBFevent: {t}\ndata: {a}\n\n")
        .expect(typed("{t}", "{a}"))
        .why("A named event becomes a plain message.")
        .hint("Drop EF BB BF if they are the first three bytes.")
        .seenIn("a2aproject/a2a-python PR 1259: an error event became a message")
        .catches(
            "decode-each-chunk",
            "decode-latin",
            "mark-cut-is-missed",
            "mark-kept",
            "named-events-dropped")
        .build();
  }

  private static ParserCase beforeAComment() {
    return parser("P-184", "parse/bom/before-a-comment")
        .must("A byte order mark before a comment leaves a comment")
        .clauses("decode/bom-once", "interpret/comment")
        .stream("\\xEF\\xBB\\xBF: {c}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .comments(" {c}")
        .why("Some frameworks open every stream with a comment.")
        .hint("Drop the mark before looking at the first line.")
        .needs("comments")
        .catches(
            "comment-ends-stream",
            "comment-loses-event",
            "comment-throws",
            "decode-each-chunk",
            "decode-latin",
            "mark-cut-is-missed",
            "mark-kept")
        .build();
  }

  private static ParserCase beforeAnEmptyLine() {
    return parser("P-185", "parse/bom/before-an-empty-line")
        .must("A byte order mark before an empty line leaves an empty line")
        .clauses("decode/bom-once", "interpret/empty-line")
        .stream("\\xEF\\xBB\\xBF\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "The line is taken for an unknown field, which is harmless, or for the end of "
                + "an event, which is not.")
        .hint("Drop the mark before looking at the first line.")
        .catches(
            "empty-lines-dispatch", "leading-empty-line-loses-event", "leading-empty-line-throws")
        .build();
  }

  private static ParserCase twice() {
    return parser("P-186", "parse/bom/twice")
        .must("Of two byte order marks the second is text")
        .clauses("decode/bom-once", "field/literal-name")
        .stream("\\xEF\\xBB\\xBF\\xEF\\xBB\\xBFdata: {a}\n\ndata: {b}\n\n")
        .expect(message("{b}"))
        .why("Two clients see different events.")
        .hint("Drop one mark, once.")
        .seenIn("goto-bus-stop/sse-codec 45249db, mattt/EventSource 86b5096: stripped later too")
        .catches(
            "mark-dropped-everywhere",
            "mark-dropped-in-each-chunk",
            "mark-stripped-again",
            "mark-stripped-from-lines",
            "name-outside-ascii-throws",
            "names-cleaned",
            "unknown-dispatches",
            "unknown-throws")
        .build();
  }

  private static ParserCase beforeALaterLine() {
    return parser("P-187", "parse/bom/before-a-later-line")
        .must("A byte order mark before a later line is part of its name")
        .clauses("decode/bom-once", "field/literal-name")
        .stream("data: {a}\n\n\\xEF\\xBB\\xBFdata: {b}\n\ndata: {c}\n\n")
        .expect(message("{a}"), message("{c}"))
        .why("Two clients see different events.")
        .hint("Only the start of the stream is special.")
        .seenIn(
            "Azure/fetch-event-source 2.0.1, goto-bus-stop/sse-codec 45249db, "
                + "mattt/EventSource 86b5096, symfony #36692: stripped on later lines")
        .catches(
            "mark-dropped-everywhere",
            "mark-dropped-in-each-chunk",
            "mark-stripped-from-lines",
            "name-outside-ascii-throws",
            "names-cleaned",
            "unknown-dispatches",
            "unknown-throws")
        .build();
  }

  private static ParserCase atTheStartOfAValue() {
    return parser("P-188", "parse/bom/at-the-start-of-a-value")
        .must("A byte order mark at the start of a value is text")
        .clauses("decode/bom-once", "field/data")
        .stream("data: \\xEF\\xBB\\xBF{a}\n\n")
        .expect(message("\ufeff{a}"))
        .why("Files that are streamed line by line no longer have the bytes that they had.")
        .hint("Only the start of the stream is special.")
        .seenIn("Azure/fetch-event-source 2.0.1: stripped at the head of a value")
        .catches(
            "decode-each-chunk",
            "decode-latin",
            "mark-dropped-everywhere",
            "mark-dropped-in-each-chunk",
            "mark-stripped-from-values")
        .build();
  }

  private static ParserCase insideAValue() {
    return parser("P-189", "parse/bom/inside-a-value")
        .must("A byte order mark inside a value is text")
        .clauses("decode/bom-once", "field/data")
        .stream("data: {a}\\xEF\\xBB\\xBF{b}\n\n")
        .expect(message("{a}\ufeff{b}"))
        .why("Arabic and Indic texts use it to keep letters apart.")
        .hint(
            "Only the start of the stream is special; beware of decoders that drop the "
                + "mark anew in each chunk.")
        .catches(
            "decode-each-chunk",
            "decode-latin",
            "mark-dropped-everywhere",
            "mark-dropped-in-each-chunk")
        .build();
  }

  private static ParserCase behindAnEmptyChunk() {
    return parser("P-190", "parse/bom/behind-an-empty-chunk")
        .must("An empty first chunk does not use up the byte order mark")
        .clauses("decode/bom-once")
        .chunks("", "\\xEF\\xBB\\xBFdata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "The first event of the stream is lost, and only on servers that write a byte "
                + "order mark.")
        .hint("Look at the first three bytes, not at the first chunk.")
        .seenIn("rexxars/eventsource-parser #41, fixed in 4.0.0")
        .catches("decode-latin", "empty-chunk-ends-stream", "mark-check-used-up", "mark-kept")
        .build();
  }

  private static ParserCase inThreeChunks() {
    return parser("P-191", "parse/bom/in-three-chunks")
        .must("A byte order mark in three chunks is dropped")
        .clauses("decode/bom-once")
        .chunks("\\xEF", "\\xBB", "\\xBFdata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "The first event of the stream is lost, and only on servers that write a byte "
                + "order mark.")
        .hint("Look at the first three bytes, not at the first chunk.")
        .seenIn("cloudflare/workerd 094e6e5: missed where it is cut")
        .catches("decode-each-chunk", "decode-latin", "mark-cut-is-missed", "mark-kept")
        .build();
  }

  private static ParserCase incomplete() {
    return parser("P-192", "parse/bom/incomplete")
        .must("Two bytes of a byte order mark are malformed text")
        .clauses("decode/bom-once", "decode/maximal-subpart")
        .stream("\\xEF\\xBBdata: {a}\n\ndata: {b}\n\n")
        .expect(message("{b}"))
        .why("A damaged beginning is taken for a good one by some clients only.")
        .hint("The mark has three bytes; less is U+FFFD in a name.")
        .catches(
            "malformed-dropped",
            "malformed-throws",
            "mark-in-part-dropped",
            "name-outside-ascii-throws",
            "names-cleaned",
            "unknown-dispatches",
            "unknown-throws")
        .build();
  }

  private static ParserCase ofOneByte() {
    return parser("P-193", "parse/bom/of-one-byte")
        .must("One byte of a byte order mark is malformed text")
        .clauses("decode/bom-once", "decode/maximal-subpart")
        .stream("\\xEFdata: {a}\n\ndata: {b}\n\n")
        .expect(message("{b}"))
        .why("A damaged beginning is taken for a good one by some clients only.")
        .hint("The mark has three bytes; less is U+FFFD in a name.")
        .catches(
            "malformed-dropped",
            "malformed-throws",
            "mark-in-part-dropped",
            "name-outside-ascii-throws",
            "names-cleaned",
            "unknown-dispatches",
            "unknown-throws")
        .build();
  }

  private static ParserCase alone() {
    return parser("P-194", "parse/bom/alone")
        .must("A stream of a byte order mark alone has no event")
        .clauses("decode/bom-once", "interpret/end-of-stream")
        .stream("\\xEF\\xBB\\xBF")
        .expectNothing()
        .why("A server that closes at once must not make the client fail.")
        .hint("The end may come behind the mark.")
        .catches("empty-stream-throws")
        .build();
  }

  private static ParserCase incompleteAlone() {
    return parser("P-195", "parse/bom/incomplete-alone")
        .must("A stream of two bytes of a byte order mark has no event")
        .clauses("decode/end-of-input", "interpret/end-of-stream")
        .stream("\\xEF\\xBB")
        .expectNothing()
        .why("A server that closes at once must not make the client fail.")
        .hint("The end may come inside the mark.")
        .catches("end-inside-character-throws", "malformed-throws", "unfinished-throws")
        .build();
  }
}

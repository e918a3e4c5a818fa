package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;
import static dev.ssespec.cases.ParserCase.typed;

import java.util.List;

/** Cases on lines that begin with a colon. */
final class CommentCases {
  private CommentCases() {}

  static List<ParserCase> all() {
    return List.of(
        ignored(),
        inABlockOfItsOwn(),
        behindAnId(),
        colonAlone(),
        colonAloneBetweenEvents(),
        betweenDataLines(),
        withAFieldInside(),
        withNul(),
        reportedInOrder(),
        only(),
        beforeTheType());
  }

  private static ParserCase ignored() {
    return parser("P-196", "parse/comment/ignored")
        .must("A comment is ignored")
        .clauses("interpret/comment", "parse/comment")
        .stream(": {c}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "Servers and proxies send comments every few seconds to keep a connection "
                + "alive. A client that fails on one works for a few seconds only.")
        .hint("A line whose first character is a colon does nothing.")
        .seenIn(
            "launchdarkly/rust-eventsource-client #34: a comment and an event in one "
                + "block: one was lost",
            "modelcontextprotocol/java-sdk #443: an exception",
            "continuedev/continue PR 13144: taken for the end",
            "symfony #57453, quarkus #30177")
        .catches("comment-ends-stream", "comment-loses-event", "comment-throws")
        .build();
  }

  private static ParserCase inABlockOfItsOwn() {
    return parser("P-197", "parse/comment/in-a-block-of-its-own")
        .must("A comment in a block of its own dispatches nothing")
        .clauses("interpret/comment", "dispatch/no-data")
        .stream(": {c}\n\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "Servers and proxies send comments every few seconds to keep a connection "
                + "alive. Each one would be an empty message.")
        .hint("With an empty data buffer an empty line dispatches nothing.")
        .seenIn(
            "Azure/fetch-event-source 2.0.1: a message with empty data",
            "rexxars/eventsource-client #17, #18",
            "a2aproject/a2a-python #540: crashed")
        .catches("comment-alone-dispatches", "comment-ends-stream", "comment-throws")
        .build();
  }

  private static ParserCase behindAnId() {
    return parser("P-198", "parse/comment/behind-an-id")
        .must("A comment behind an event with an id dispatches nothing")
        .clauses("interpret/comment", "dispatch/no-data")
        .stream("id: {i}\ndata: {a}\n\n: {c}\n\n:\n\ndata: {b}\n\n")
        .expect(message("{a}", "{i}"), message("{b}", "{i}"))
        .why(
            "Servers and proxies send comments every few seconds to keep a connection "
                + "alive. Once an id is known each one becomes an empty message, and JSON "
                + "parsers throw on it.")
        .hint("The id that is in force is no reason to dispatch.")
        .seenIn(
            "florimondmanca/httpx-sse #35, openai/openai-python #2722, Ktor 038ea5d: an "
                + "empty message")
        .catches(
            "colon-alone-throws",
            "comment-alone-dispatches",
            "comment-ends-stream",
            "comment-throws",
            "id-ignored",
            "id-not-kept",
            "known-id-dispatches",
            "unchanged-id-hidden")
        .build();
  }

  private static ParserCase colonAlone() {
    return parser("P-199", "parse/comment/colon-alone")
        .must("A line of one colon is a comment")
        .clauses("interpret/comment")
        .stream(":\ndata: {a}\n:\n\n")
        .expect(message("{a}"))
        .comments("", "")
        .why("This is the shortest keep-alive.")
        .hint("A line whose first character is a colon does nothing, whatever follows.")
        .needs("comments")
        .catches(
            "colon-alone-throws",
            "comment-ends-event",
            "comment-ends-stream",
            "comment-loses-event",
            "comment-throws",
            "last-comment-only")
        .build();
  }

  private static ParserCase colonAloneBetweenEvents() {
    return parser("P-200", "parse/comment/colon-alone-between-events")
        .must("A line of one colon between events does nothing")
        .clauses("interpret/comment", "dispatch/no-data")
        .stream("data: {a}\n\n:\n\ndata: {b}\n\n")
        .expect(message("{a}"), message("{b}"))
        .why("This is the shortest keep-alive.")
        .hint("A line whose first character is a colon does nothing, whatever follows.")
        .seenIn("modelcontextprotocol/java-sdk #443, #467, #685")
        .catches(
            "colon-alone-throws",
            "comment-alone-dispatches",
            "comment-ends-stream",
            "comment-throws")
        .build();
  }

  private static ParserCase betweenDataLines() {
    return parser("P-201", "parse/comment/between-data-lines")
        .must("A comment between data lines parts nothing")
        .clauses("interpret/comment")
        .stream("data: {a}\n: {c}\ndata: {b}\n\n")
        .expect(message("{a}\n{b}"))
        .why("A keep-alive that a proxy sends in the middle of an event tears it.")
        .hint("Ignoring a line leaves the buffers as they are.")
        .seenIn("launchdarkly/rust-eventsource-client #34", "continuedev/continue PR 13144")
        .catches(
            "comment-ends-event",
            "comment-ends-stream",
            "comment-loses-event",
            "comment-throws",
            "last-line-wins",
            "line-is-event",
            "lines-joined")
        .build();
  }

  private static ParserCase withAFieldInside() {
    return parser("P-202", "parse/comment/with-a-field-inside")
        .must("A field behind a colon is a comment")
        .clauses("interpret/comment")
        .stream(":data: {b}\n:event: {t}\n:id: {i}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("Fields that a server's author has commented out come to life.")
        .hint("Look at the first character before looking for names.")
        .catches(
            "comment-ends-stream",
            "comment-loses-event",
            "comment-throws",
            "field-in-comment-found")
        .build();
  }

  private static ParserCase withNul() {
    return parser("P-203", "parse/comment/with-nul")
        .must("A comment may hold NUL and bytes that are not UTF-8")
        .clauses("interpret/comment", "parse/any-char")
        .stream(":{c}\\x00\\xFF\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("One odd keep-alive ends the stream.")
        .hint("A comment is ignored whatever it holds.")
        .catches(
            "comment-ends-stream",
            "comment-loses-event",
            "comment-throws",
            "malformed-throws",
            "odd-comment-throws")
        .build();
  }

  private static ParserCase reportedInOrder() {
    return parser("P-204", "parse/comment/reported-in-order")
        .must("Comments are those of the stream, in order")
        .clauses("interpret/comment")
        .stream(":{c}\n\ndata: {a}\n:{d}:\n\n: {e}\n\n")
        .expect(message("{a}"))
        .comments("{c}", "{d}:", " {e}")
        .why("Tools that watch keep-alives miss some.")
        .hint("Report each line that begins with a colon.")
        .needs("comments")
        .catches(
            "comment-alone-dispatches",
            "comment-ends-event",
            "comment-ends-stream",
            "comment-loses-event",
            "comment-throws")
        .build();
  }

  private static ParserCase only() {
    return parser("P-205", "parse/comment/only")
        .must("A stream of comments has no event")
        .clauses("interpret/comment", "dispatch/no-data")
        .stream(": {c}\n: {d}\n\n: {e}\n\n")
        .expectNothing()
        .why("Servers and proxies send comments every few seconds to keep a connection alive.")
        .hint("With an empty data buffer an empty line dispatches nothing.")
        .seenIn("Deno std ca58f94: a message of a comment alone")
        .catches("comment-alone-dispatches", "comment-throws")
        .build();
  }

  private static ParserCase beforeTheType() {
    return parser("P-206", "parse/comment/before-the-type")
        .must("A comment leaves the type alone")
        .clauses("interpret/comment")
        .stream("event: {t}\n: {c}\ndata: {a}\n\n")
        .expect(typed("{t}", "{a}"))
        .why("A keep-alive in the middle of an event changes who hears it.")
        .hint("Ignoring a line leaves the buffers as they are.")
        .catches(
            "comment-clears-type",
            "comment-ends-stream",
            "comment-loses-event",
            "comment-throws",
            "named-events-dropped")
        .build();
  }
}

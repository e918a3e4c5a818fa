package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on when an id counts, and what it may hold. */
final class IdValueCases {
  private IdValueCases() {}

  static List<ParserCase> all() {
    return List.of(
        unfinishedBlock(),
        notBeforeTheEmptyLine(),
        outerSpaces(),
        leadingZeros(),
        anyText(),
        nonAscii(),
        controlCharacter(),
        nulInside(),
        nulAlone(),
        nulFirst(),
        nulLast(),
        nulBehindAnIdOfTheBlock(),
        retryLeavesItAlone());
  }

  private static ParserCase unfinishedBlock() {
    return parser("P-086", "parse/id/unfinished-block")
        .must("The id of a block that never ends does not count")
        .clauses("interpret/end-of-stream", "dispatch/last-event-id")
        .stream("data: {a}\n\nid: {i}\ndata: {b}\n")
        .expect(message("{a}"))
        .lastEventId("")
        .why("The event that the connection lost is skipped on resumption: it is gone for good.")
        .hint("Copy the buffer to the string at the empty line, not at the field.")
        .seenIn("Azure/fetch-event-source 2.0.1: the id of an unfinished block is sent")
        .needs("last-event-id")
        .catches(
            "event-with-chunk",
            "flushed-at-end",
            "id-counts-at-end",
            "id-counts-at-once",
            "lines-flushed-at-end",
            "tail-read-twice")
        .build();
  }

  private static ParserCase notBeforeTheEmptyLine() {
    return parser("P-087", "parse/id/not-before-the-empty-line")
        .must("The id counts at the empty line and not before")
        .clauses("dispatch/last-event-id")
        .stream("id: {i}\ndata: {a}\n\nid: {j}\n")
        .asIs()
        .open()
        .expect(message("{a}", "{i}"))
        .lastEventId("{i}")
        .why("A connection that breaks right there skips an event on resumption.")
        .hint("Copy the buffer to the string at the empty line, not at the field.")
        .needs("last-event-id")
        .catches("event-with-chunk", "id-counts-at-once", "id-ignored")
        .build();
  }

  private static ParserCase outerSpaces() {
    return parser("P-088", "parse/id/outer-spaces")
        .must("Spaces around an id belong to it, but for the first")
        .clauses("interpret/one-space", "field/id")
        .stream("id:  {i} \ndata: {a}\n\n")
        .expect(message("{a}", " {i} "))
        .why("The server gets back an id that it never gave.")
        .hint("Remove one space; do not trim.")
        .seenIn("spring-projects/spring-framework 91eb4264: event and id are trimmed")
        .needs("last-event-id")
        .catches("id-ignored", "id-trimmed", "spaces-stripped", "values-trimmed-behind")
        .build();
  }

  private static ParserCase leadingZeros() {
    return parser("P-089", "parse/id/leading-zeros")
        .must("An id of digits is text")
        .clauses("field/id")
        .stream("id: 007\ndata: {a}\n\n")
        .expect(message("{a}", "007"))
        .why("The server gets back an id that it never gave.")
        .hint("Keep ids as strings.")
        .needs("last-event-id")
        .catches("id-ignored", "id-is-number")
        .build();
  }

  private static ParserCase anyText() {
    return parser("P-090", "parse/id/any-text")
        .must("An id may hold colons, punctuation and spaces")
        .clauses("field/id", "interpret/colon-split")
        .stream("id: {i}: #;,= \"{j}\"\ndata: {a}\n\n")
        .expect(message("{a}", "{i}: #;,= \"{j}\""))
        .why("Cursors of databases and logs look like this.")
        .hint("Ids have no syntax.")
        .needs("last-event-id")
        .catches("id-ignored", "last-colon-splits", "value-cut-at-colon")
        .build();
  }

  private static ParserCase nonAscii() {
    return parser("P-091", "parse/id/non-ascii")
        .must("An id may be outside ASCII")
        .clauses("field/id", "decode/utf-8")
        .stream("id: {i}é€😀\ndata: {a}\n\n")
        .expect(message("{a}", "{i}é€😀"))
        .why("A stream with such an id cannot be resumed.")
        .hint("Decode the whole stream, not only the data.")
        .seenIn("reqwest-eventsource ce0b972: such an id closes the connection")
        .needs("last-event-id")
        .catches("bare-plane", "decode-each-chunk", "decode-latin", "id-ignored", "id-in-ascii")
        .build();
  }

  private static ParserCase controlCharacter() {
    return parser("P-092", "parse/id/control-character")
        .must("An id may hold control characters other than NUL")
        .clauses("field/id", "parse/any-char")
        .stream("id: {i}\\x01\\x1B\ndata: {a}\n\n")
        .expect(message("{a}", "{i}\u0001\u001b"))
        .why("Only NUL has a rule of its own; what else is dropped changes the id.")
        .hint("Check for U+0000 and nothing else.")
        .seenIn("nodejs/undici PR 5746: ids that cannot go into a header")
        .needs("last-event-id")
        .catches("controls-dropped", "id-ignored", "id-printable")
        .build();
  }

  private static ParserCase nulInside() {
    return parser("P-093", "parse/id/nul-inside")
        .must("An id with NUL inside is ignored")
        .clauses("field/id-nul")
        .stream("id: {i}\ndata: {a}\n\nid: {j}\\x00{k}\ndata: {b}\n\n")
        .expect(message("{a}", "{i}"), message("{b}", "{i}"))
        .lastEventId("{i}")
        .why(
            "NUL cannot go into a header: a client that keeps it can never reconnect, and "
                + "one that cuts it resumes from a wrong place.")
        .hint("Ignore the field if its value holds U+0000 anywhere, and keep the earlier id.")
        .seenIn(
            "sseclient-py 456873c, btubbs/sseclient, Azure/fetch-event-source 2.0.1: accepted",
            "aiohttp-sse-client e311075: only an id of exactly one NUL is ignored",
            "okhttp-sse, cloudflare/workerd, r3labs/sse: unchecked")
        .needs("last-event-id")
        .catches(
            "controls-dropped",
            "id-cut-at-nul",
            "id-ignored",
            "id-not-kept",
            "id-of-nul-alone-ignored",
            "id-with-nul-accepted",
            "id-with-nul-clears",
            "nul-dropped",
            "nul-ends-value")
        .build();
  }

  private static ParserCase nulAlone() {
    return parser("P-094", "parse/id/nul-alone")
        .must("An id of one NUL is ignored")
        .clauses("field/id-nul")
        .stream("id: {i}\ndata: {a}\n\nid: \\x00\ndata: {b}\n\n")
        .expect(message("{a}", "{i}"), message("{b}", "{i}"))
        .lastEventId("{i}")
        .why(
            "NUL cannot go into a header: a client that keeps it can never reconnect, and "
                + "one that cuts it resumes from a wrong place.")
        .hint("Ignore the field if its value holds U+0000 anywhere, and keep the earlier id.")
        .seenIn("rexxars/eventsource-parser #34: wiped the earlier id, fixed in 3.1.1")
        .needs("last-event-id")
        .catches(
            "controls-dropped",
            "id-cut-at-nul",
            "id-ignored",
            "id-not-kept",
            "id-with-nul-accepted",
            "id-with-nul-clears",
            "nul-dropped",
            "nul-ends-value")
        .build();
  }

  private static ParserCase nulFirst() {
    return parser("P-095", "parse/id/nul-first")
        .must("An id that begins with NUL is ignored")
        .clauses("field/id-nul")
        .stream("id: {i}\ndata: {a}\n\nid: \\x00{j}\ndata: {b}\n\n")
        .expect(message("{a}", "{i}"), message("{b}", "{i}"))
        .lastEventId("{i}")
        .why(
            "NUL cannot go into a header: a client that keeps it can never reconnect, and "
                + "one that cuts it resumes from a wrong place.")
        .hint("Ignore the field if its value holds U+0000 anywhere, and keep the earlier id.")
        .seenIn("sseclient-py 456873c, Azure/fetch-event-source 2.0.1: accepted")
        .needs("last-event-id")
        .catches(
            "controls-dropped",
            "id-cut-at-nul",
            "id-ignored",
            "id-not-kept",
            "id-of-nul-alone-ignored",
            "id-with-nul-accepted",
            "id-with-nul-clears",
            "nul-dropped",
            "nul-ends-value")
        .build();
  }

  private static ParserCase nulLast() {
    return parser("P-096", "parse/id/nul-last")
        .must("An id that ends in NUL is ignored")
        .clauses("field/id-nul")
        .stream("id: {i}\ndata: {a}\n\nid: {j}\\x00\ndata: {b}\n\n")
        .expect(message("{a}", "{i}"), message("{b}", "{i}"))
        .lastEventId("{i}")
        .why(
            "NUL cannot go into a header: a client that keeps it can never reconnect, and "
                + "one that cuts it resumes from a wrong place.")
        .hint("Ignore the field if its value holds U+0000 anywhere, and keep the earlier id.")
        .seenIn(
            "sseclient-py 456873c, Azure/fetch-event-source 2.0.1: accepted",
            "Firefox 153: drops the NUL and loses the event")
        .needs("last-event-id")
        .catches(
            "controls-dropped",
            "id-cut-at-nul",
            "id-ignored",
            "id-not-kept",
            "id-of-nul-alone-ignored",
            "id-with-nul-accepted",
            "id-with-nul-clears",
            "nul-dropped",
            "nul-ends-value")
        .build();
  }

  private static ParserCase nulBehindAnIdOfTheBlock() {
    return parser("P-097", "parse/id/nul-behind-an-id-of-the-block")
        .must("An id with NUL leaves an earlier id of its own block in force")
        .clauses("field/id-nul")
        .stream("id: {i}\nid: {j}\\x00\ndata: {a}\n\n")
        .expect(message("{a}", "{i}"))
        .why("One bad line must not undo a good one.")
        .hint("To ignore is not to clear.")
        .seenIn("rexxars/eventsource-parser #34: wiped the earlier id, fixed in 3.1.1")
        .needs("last-event-id")
        .catches(
            "controls-dropped",
            "id-cut-at-nul",
            "id-ignored",
            "id-of-nul-alone-ignored",
            "id-with-nul-accepted",
            "id-with-nul-clears",
            "nul-dropped",
            "nul-ends-value")
        .build();
  }

  private static ParserCase retryLeavesItAlone() {
    return parser("P-098", "parse/id/retry-leaves-it-alone")
        .must("A reconnection time leaves the id alone")
        .clauses("field/id", "field/retry")
        .stream("id: {i}\nretry: 5\ndata: {a}\n\n")
        .expect(message("{a}", "{i}"))
        .why("The client resumes from the number 5.")
        .hint("Each field has a buffer of its own.")
        .seenIn("gin-contrib/sse #48: retry overwrites the id")
        .needs("last-event-id")
        .catches("id-ignored", "id-overwritten-by-retry", "retry-drops-event")
        .build();
  }
}

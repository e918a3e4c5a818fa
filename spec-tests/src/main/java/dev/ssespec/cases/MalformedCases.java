package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on bytes that are not UTF-8. */
final class MalformedCases {
  private MalformedCases() {}

  static List<ParserCase> all() {
    return List.of(
        invalidByte(),
        loneContinuation(),
        truncatedBeforeLineEnd(),
        truncatedTwoBytesBeforeLineEnd(),
        truncatedBeforeLetter(),
        truncatedByAnotherCharacter());
  }

  private static ParserCase invalidByte() {
    return parser("P-130", "parse/encoding/invalid-byte")
        .must("A byte that is not UTF-8 becomes U+FFFD")
        .clauses("decode/replacement")
        .stream("data: {a}\\xFF{b}\n\ndata: {c}\n\n")
        .expect(message("{a}\ufffd{b}"), message("{c}"))
        .why("One bad byte in one message ends the whole stream.")
        .hint("Decode with replacement, never strictly.")
        .seenIn(
            "mpetazzoni/sseclient, LaunchDarkly python-eventsource, openai-python 3.22.1: "
                + "an exception ends the stream",
            "stevenroose/dart-eventsource #22, quarkus 065e0a4, eventsource-stream, "
                + "rust-eventsource-client, sse-codec: an error",
            "inaka/EventSource 5cc9657: the event is dropped")
        .catches(
            "buffer-not-cleared",
            "decode-latin",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-throws")
        .build();
  }

  private static ParserCase loneContinuation() {
    return parser("P-131", "parse/encoding/lone-continuation")
        .must("A continuation byte on its own becomes U+FFFD")
        .clauses("decode/replacement")
        .stream("data: {a}\\x80{b}\\xBF\n\n")
        .expect(message("{a}\ufffd{b}\ufffd"))
        .why("The second half of a character that a proxy cut must not end the stream.")
        .hint("Decode with replacement, never strictly.")
        .catches("decode-latin", "malformed-dropped", "malformed-line-dropped", "malformed-throws")
        .build();
  }

  private static ParserCase truncatedBeforeLineEnd() {
    return parser("P-132", "parse/encoding/truncated-before-line-end")
        .must("A sequence cut off by a line end is one U+FFFD, and the line ends")
        .clauses("decode/maximal-subpart")
        .stream("data: {a}\\xE2\\x82\n\ndata: {b}\n\n")
        .expect(message("{a}\ufffd"), message("{b}"))
        .why("The decoder swallows the line end: two events run together.")
        .hint("The byte that breaks a sequence is read again on its own.")
        .seenIn("Chromium and Swift suites test it")
        .catches(
            "buffer-not-cleared",
            "decode-each-chunk",
            "decode-latin",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-per-byte",
            "malformed-throws",
            "truncated-swallows-next")
        .build();
  }

  private static ParserCase truncatedTwoBytesBeforeLineEnd() {
    return parser("P-133", "parse/encoding/truncated-two-bytes-before-line-end")
        .must("A first byte of two cut off by a line end is one U+FFFD, and the line ends")
        .clauses("decode/maximal-subpart")
        .stream("data: {a}\\xC3\ndata: {b}\n\n")
        .expect(message("{a}\ufffd\n{b}"))
        .why("The decoder swallows the line end: two lines run together.")
        .hint("The byte that breaks a sequence is read again on its own.")
        .catches(
            "decode-latin",
            "last-line-wins",
            "line-is-event",
            "lines-joined",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-throws",
            "truncated-swallows-next")
        .build();
  }

  private static ParserCase truncatedBeforeLetter() {
    return parser("P-134", "parse/encoding/truncated-before-letter")
        .must("A sequence cut off by a letter is one U+FFFD and the letter")
        .clauses("decode/maximal-subpart")
        .stream("data: \\xF0\\x9F\\x98{a}\n\n")
        .expect(message("\ufffd{a}"))
        .why("The decoder swallows the first letter of the next word.")
        .hint(
            "One U+FFFD for the bytes that could have begun a character; the next byte is "
                + "read again.")
        .catches(
            "decode-each-chunk",
            "decode-latin",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-per-byte",
            "malformed-throws",
            "truncated-swallows-next")
        .build();
  }

  private static ParserCase truncatedByAnotherCharacter() {
    return parser("P-135", "parse/encoding/truncated-by-another-character")
        .must("A sequence cut off by another character is one U+FFFD and that character")
        .clauses("decode/maximal-subpart")
        .stream("data: {a}\\xE2\\x82\\xC3\\xA9{b}\n\n")
        .expect(message("{a}\ufffdé{b}"))
        .why("The decoder swallows a good character behind a bad one.")
        .hint("The byte that breaks a sequence is read again, as a first byte.")
        .catches(
            "decode-each-chunk",
            "decode-latin",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-per-byte",
            "malformed-throws",
            "truncated-swallows-next")
        .build();
  }
}

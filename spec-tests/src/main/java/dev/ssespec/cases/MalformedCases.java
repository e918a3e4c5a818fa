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
        truncatedByAnotherCharacter(),
        surrogate(),
        surrogatePair(),
        overlongSlash(),
        overlongLineEnd(),
        overlongThreeBytes(),
        beyondTheLastCharacter(),
        fiveByteForm(),
        invalidByteInName(),
        invalidByteInId(),
        endInsideCharacter());
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
        .build();
  }

  private static ParserCase surrogate() {
    return parser("P-136", "parse/encoding/surrogate")
        .must("An encoded surrogate is three U+FFFD")
        .clauses("decode/overlong", "decode/maximal-subpart")
        .stream("data: {a}\\xED\\xA0\\x80{b}\n\n")
        .expect(message("{a}\ufffd\ufffd\ufffd{b}"))
        .why("A lone surrogate in a string breaks JSON, databases and files later on.")
        .hint(
            "A0 may not follow ED: the sequence breaks behind its first byte, and each "
                + "byte is its own U+FFFD.")
        .seenIn("Decoders of the Java platform give one U+FFFD")
        .build();
  }

  private static ParserCase surrogatePair() {
    return parser("P-137", "parse/encoding/surrogate-pair")
        .must("A character written as two encoded surrogates is six U+FFFD")
        .clauses("decode/overlong")
        .stream("data: {a}\\xED\\xA0\\xBD\\xED\\xB8\\x80{b}\n\n")
        .expect(message("{a}\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd{b}"))
        .why("Two spellings of one character get past filters.")
        .hint("This is CESU-8 and not UTF-8.")
        .build();
  }

  private static ParserCase overlongSlash() {
    return parser("P-138", "parse/encoding/overlong-slash")
        .must("An overlong form is U+FFFD for each byte")
        .clauses("decode/overlong")
        .stream("data: {a}\\xC0\\xAF{b}\n\n")
        .expect(message("{a}\ufffd\ufffd{b}"))
        .why("Overlong forms get characters past filters.")
        .hint("C0 and C1 begin nothing.")
        .build();
  }

  private static ParserCase overlongLineEnd() {
    return parser("P-139", "parse/encoding/overlong-line-end")
        .must("An overlong LF does not end a line")
        .clauses("decode/overlong", "interpret/line-by-line")
        .stream("data: {a}\\xC0\\x8Adata: {b}\n\n")
        .expect(message("{a}\ufffd\ufffddata: {b}"))
        .why("Whoever controls a part of a payload could inject fields and events.")
        .hint("C0 and C1 begin nothing.")
        .build();
  }

  private static ParserCase overlongThreeBytes() {
    return parser("P-140", "parse/encoding/overlong-three-bytes")
        .must("An overlong form of three bytes is U+FFFD for each byte")
        .clauses("decode/overlong")
        .stream("data: {a}\\xE0\\x80\\xAF{b}\n\n")
        .expect(message("{a}\ufffd\ufffd\ufffd{b}"))
        .why("Overlong forms get characters past filters.")
        .hint("Below A0 nothing may follow E0: the sequence breaks behind its first byte.")
        .build();
  }

  private static ParserCase beyondTheLastCharacter() {
    return parser("P-141", "parse/encoding/beyond-the-last-character")
        .must("A value above U+10FFFF is U+FFFD for each byte")
        .clauses("decode/overlong")
        .stream("data: {a}\\xF4\\x90\\x80\\x80{b}\n\n")
        .expect(message("{a}\ufffd\ufffd\ufffd\ufffd{b}"))
        .why("Code points that do not exist break strings later on.")
        .hint("Above 8F nothing may follow F4: the sequence breaks behind its first byte.")
        .build();
  }

  private static ParserCase fiveByteForm() {
    return parser("P-142", "parse/encoding/five-byte-form")
        .must("A form of five bytes is five U+FFFD")
        .clauses("decode/replacement", "decode/maximal-subpart")
        .stream("data: {a}\\xF8\\x88\\x80\\x80\\x80{b}\n\n")
        .expect(message("{a}\ufffd\ufffd\ufffd\ufffd\ufffd{b}"))
        .why("Decoders of older design disagree on where the text goes on.")
        .hint("F5 to FF begin nothing.")
        .build();
  }

  private static ParserCase invalidByteInName() {
    return parser("P-143", "parse/encoding/invalid-byte-in-name")
        .must("A byte that is not UTF-8 in a name makes an unknown field")
        .clauses("decode/replacement", "field/unknown")
        .stream("\\x80: {b}\ndat\\xFFa: {c}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("One bad line ends the whole stream, or becomes data.")
        .hint("Decode with replacement before looking for names; do not drop bytes.")
        .seenIn("rust-eventsource-client: an error")
        .build();
  }

  private static ParserCase invalidByteInId() {
    return parser("P-144", "parse/encoding/invalid-byte-in-id")
        .must("A byte that is not UTF-8 in an id becomes U+FFFD")
        .clauses("decode/replacement", "field/id")
        .stream("id: {i}\\xF0\\x28\ndata: {a}\n\n")
        .expect(message("{a}", "{i}\ufffd("))
        .why("The id is lost, or the stream ends.")
        .hint("Decode the whole stream with replacement.")
        .seenIn("rust-eventsource-client: an error")
        .needs("last-event-id")
        .build();
  }

  private static ParserCase endInsideCharacter() {
    return parser("P-145", "parse/encoding/end-inside-character")
        .must("A stream that ends inside a character ends as any other")
        .clauses("decode/end-of-input", "interpret/end-of-stream")
        .stream("data: {a}\n\ndata: {b}\\xE2\\x82")
        .expect(message("{a}"))
        .why("A connection that breaks at a bad place throws instead of reconnecting.")
        .hint("At the end of the stream drop what has no line end, whatever its bytes.")
        .seenIn("jpopesculian/eventsource-stream: an error at the end")
        .build();
  }
}

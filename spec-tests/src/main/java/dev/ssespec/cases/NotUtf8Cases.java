package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on surrogates, overlong forms and other bytes that only look like UTF-8. */
final class NotUtf8Cases {
  private NotUtf8Cases() {}

  static List<ParserCase> all() {
    return List.of(
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
        .catches(
            "decode-latin",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-per-run",
            "malformed-throws",
            "surrogate-is-one",
            "surrogate-pairs-joined",
            "truncated-swallows-next")
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
        .catches(
            "decode-latin",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-per-run",
            "malformed-throws",
            "surrogate-is-one",
            "surrogate-pairs-joined",
            "truncated-swallows-next")
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
        .catches(
            "decode-latin",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-per-run",
            "malformed-throws",
            "overlong-accepted")
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
        .catches(
            "decode-latin",
            "last-colon-splits",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-per-run",
            "malformed-throws",
            "overlong-accepted",
            "value-cut-at-colon")
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
        .catches(
            "decode-latin",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-per-run",
            "malformed-throws",
            "overlong-accepted",
            "truncated-swallows-next")
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
        .catches(
            "decode-latin",
            "long-forms-accepted",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-per-run",
            "malformed-throws",
            "truncated-swallows-next")
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
        .catches(
            "decode-latin",
            "long-forms-accepted",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-per-run",
            "malformed-throws")
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
        .catches(
            "malformed-dropped",
            "malformed-throws",
            "name-outside-ascii-throws",
            "names-cleaned",
            "unknown-spoils-event",
            "unknown-throws")
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
        .catches(
            "decode-latin",
            "id-ignored",
            "id-in-ascii",
            "malformed-dropped",
            "malformed-line-dropped",
            "malformed-throws",
            "truncated-swallows-next")
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
        .catches(
            "end-inside-character-throws",
            "flushed-at-end",
            "malformed-throws",
            "tail-read-twice",
            "unfinished-throws")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on characters that are text and nothing more. */
final class AnyCharacterCases {
  private AnyCharacterCases() {}

  static List<ParserCase> all() {
    return List.of(
        nulInData(), controlCharacters(), lineSeparators(), nextLine(), verticalTabAndFormFeed());
  }

  private static ParserCase nulInData() {
    return parser("P-146", "parse/encoding/nul-in-data")
        .must("NUL in data is text")
        .clauses("parse/any-char", "field/data")
        .stream("data: {a}\\x00{b}\n\nid: {i}\ndata: {c}\n\n")
        .expect(message("{a}\u0000{b}"), message("{c}", "{i}"))
        .why("A payload is cut, or a later event is lost.")
        .hint("NUL has a meaning in the field id alone.")
        .seenIn("Firefox 153: the NUL is dropped")
        .catches(
            "buffer-not-cleared",
            "controls-dropped",
            "id-ignored",
            "id-of-the-end-on-all",
            "nul-dropped",
            "nul-ends-value")
        .build();
  }

  private static ParserCase controlCharacters() {
    return parser("P-147", "parse/encoding/control-characters")
        .must("Control characters are text")
        .clauses("parse/any-char", "interpret/line-by-line")
        .stream("data: {a}\\x01\\x08\\x1B\\x7F\\xC2\\x80{b}\n\n")
        .expect(message("{a}\u0001\b\u001b\u007f\u0080{b}"))
        .why("Terminal output is streamed with colours.")
        .hint("Drop and replace nothing.")
        .catches("controls-dropped", "decode-each-chunk", "decode-latin")
        .build();
  }

  private static ParserCase lineSeparators() {
    return parser("P-148", "parse/encoding/line-separators")
        .must("U+2028 and U+2029 do not end a line")
        .clauses("interpret/line-by-line", "parse/any-char")
        .stream("data: {a}\\xE2\\x80\\xA8{b}\\xE2\\x80\\xA9{c}\n\n")
        .expect(message("{a}\u2028{b}\u2029{c}"))
        .why(
            "JSON may hold these characters as they are: the payload is cut, now and then, "
                + "for some users.")
        .hint("Split at LF and CR alone, not with a function for lines of text.")
        .seenIn(
            "florimondmanca/httpx-sse #34, langgenius/dify #39008, "
                + "modelcontextprotocol/java-sdk #1136, openai/codex #33617, "
                + "powersync-ja/powersync-swift PR 167: the payload was cut",
            "stevenroose/dart-eventsource 2282083: the line is dropped")
        .catches("decode-each-chunk", "decode-latin", "separators-end-lines")
        .build();
  }

  private static ParserCase nextLine() {
    return parser("P-149", "parse/encoding/next-line")
        .must("U+0085 does not end a line")
        .clauses("interpret/line-by-line", "parse/any-char")
        .stream("data: {a}\\xC2\\x85{b}\n\n")
        .expect(message("{a}\u0085{b}"))
        .why("The payload is cut; read as ISO-8859-1, the check mark emoji holds this character.")
        .hint("Split at LF and CR alone, not with a function for lines of text.")
        .seenIn(
            "open-metadata/OpenMetadata #29531: truncated answers",
            "btubbs/sseclient 7c94b83",
            "mpetazzoni/sseclient #9")
        .catches("controls-dropped", "decode-each-chunk", "decode-latin", "next-line-ends-lines")
        .build();
  }

  private static ParserCase verticalTabAndFormFeed() {
    return parser("P-150", "parse/encoding/vertical-tab-and-form-feed")
        .must("VT, FF and the information separators do not end a line")
        .clauses("interpret/line-by-line", "parse/any-char")
        .stream("data: {a}\\x0B{b}\\x0C{c}\\x1C{d}\\x1D{e}\\x1E{f}\n\n")
        .expect(message("{a}\u000b{b}\f{c}\u001c{d}\u001d{e}\u001e{f}"))
        .why("Text from printers and terminals is cut.")
        .hint("Split at LF and CR alone, not with a function for lines of text.")
        .seenIn(
            "btubbs/sseclient 7c94b83, mpetazzoni/sseclient #9, modelscope/evalscope "
                + "#1638: splitlines")
        .catches("controls-dropped", "form-feed-ends-lines")
        .build();
  }
}

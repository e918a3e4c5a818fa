package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on the byte order marks of encodings that no stream has. */
final class OtherEncodingCases {
  private static final String WHY =
      "A decoder that looks for any mark reads the whole stream as another encoding: no event ever"
          + " comes, or text that nobody wrote.";
  private static final String HINT = "Streams are UTF-8; ask the decoder for UTF-8 and no other.";

  private OtherEncodingCases() {}

  static List<ParserCase> all() {
    return List.of(littleEndian(), bigEndian());
  }

  private static ParserCase littleEndian() {
    return parser("P-236", "parse/bom/of-utf-sixteen-little-endian")
        .must("FF FE is no byte order mark")
        .clauses("decode/bom-once", "decode/replacement", "field/literal-name")
        .stream("\\xFF\\xFEdata: {a}\n\ndata: {b}\n\n")
        .expect(message("{b}"))
        .why(WHY)
        .hint(HINT)
        .catches(
            "malformed-dropped",
            "malformed-throws",
            "mark-of-utf-sixteen-dropped",
            "name-outside-ascii-throws",
            "names-cleaned",
            "unknown-dispatches",
            "unknown-throws")
        .build();
  }

  private static ParserCase bigEndian() {
    return parser("P-237", "parse/bom/of-utf-sixteen-big-endian")
        .must("FE FF is no byte order mark")
        .clauses("decode/bom-once", "decode/replacement", "field/literal-name")
        .stream("\\xFE\\xFFdata: {a}\n\ndata: {b}\n\n")
        .expect(message("{b}"))
        .why(WHY)
        .hint(HINT)
        .catches(
            "malformed-dropped",
            "malformed-throws",
            "mark-of-utf-sixteen-dropped",
            "name-outside-ascii-throws",
            "names-cleaned",
            "unknown-dispatches",
            "unknown-throws")
        .build();
  }
}

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
    return List.of(
        noMark("P-236", "little-endian", "FF FE is no byte order mark", "\\xFF\\xFE"),
        noMark("P-237", "big-endian", "FE FF is no byte order mark", "\\xFE\\xFF"));
  }

  private static ParserCase noMark(String code, String order, String title, String mark) {
    return parser(code, "parse/bom/of-utf-sixteen-" + order)
        .must(title)
        .clauses("decode/bom-once", "decode/replacement", "field/literal-name")
        .stream(mark + "data: {a}\n\ndata: {b}\n\n")
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

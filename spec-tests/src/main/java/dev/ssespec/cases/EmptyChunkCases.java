package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on chunks without a byte in places where a decoder waits for the next byte. */
final class EmptyChunkCases {
  private static final String RARE =
      "A read that returns nothing is common with TLS and compression, and cuts a character only"
          + " once in a while: the text is wrong at random.";

  private EmptyChunkCases() {}

  static List<ParserCase> all() {
    return List.of(insideACharacter(), insideAMark());
  }

  private static ParserCase insideACharacter() {
    return parser("P-233", "parse/chunk/empty-chunk-inside-a-character")
        .must("An empty chunk inside a character does not end it")
        .clauses("decode/utf-8")
        .chunks("data: {a}\\xE2\\x82", "", "\\xAC{b}\\xF0", "", "\\x9F", "", "\\x98\\x80\n\n")
        .expect(message("{a}\u20ac{b}\ud83d\ude00"))
        .why(RARE)
        .hint("Tell the decoder of the end at the end of the stream alone.")
        .catches(
            "bare-plane",
            "decode-each-chunk",
            "decode-latin",
            "decoder-flushed-by-empty-chunk",
            "empty-chunk-ends-stream",
            "line-ends-with-chunk")
        .build();
  }

  private static ParserCase insideAMark() {
    return parser("P-234", "parse/chunk/empty-chunk-inside-a-mark")
        .must("An empty chunk inside a byte order mark does not end it")
        .clauses("decode/utf-8", "decode/bom-once")
        .chunks("\\xEF", "", "\\xBB", "", "\\xBFdata: {a}\n\n")
        .expect(message("{a}"))
        .why("The first event of the stream is lost, at random.")
        .hint("Look at the first three bytes, however many reads they take.")
        .catches(
            "decode-each-chunk",
            "decode-latin",
            "decoder-flushed-by-empty-chunk",
            "empty-chunk-ends-stream",
            "mark-cut-is-missed",
            "mark-kept")
        .build();
  }
}

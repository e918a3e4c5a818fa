package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on how bytes become text. */
final class EncodingCases {
  private EncodingCases() {}

  static List<ParserCase> all() {
    return List.of(
        twoToFourBytes(), combiningAndJoined(), noncharacters(), replacementCharacterItself());
  }

  private static ParserCase twoToFourBytes() {
    return parser("P-126", "parse/encoding/two-to-four-bytes")
        .must("Characters of two, three and four bytes arrive as they are")
        .clauses("decode/utf-8", "parse/utf-8")
        .stream("data: {a}é€😀 ✅豆\n\n")
        .expect(message("{a}é€😀 ✅豆"))
        .why(
            "Names, prices and emoji turn into noise, or only where a network packet "
                + "happens to end.")
        .hint(
            "Decode the stream as one: keep the bytes of an unfinished character for the "
                + "next chunk.")
        .seenIn(
            "EventSource/eventsource #22, mpetazzoni/sseclient #8, api7/aisix #111, "
                + "librefang/librefang #3448: each chunk was decoded alone",
            "btubbs/sseclient 7c94b83: ISO-8859-1 where no charset is named",
            "teunlao/swift-ai-sdk #15: the whole chunk was dropped")
        .catches("bare-plane", "decode-each-chunk", "decode-latin")
        .build();
  }

  private static ParserCase combiningAndJoined() {
    return parser("P-127", "parse/encoding/combining-and-joined")
        .must("Combining marks and joined emoji are not composed")
        .clauses("decode/utf-8")
        .stream("data: {a}e\\xCC\\x81👩\\xE2\\x80\\x8D💻\n\n")
        .expect(message("{a}e\u0301👩\u200d💻"))
        .why("Signatures and hashes over the payload no longer hold.")
        .hint("Do not normalise text.")
        .catches("bare-plane", "decode-each-chunk", "decode-latin", "text-normalised")
        .build();
  }

  private static ParserCase noncharacters() {
    return parser("P-128", "parse/encoding/noncharacters")
        .must("Unassigned, private and noncharacter code points are text")
        .clauses("decode/utf-8", "parse/any-char")
        .stream("data: {a}\\xEF\\xBF\\xBF\\xEE\\x80\\x80\\xF4\\x8F\\xBF\\xBD\\xCD\\xB8\n\n")
        .expect(message("{a}\uffff\ue000\udbff\udffd\u0378"))
        .why("A stream fails on a character that is younger than the client.")
        .hint("Let UTF-8 decide, not a table of known characters.")
        .catches("bare-plane", "decode-each-chunk", "decode-latin", "noncharacters-replaced")
        .build();
  }

  private static ParserCase replacementCharacterItself() {
    return parser("P-129", "parse/encoding/replacement-character-itself")
        .must("U+FFFD sent as such is text")
        .clauses("decode/utf-8")
        .stream("data: {a}\\xEF\\xBF\\xBD{b}\n\n")
        .expect(message("{a}\ufffd{b}"))
        .why("Text that was damaged before it was sent must still arrive.")
        .hint("Do not take U+FFFD in the result for an error.")
        .seenIn("inaka/EventSource 5cc9657: an event that does not decode is dropped")
        .catches("decode-each-chunk", "decode-latin", "malformed-line-dropped")
        .build();
  }
}

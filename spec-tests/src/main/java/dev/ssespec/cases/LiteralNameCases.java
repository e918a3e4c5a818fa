package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on how field names are compared. */
final class LiteralNameCases {
  private LiteralNameCases() {}

  static List<ParserCase> all() {
    return List.of(
        upperCaseData(),
        upperCaseOthers(),
        nulInName(),
        punctuatedName(),
        longerName(),
        longerBareName(),
        nameOfOneSpace(),
        nonAsciiName(),
        calledComment(),
        objectMemberNames(),
        combiningMarkBehindColon(),
        combiningMarkBehindSpace());
  }

  private static ParserCase upperCaseData() {
    return parser("P-018", "parse/field/upper-case-data")
        .must("Names in another case are unknown")
        .clauses("field/literal-name")
        .stream("Data: {b}\nDATA: {c}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("A server that writes Data works with one client and with no browser.")
        .hint("Compare without folding the case.")
        .seenIn("launchdarkly/dotnet-eventsource before 4.0.0")
        .catches("names-folded", "unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase upperCaseOthers() {
    return parser("P-019", "parse/field/upper-case-others")
        .must("The names id, event and retry are lower case too")
        .clauses("field/literal-name")
        .stream("ID: {i}\nEvent: {t}\nRETRY: 10\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.none())
        .why("An id that counts in one client only breaks resumption in all others.")
        .hint("Compare without folding the case.")
        .seenIn("launchdarkly/dotnet-eventsource before 4.0.0")
        .catches("names-folded", "unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase nulInName() {
    return parser("P-020", "parse/field/nul-in-name")
        .must("NUL in a name makes it another name")
        .clauses("field/literal-name", "parse/any-char")
        .stream("data\\x00: {b}\n\\x00data: {c}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "Languages with NUL-terminated strings take a different name for the same one; "
                + "two clients disagree on one stream.")
        .hint("Compare by length, not up to the first NUL; drop no characters.")
        .seenIn("Firefox 153: NUL is dropped from the text")
        .catches(
            "controls-dropped",
            "names-by-prefix",
            "names-cleaned",
            "names-cut-at-nul",
            "nul-dropped",
            "unknown-spoils-event",
            "unknown-throws")
        .build();
  }

  private static ParserCase punctuatedName() {
    return parser("P-021", "parse/field/punctuated-name")
        .must("Names with a hyphen or an underscore are unknown")
        .clauses("field/literal-name")
        .stream("da-ta: {b}\ndata_x: {c}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("Private fields of a server end up in the payload.")
        .hint("Compare the whole name.")
        .catches("names-by-prefix", "names-cleaned", "unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase longerName() {
    return parser("P-022", "parse/field/longer-name")
        .must("A name that begins like a known one is unknown")
        .clauses("field/literal-name")
        .stream("database: {b}\neventually: {c}\nidentity: {i}\nretrying: 10\ndata: {a}\n\n")
        .expect(message("{a}"))
        .retry(Expected.Retry.none())
        .why("Private fields of a server change payload, type, id or delay.")
        .hint("Compare the whole name, not its beginning.")
        .seenIn("binaryminds/react-native-sse 0ad8aa3: names are matched by prefix")
        .catches("names-by-prefix", "unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase longerBareName() {
    return parser("P-023", "parse/field/longer-bare-name")
        .must("A bare line that begins like a known name is unknown")
        .clauses("field/literal-name", "interpret/no-colon")
        .stream("database\neventually\nidentity\nretrying\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("A stray word resets the id or adds an empty line.")
        .hint("Compare the whole line with the name.")
        .seenIn("binaryminds/react-native-sse 0ad8aa3: identity set the id to nothing")
        .catches(
            "bare-name-throws",
            "bare-text-is-data",
            "names-by-prefix",
            "unknown-spoils-event",
            "unknown-throws")
        .build();
  }

  private static ParserCase nameOfOneSpace() {
    return parser("P-024", "parse/field/name-of-one-space")
        .must("A space before a colon is a name and no comment")
        .clauses("interpret/comment", "field/unknown")
        .stream(" : {b}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .comments()
        .why("Tools that show comments to people show what is none.")
        .hint("A comment's colon stands in the first column.")
        .needs("comments")
        .catches(
            "indented-colon-is-comment",
            "names-trimmed-in-front",
            "unknown-spoils-event",
            "unknown-throws")
        .build();
  }

  private static ParserCase nonAsciiName() {
    return parser("P-025", "parse/field/non-ascii-name")
        .must("A name outside ASCII is unknown")
        .clauses("field/unknown", "parse/any-char")
        .stream("☃: {b}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("One odd line must not end a stream that goes on for hours.")
        .hint("Unknown names are ignored, whatever characters they hold.")
        .catches("name-outside-ascii-throws", "unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase calledComment() {
    return parser("P-026", "parse/field/called-comment")
        .must("A field called comment is an unknown field")
        .clauses("field/unknown", "interpret/comment")
        .stream("comment: {b}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .comments()
        .why("A field of the server is reported as a comment.")
        .hint("Do not carry comments about under a name that a field can have.")
        .seenIn(
            "launchdarkly/cpp-sdks 55f7eaf6, rust-eventsource-client 13d2b22: comments "
                + "travel as a field called comment")
        .needs("comments")
        .catches("comment-field-is-comment", "unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase objectMemberNames() {
    return parser("P-027", "parse/field/object-member-names")
        .must("Names that objects of a language are born with are unknown")
        .clauses("field/unknown")
        .stream("constructor: {b}\n__proto__: {c}\ntoString: {d}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("A server can crash or poison every client that keeps fields in a plain object.")
        .hint("Keep fields in variables or in a map without a prototype.")
        .seenIn("mpetazzoni/sse.js 2749a8c: toString passed as a known field")
        .catches("name-in-prototype", "unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase combiningMarkBehindColon() {
    return parser("P-028", "parse/field/combining-mark-behind-colon")
        .must("A colon with a combining mark behind it is still a colon")
        .clauses("interpret/colon-split")
        .stream("data:\\xCC\\x81{a}\n\n")
        .expect(message("\u0301{a}"))
        .why(
            "Languages that count in visible characters do not find the colon and drop the "
                + "line.")
        .hint("Look for the colon among bytes or code points, not among grapheme clusters.")
        .seenIn("mattt/EventSource 86b5096, launchdarkly/swift-eventsource 5674eb5")
        .catches("colon-with-mark-missed", "decode-each-chunk", "decode-latin", "space-demanded")
        .build();
  }

  private static ParserCase combiningMarkBehindSpace() {
    return parser("P-029", "parse/field/combining-mark-behind-space")
        .must("A space with a combining mark behind it is still a space")
        .clauses("interpret/one-space")
        .stream("data: \\xCC\\x81{a}\n\n")
        .expect(message("\u0301{a}"))
        .why("Languages that count in visible characters keep the space.")
        .hint("Look at bytes or code points, not at grapheme clusters.")
        .seenIn("mattt/EventSource 86b5096, launchdarkly/swift-eventsource 5674eb5")
        .catches("decode-each-chunk", "decode-latin", "space-with-mark-kept")
        .build();
  }
}

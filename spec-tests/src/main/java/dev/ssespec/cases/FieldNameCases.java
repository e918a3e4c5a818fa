package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;
import static dev.ssespec.cases.ParserCase.typed;

import java.util.List;

/** Cases on which field names count. */
final class FieldNameCases {
  private FieldNameCases() {}

  static List<ParserCase> all() {
    return List.of(
        unknownName(),
        unknownNameLeavesEventsApart(),
        unknownNameAlone(),
        bareText(),
        leadingSpaceInName(),
        spaceBeforeColon(),
        spaceBehindBareName(),
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

  private static ParserCase unknownName() {
    return parser("P-011", "parse/field/unknown-name")
        .must("A field of another name has no effect")
        .clauses("field/unknown")
        .stream("event: {t}\ncolor: {b}\ndata: {a}\n\n")
        .expect(typed("{t}", "{a}"))
        .why("Fields that a later standard or a proxy adds must not break today's clients.")
        .hint("The last branch over field names does nothing at all.")
        .seenIn(
            "Helidon dbfabfca, #10380, #12465: the event is lost and its data leaks into "
                + "the next one")
        .build();
  }

  private static ParserCase unknownNameLeavesEventsApart() {
    return parser("P-012", "parse/field/unknown-name-leaves-events-apart")
        .must("A field of another name does not join two events")
        .clauses("field/unknown", "dispatch/clear")
        .stream("data: {a}\nfoo: {b}\n\ndata: {c}\n\n")
        .expect(message("{a}"), message("{c}"))
        .why("Two JSON documents in one event parse as neither.")
        .hint("An unknown field must not change what the empty line does.")
        .seenIn("Helidon dbfabfca, #12465: data leaks into the next event")
        .build();
  }

  private static ParserCase unknownNameAlone() {
    return parser("P-013", "parse/field/unknown-name-alone")
        .must("A block of unknown fields alone dispatches nothing")
        .clauses("field/unknown", "dispatch/no-data")
        .stream("foo: {a}\n\ndata: {b}\n\n")
        .expect(message("{b}"))
        .why(
            "An empty message reaches an application that did not expect one; JSON parsers "
                + "throw on it.")
        .hint(
            "Whether to dispatch depends on the data buffer alone, not on whether a field "
                + "was seen.")
        .seenIn(
            "launchdarkly/eventsource d27e310, r3labs/sse c6d5381: a block without data "
                + "was dispatched")
        .build();
  }

  private static ParserCase bareText() {
    return parser("P-014", "parse/field/bare-text")
        .must("A line of text without a colon is an unknown field")
        .clauses("interpret/no-colon", "field/unknown")
        .stream("data: {a}\njustsometext\ndata: {b}\n\n")
        .expect(message("{a}\n{b}"))
        .why(
            "A server that forgets the name on the second line of a text would seem to "
                + "work, with one client only.")
        .hint("A line without a colon is a name as a whole: it is no data and no error.")
        .seenIn("launchdarkly/rust-eventsource-client #3: a line without a colon was an error")
        .build();
  }

  private static ParserCase leadingSpaceInName() {
    return parser("P-015", "parse/field/leading-space-in-name")
        .must("A space before the name is part of the name")
        .clauses("field/literal-name", "field/unknown")
        .stream(" data: {b}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("Indented text inside a stream, such as a stack trace, would turn into events.")
        .hint("Compare the name literally; do not trim the line.")
        .build();
  }

  private static ParserCase spaceBeforeColon() {
    return parser("P-016", "parse/field/space-before-colon")
        .must("A space before the colon is part of the name")
        .clauses("field/literal-name", "field/unknown")
        .stream("data : {b}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "What one client reads as data another ignores: the server's author finds out "
                + "in production.")
        .hint("Compare the name literally; do not trim it.")
        .build();
  }

  private static ParserCase spaceBehindBareName() {
    return parser("P-017", "parse/field/space-behind-bare-name")
        .must("A bare name with a space behind it is another name")
        .clauses("field/literal-name", "interpret/no-colon")
        .stream("data \ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("An empty line slips into the payload.")
        .hint("Compare the whole line with the name; do not trim it.")
        .seenIn("launchdarkly/okhttp-eventsource #62, fixed in 2.4.0")
        .build();
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
        .build();
  }
}

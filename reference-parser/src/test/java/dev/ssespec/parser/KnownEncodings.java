package dev.ssespec.parser;

import static dev.ssespec.parser.KnownStream.raw;
import static dev.ssespec.parser.KnownStream.text;

import java.util.List;

/** UTF-8, well-formed and not, and byte order marks. */
final class KnownEncodings {

  private static final String MARK = "\u00EF\u00BB\u00BF";

  private KnownEncodings() {}

  private static String dataOf(String... values) {
    return "data: " + String.join("\n\ndata: ", values) + "\n\n";
  }

  static List<KnownStream> all() {
    return List.of(
        text("characters of each length", "data: é€😀 ✅\n\n").messages("é€😀 ✅"),
        text("characters of each length in every text", ":é\nevent: ü€\nid: 😀\ndata: 日\n\n")
            .event("ü€", "日", "😀")
            .comments("é"),
        text(
                "the first and last characters of each length",
                "data: \u0001\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\uD800\uDC00\uDBFF\uDFFF\n\n")
            .messages("\u0001\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\uD800\uDC00\uDBFF\uDFFF"),
        raw("a byte that begins nothing is replaced", "data: a\u00FFb\n\n").messages("a\uFFFDb"),
        raw("a lone continuation byte is replaced", "data: \u0080\u00BFb\n\n")
            .messages("\uFFFD\uFFFDb"),
        raw("a character cut by the line end is replaced once", "data: c\u00E2\u0082\n\n")
            .messages("c\uFFFD"),
        raw("a character cut by another is replaced once", "data: \u00F0\u009Fd\n\n")
            .messages("\uFFFDd"),
        raw("three of four bytes are replaced once", "data: \u00F0\u009F\u0098d\n\n")
            .messages("\uFFFDd"),
        raw("an encoded surrogate is replaced byte by byte", "data: \u00ED\u00A0\u0080\n\n")
            .messages("\uFFFD\uFFFD\uFFFD"),
        raw(
                "overlong forms are replaced byte by byte",
                dataOf(
                    "\u00C0\u00AF",
                    "\u00C1\u00BF",
                    "\u00E0\u009F\u00BF",
                    "\u00F0\u008F\u00BF\u00BF"))
            .messages(
                "\uFFFD".repeat(2), "\uFFFD".repeat(2), "\uFFFD".repeat(3), "\uFFFD".repeat(4)),
        raw(
                "nothing is encoded above the last character",
                dataOf("\u00F4\u0090\u0080\u0080", "\u00F5\u0080\u0080\u0080"))
            .messages("\uFFFD".repeat(4), "\uFFFD".repeat(4)),
        raw("malformed bytes in one event do not touch the next", "data: \u00E2\n\ndata: e\n\n")
            .messages("\uFFFD", "e"),
        raw("a mark at the start is left out", MARK + "data: a\n\ndata: b\n\n").messages("a", "b"),
        raw("a second mark belongs to the field name", MARK + MARK + "data: a\n\ndata: b\n\n")
            .messages("b"),
        raw(
                "a mark before a later line belongs to the field name",
                "data: a\n\n" + MARK + "data: b\n\ndata: " + MARK + "c\n\n")
            .messages("a", "\uFEFFc"),
        raw("a mark after a blank line belongs to the field name", "\n" + MARK + "data: a\n\n"),
        raw("a mark alone means nothing", MARK),
        raw("a mark before a blank line is left out", MARK + "\ndata: a\n\n").messages("a"),
        raw("a mark before a comment is left out", MARK + ":a\n").comments("a"),
        raw("half a mark is part of the name", "\u00EF\u00BBdata: a\n\ndata: b\n\n").messages("b"),
        raw("a third of a mark is part of the name", "\u00EFdata: a\n\ndata: b\n\n").messages("b"),
        raw("a mark of another encoding is part of the name", "\u00FE\u00FFdata: a\n\ndata: b\n\n")
            .messages("b"),
        raw("half a mark and a line end is a name", "\u00EF\u00BB\ndata: b\n\n").messages("b"));
  }
}

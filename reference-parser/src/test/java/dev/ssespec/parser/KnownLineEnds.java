package dev.ssespec.parser;

import static dev.ssespec.parser.KnownStream.raw;
import static dev.ssespec.parser.KnownStream.text;

import java.util.List;
import java.util.stream.IntStream;

/** What ends a line and what does not; blocks and the end of the stream. */
final class KnownLineEnds {

  private KnownLineEnds() {}

  /** Lines of 0 to 20 characters, the odd ones with a character that is not ASCII at their end. */
  private static final List<String> LINES =
      IntStream.rangeClosed(0, 20)
          .mapToObj(i -> "abcdefghijklmnopqrst".substring(0, i) + (i % 2 == 1 ? "€" : ""))
          .toList();

  private static KnownStream manyLines(String name, String end) {
    String block = "data: " + String.join(end + "data: ", LINES) + end + end;
    String more = "data:x" + end + "data:y" + end + "data" + end + "data: z\t" + end + end;
    return text("a block of many lines that end in " + name, block + more + block)
        .messages(String.join("\n", LINES), "x\ny\n\nz\t", String.join("\n", LINES));
  }

  static List<KnownStream> all() {
    return List.of(
        manyLines("LF", "\n"),
        manyLines("CRLF", "\r\n"),
        manyLines("CR", "\r"),
        raw(
                "control characters end no line",
                "data: a\0b\t\u000bc\fd\u000ee\ndata:\0\t\t\t\t\t\t\n\n")
            .messages("a\0b\t\u000bc\fd\u000ee\n\0\t\t\t\t\t\t"),
        raw("nothing at all means nothing", ""),
        raw("CRLF is one line end", "data: a\r\ndata: b\r\n\r\n").messages("a\nb"),
        raw("CR ends a line", "data: a\rdata: b\r\r").messages("a\nb"),
        raw("LF ends a line", "data: a\ndata: b\n\n").messages("a\nb"),
        raw("each line may end in its own way", "data: a\n\r\ndata: b\r\n\ndata: c\r\rdata: d\n\r")
            .messages("a", "b", "c", "d"),
        raw(
                "only a line feed right after a CR is part of it",
                "data: a\rdata: b\n\ndata: c\r\n\rdata: d\n\n")
            .messages("a\nb", "c", "d"),
        raw("LF CR is two line ends", "data: a\n\rdata: b\n\n").messages("a", "b"),
        raw("a CR at the very end is enough", "data: a\r\r").messages("a"),
        raw("a line without its end is no line", "data: a\n\ndata: b").messages("a"),
        raw("a block without its blank line is discarded", "data: a\n\nid: 8\ndata: b\n")
            .messages("a"),
        raw("a reconnection time counts though its block is cut off", "retry: 7\ndata: a").retry(7),
        raw("a reconnection time on a line without end does not count", "retry: 7"),
        raw("a comment without its end is none", ": a"),
        raw("blank lines do nothing", "\n\r\n\r\r\r\n\n\ndata: a\n\n\n\n").messages("a"),
        raw("a line of one space is an ignored field", "data: a\n \ndata: b\n\n").messages("a\nb"),
        text(
                "other characters that break lines elsewhere do not here",
                "data: a\u2028b\u2029c\u0085d\u000be\ff\u001cg\u001dh\u001ei\n\n")
            .messages("a\u2028b\u2029c\u0085d\u000be\ff\u001cg\u001dh\u001ei"),
        raw("many blocks in one piece are all dispatched", "data: a\n\n".repeat(150))
            .messages("a ".repeat(150).trim().split(" ")));
  }
}

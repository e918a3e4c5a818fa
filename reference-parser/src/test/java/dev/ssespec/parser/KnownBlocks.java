package dev.ssespec.parser;

import static dev.ssespec.parser.KnownStream.raw;

import java.util.List;

/** What data, event, id and retry fields do to the buffers, and what a blank line does then. */
final class KnownBlocks {

  private KnownBlocks() {}

  static List<KnownStream> all() {
    return List.of(
        raw(
                "empty lines of data count",
                "data\n\ndata\ndata\n\ndata:\ndata: x\n\ndata: x\ndata:\n\ndata: \n\n")
            .messages("", "\n", "\nx", "x\n", ""),
        raw(
                "a block without data is not dispatched and clears the type",
                "event: foo\n\ndata: a\n\n")
            .messages("a"),
        raw("the type holds for one event", "event: foo\ndata: a\n\ndata: b\n\n")
            .event("foo", "a", "")
            .event("message", "b", ""),
        raw("the last type of a block wins", "event: foo\nevent: bar\ndata: a\n\n")
            .event("bar", "a", ""),
        raw(
                "an empty type is the default one",
                "event: foo\nevent:\ndata: a\n\nevent: foo\nevent\ndata: b\n\n")
            .messages("a", "b"),
        raw(
                "a repeated type is told each time",
                "event: foo\ndata: a\n\nevent: foo\ndata: b\n\nevent: fooo\ndata: c\n\n")
            .event("foo", "a", "")
            .event("foo", "b", "")
            .event("fooo", "c", ""),
        raw("a type is any text", "event: __proto__\ndata: p\n\n").event("__proto__", "p", ""),
        raw(
                "an id stays until another one comes",
                "id: 1\ndata: a\n\n: ping\n\n\n\n:\n\ndata: b\n\n")
            .event("message", "a", "1")
            .event("message", "b", "1")
            .comments(" ping", ""),
        raw("an id without data is committed", "id: 7\n\n").lastEventId("7"),
        raw("an empty id resets", "id: 7\ndata: a\n\nid\ndata: b\n\nid: 8\n\nid:\n\n")
            .event("message", "a", "7")
            .event("message", "b", ""),
        raw(
                "an id with NUL is ignored",
                "id: 1\ndata: a\n\nid: 2\0" + "3\ndata: b\n\nid: 4\nid: \0\ndata: c\n\n")
            .event("message", "a", "1")
            .event("message", "b", "1")
            .event("message", "c", "4"),
        raw("an id that was not committed is lost", "id: 1\n\nid: 2\n").lastEventId("1"),
        raw("a later id of a block wins", "id: 1\nid: 2\ndata: a\n\n").event("message", "a", "2"),
        raw("an id of one character needs no space", "id:x\n\n").lastEventId("x"),
        raw(
                "blocks without data give nothing",
                "retry: 10\n\nid: 9\n\nevent: x\n\nfoo: bar\n\ndata: a\n\n")
            .event("message", "a", "9")
            .retry(10),
        raw(
                "only ASCII digits make a reconnection time",
                "retry: 10\n\nretry:"
                    + String.join(
                        "\nretry:",
                        List.of(
                            "1_0",
                            "+5",
                            "-5",
                            "5x",
                            "  7",
                            "7 ",
                            "\u00D9\u00A3",
                            "1e3",
                            "0x10",
                            "1.5",
                            "1/",
                            "1:",
                            " ",
                            "\nretry\n\n")))
            .retry(10),
        raw("leading zeros change nothing", "retry: 0020\n\n").retry(20),
        raw(
                "a repeated reconnection time counts again",
                "retry: 20\nretry: 5\nretry: 5\nretry: 20\n")
            .retry(20),
        raw("a longer one does too", "retry: 2000\nretry: 2000\nretry: 2001\nretry: 2001\n\n")
            .retry(2001),
        raw(
                "a repeated type of many characters is told each time",
                String.join(
                    "\n\nevent: content_block_",
                    "event: content_block_delta\ndata: a",
                    "delta\rdata: b",
                    "stop\ndata: c",
                    "deltas\ndata: d\n\n"))
            .event("content_block_delta", "a", "")
            .event("content_block_delta", "b", "")
            .event("content_block_stop", "c", "")
            .event("content_block_deltas", "d", ""),
        raw("zero is a reconnection time", "retry:0\n").retry(0),
        raw("the last reconnection time wins", "retry: 20\nretry: 5\nretry: x\n").retry(5),
        raw("the longest exact reconnection time", "retry: 9223372036854775807\n")
            .retry(9223372036854775807L),
        raw("one below it", "retry: 9223372036854775806\n").retry(9223372036854775806L),
        raw("one above it", "retry: 9223372036854775808\n").retry(Long.MAX_VALUE),
        raw("far above it", "retry: 18446744073709551617\n").retry(Long.MAX_VALUE),
        raw("very far above it", "retry: " + "9".repeat(40) + "\n").retry(Long.MAX_VALUE),
        raw("digits and a letter far above it", "retry: " + "9".repeat(40) + "x\n"));
  }
}

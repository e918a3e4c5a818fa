package dev.ssespec.parser;

import static dev.ssespec.parser.KnownStream.raw;

import java.util.List;

/** How a line is cut into name and value, and which names mean something. */
final class KnownFields {

  private KnownFields() {}

  static List<KnownStream> all() {
    return List.of(
        raw("one space after the colon is left out", "data: a\n\n").messages("a"),
        raw("the space after the colon is optional", "data:a\n\n").messages("a"),
        raw("a second space stays", "data:  two\n\n").messages(" two"),
        raw("a tab stays", "data:\tt\n\n").messages("\tt"),
        raw("a space at the end stays", "data: trail \n\n").messages("trail "),
        raw("the value is everything after the first colon", "data: c:d: e\n\n").messages("c:d: e"),
        raw("a colon first in the value stays", "data:: a\n\n").messages(": a"),
        raw("a combining mark after the colon is the value", "data:\u00CC\u0081x\n\n")
            .messages("\u0301x"),
        raw("a combining mark after the space is the value", "data: \u00CC\u0081y\n\n")
            .messages("\u0301y"),
        raw(
                "names are compared exactly",
                String.join(
                    "\n",
                    List.of(
                        "Data: n",
                        "DATA: n",
                        "database: n",
                        " data: n",
                        "data : n",
                        "dat: n",
                        "d",
                        "da: n",
                        "datA: n",
                        "",
                        "evenT: n",
                        "events: n",
                        "event : n",
                        "even",
                        "identity: n",
                        "ID: 5",
                        "i: 5",
                        "i",
                        "ie: 5",
                        "xd: 5",
                        "id : 5",
                        "retr",
                        "retries: 5",
                        "retrY: 5",
                        "retry : 5",
                        "",
                        "data: ok",
                        "",
                        "")))
            .messages("ok"),
        raw(
                "unknown fields are ignored",
                "comment: n\n__proto__: n\nconstructor: n\nheartbeatTimeout: 1\nfoo\ndata: ok\n\n")
            .messages("ok"),
        raw("an unknown field takes nothing with it", "data: a\nfoo: b\n\ndata: c\n\n")
            .messages("a", "c"),
        raw("the order of fields is free", "data: a\nid: 1\nevent: x\n\n").event("x", "a", "1"),
        raw("a colon first makes a comment", ":data: no\n\n").comments("data: no"),
        raw("the text of a comment is all after the colon", ":\n: a\n:  b \n::\n: a\n")
            .comments("", " a", "  b ", ":", " a"),
        raw("a comment inside a block changes nothing", "data: a\n: c\ndata: b\n\n")
            .messages("a\nb")
            .comments(" c"),
        raw("a comment repeated is told each time", ": keep-alive\n\n: keep-alive\n\n: keep\n\n")
            .comments(" keep-alive", " keep-alive", " keep"),
        raw(
                "a NUL is a character like any other in data, type and comment",
                ":\0\nevent: \0\ndata: \0\n\n")
            .event("\0", "\0", "")
            .comments("\0"));
  }
}

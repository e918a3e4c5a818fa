package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.Builder.message;
import static dev.ssespec.cases.EmissionCase.told;
import static dev.ssespec.cases.Wording.exactly;

import dev.ssespec.cases.Emission.OfComment;
import dev.ssespec.cases.Emission.OfEvent;
import java.util.List;

/** Comments, plain and hostile. */
final class ToldCommentCases {
  private ToldCommentCases() {}

  static List<EmissionCase> all() {
    return List.of(
        plain(),
        beyondAscii(),
        likeAField(),
        leadingColon(),
        lineFeed(),
        loneReturn(),
        pair(),
        eventBehindFeeds(),
        eventBehindReturns(),
        betweenEvents());
  }

  private static EmissionCase plain() {
    return told("S-191", "server/told-comment/plain")
        .should("A comment arrives, and is no event")
        .clauses("parse/comment", "authoring/keep-alive")
        .sends(new OfComment("{a}"))
        .expect(new Fate.Comments(List.of(exactly("{a}"))))
        .why(
            "Keep-alive that becomes an event wakes every listener; that is held back keeps nothing alive.")
        .hint("Write a colon, the text, and a line end.")
        .seenIn("sse-starlette PR #3: the ping came as an event", "zio-http #3686: the same")
        .catches("comment-as-event", "comment-lost", "comment-unended")
        .build();
  }

  private static EmissionCase beyondAscii() {
    return told("S-192", "server/told-comment/beyond-ascii")
        .should("A comment beyond ASCII arrives")
        .clauses("parse/comment", "authoring/keep-alive")
        .sends(new OfComment("{a} \u00e9\ud83d\ude00"))
        .expect(new Fate.Comments(List.of(exactly("{a} \u00e9\ud83d\ude00"))))
        .or("refused", new Fate.Refused())
        .why("It is text of the stream like any other.")
        .hint("Write a colon, the text, and a line end.")
        .catches(
            "ascii-alone",
            "basic-plane-alone",
            "comment-as-event",
            "comment-ascii-refused",
            "comment-lost",
            "comment-unended")
        .build();
  }

  private static EmissionCase likeAField() {
    return told("S-193", "server/told-comment/like-a-field")
        .must("A comment that looks like a field is a comment")
        .clauses("parse/comment", "authoring/keep-alive")
        .sends(new OfComment("data: {a}"))
        .expect(new Fate.Comments(List.of(exactly("data: {a}"))))
        .why("It would be an event.")
        .hint("Write a colon, the text, and a line end.")
        .catches("comment-as-event", "comment-field-raw", "comment-lost", "comment-unended")
        .build();
  }

  private static EmissionCase leadingColon() {
    return told("S-194", "server/told-comment/leading-colon")
        .should("A comment that begins with a colon is a comment")
        .clauses("parse/comment", "authoring/keep-alive")
        .sends(new OfComment(":{a}"))
        .expect(new Fate.Comments(List.of(exactly(":{a}"))))
        .or("refused", new Fate.Refused())
        .why("The text is no line of its own.")
        .hint("Write a colon, the text, and a line end.")
        .catches("comment-as-event", "comment-colon-lost", "comment-lost", "comment-unended")
        .build();
  }

  private static EmissionCase lineFeed() {
    return told("S-195", "server/told-comment/line-feed")
        .must("LF in a comment makes no field")
        .clauses("parse/comment", "parse/any-char")
        .sends(new OfComment("{a}\ndata: {k}"))
        .anyOf(ToldOutcomes.containedComment("{a}", "data: {k}"))
        .why("Comments carry names and times of requests: who controls one sends events.")
        .hint("Refuse CR and LF in comments, take them out, or give each line its own colon.")
        .seenIn("Spring Framework #36866: the second line is a field")
        .catches("comment-feeds-raw", "comment-raw")
        .build();
  }

  private static EmissionCase loneReturn() {
    return told("S-196", "server/told-comment/return")
        .must("CR in a comment makes no field")
        .clauses("parse/comment", "parse/any-char")
        .sends(new OfComment("{a}\rdata: {k}"))
        .anyOf(ToldOutcomes.containedComment("{a}", "data: {k}"))
        .why("Comments carry names and times of requests: who controls one sends events.")
        .hint("Refuse CR and LF in comments, take them out, or give each line its own colon.")
        .seenIn(
            "Javalin cdfa0f7: comments are split at LF alone",
            "Jersey 056b4cf, RESTEasy 0de9d45: the same",
            "fastify-sse-v2 4.2.2: comments go out as they are",
            "Javalin 7.2.3: the field joins the next event")
        .catches("comment-raw", "comment-returns-raw")
        .build();
  }

  private static EmissionCase pair() {
    return told("S-197", "server/told-comment/pair")
        .must("CRLF in a comment makes no field")
        .clauses("parse/comment", "parse/any-char")
        .sends(new OfComment("{a}\r\ndata: {k}"))
        .anyOf(ToldOutcomes.containedComment("{a}", "data: {k}"))
        .why("Comments carry names and times of requests: who controls one sends events.")
        .hint("Refuse CR and LF in comments, take them out, or give each line its own colon.")
        .catches("comment-feeds-raw", "comment-raw", "comment-returns-raw")
        .build();
  }

  private static EmissionCase eventBehindFeeds() {
    return told("S-198", "server/told-comment/event-behind-feeds")
        .must("A comment with a blank line and an event makes no event")
        .clauses("parse/comment", "parse/any-char")
        .sends(new OfComment("{a}\n\ndata: {k}\n\n"))
        .anyOf(ToldOutcomes.containedComment("{a}", "", "data: {k}", "", ""))
        .why("Comments carry names and times of requests: who controls one sends events.")
        .hint("Refuse CR and LF in comments, take them out, or give each line its own colon.")
        .seenIn(
            "Jetty acf3325: comments go out as they are",
            "better-sse 0.16.1: httpx-sse and undici see the injected event",
            "fastify-sse-v2 4.2.2: the same",
            "Jetty 12.1.14: they see it there, too",
            "warp 0.4.3, r3labs/sse 2.10.0: the same")
        .catches("comment-feeds-raw", "comment-raw")
        .build();
  }

  private static EmissionCase eventBehindReturns() {
    return told("S-199", "server/told-comment/event-behind-returns")
        .must("The same with CR for LF makes no event")
        .clauses("parse/comment", "parse/any-char")
        .sends(new OfComment("{a}\r\rdata: {k}\r\r"))
        .anyOf(ToldOutcomes.containedComment("{a}", "", "data: {k}", "", ""))
        .why("Comments carry names and times of requests: who controls one sends events.")
        .hint("Refuse CR and LF in comments, take them out, or give each line its own colon.")
        .seenIn(
            "Javalin cdfa0f7: an event comes of it",
            "Javalin 7.2.3, Jetty 12.1.14, Armeria 1.40.0: undici and httpx-sse see it")
        .catches("comment-raw", "comment-returns-raw")
        .build();
  }

  private static EmissionCase betweenEvents() {
    return told("S-200", "server/told-comment/between-events")
        .must("A comment between two events changes neither")
        .clauses("interpret/comment", "parse/block")
        .sends(OfEvent.data("{c} {d}"), new OfComment("{a}"), OfEvent.data("{e}"))
        .expect(message("{c} {d}"), new Fate.Comments(List.of(exactly("{a}"))), message("{e}"))
        .why("Heartbeats that are written by another thread land inside an event.")
        .hint("Write each block, comments among them, in one go.")
        .seenIn(
            "Javalin PR #2629: comments land inside events",
            "Rocket #2983: a heartbeat inside an event")
        .catches("comment-as-event", "comment-lost", "comment-unended")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.Builder.message;
import static dev.ssespec.cases.EmissionCase.told;

import dev.ssespec.cases.Emission.OfEvent;
import java.util.List;

/** Line ends in data. */
final class ToldLineCases {
  private ToldLineCases() {}

  static List<EmissionCase> all() {
    return List.of(
        none(),
        lineFeed(),
        loneReturn(),
        pair(),
        feedThenReturn(),
        blankLine(),
        twoReturns(),
        returnAndPair(),
        allKinds());
  }

  private static EmissionCase none() {
    return told("S-101", "server/told-lines/none")
        .must("Data of one line arrives as it was sent")
        .clauses("field/data", "interpret/empty-line")
        .sends(OfEvent.data("{a} {b}"))
        .expect(message("{a} {b}"))
        .why("Everything else builds on it.")
        .hint("Write data, a colon, a space, the text, and a blank line.")
        .catches("sends-nothing")
        .build();
  }

  private static EmissionCase lineFeed() {
    return told("S-102", "server/told-lines/line-feed")
        .must("Two lines with LF between them arrive as two lines")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\n{b}"))
        .expect(message("{a}\n{b}"))
        .why("The second line has no field of its own: clients ignore it, or take it for a field.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn(
            "Spring Framework #30965: only the first line of data has a field",
            "Javalin #1774: the same",
            "Symfony 2be5ac2: data is written as it is",
            "better-sse 0.16.1: data of a serializer of one's own is not split")
        .catches("data-split-at-returns", "data-unsplit")
        .build();
  }

  private static EmissionCase loneReturn() {
    return told("S-103", "server/told-lines/return")
        .must("CR in data is a line break and arrives as LF")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\r{b}"))
        .expect(message("{a}\n{b}"))
        .or("refused", new Fate.Refused())
        .why("CR ends a line on the wire: what stands behind it becomes a field.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn(
            "warp 118d504: data is split at LF alone",
            "Rails 00e525a: the same",
            "Jersey 056b4cf: the same",
            "@fastify/sse 0.6.0, fastify-sse-v2 4.2.2: the same",
            "Armeria 1.40.0: CR goes out as it is",
            "warp 0.4.3, poem 3.1.12, r3labs/sse 2.10.0: CR goes out as it is",
            "gin 1.12.0: CR becomes a backslash and an r")
        .catches("data-split-at-feeds", "data-unsplit", "return-escaped")
        .build();
  }

  private static EmissionCase pair() {
    return told("S-104", "server/told-lines/pair")
        .must("CRLF in data is one line break and arrives as LF")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\r\n{b}"))
        .expect(message("{a}\n{b}"))
        .or("refused", new Fate.Refused())
        .why("Text from forms and from Windows has CRLF: a break that is doubled changes it.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn(
            "axum 3d78036: one break becomes two",
            "Quarkus 03ad7cf: the same",
            "axum 0.8.9: the same")
        .catches("data-split-at-returns", "data-unsplit", "pair-is-two", "return-escaped")
        .build();
  }

  private static EmissionCase feedThenReturn() {
    return told("S-105", "server/told-lines/feed-then-return")
        .must("LF and then CR in data are two line breaks")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\n\r{b}"))
        .expect(message("{a}\n\n{b}"))
        .or("refused", new Fate.Refused())
        .why("Only CR and then LF belong together.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("Quarkus 03ad7cf: LF and then CR are taken for one")
        .catches(
            "breaks-collapse",
            "data-split-at-feeds",
            "data-split-at-returns",
            "data-unsplit",
            "feed-return-is-one",
            "return-escaped")
        .build();
  }

  private static EmissionCase blankLine() {
    return told("S-106", "server/told-lines/blank-line")
        .must("A blank line inside data stays one")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\n\n{b}"))
        .expect(message("{a}\n\n{b}"))
        .why("Paragraphs run together, or the event ends at the blank line.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn(
            "RESTEasy 0de9d45: breaks in a row become one",
            "axum PR #2786: the same",
            "remix-utils #343: lines without a field")
        .catches("breaks-collapse", "data-split-at-returns", "data-unsplit")
        .build();
  }

  private static EmissionCase twoReturns() {
    return told("S-107", "server/told-lines/two-returns")
        .must("Two CR in data are two line breaks")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\r\r{b}"))
        .expect(message("{a}\n\n{b}"))
        .or("refused", new Fate.Refused())
        .why("On the wire they are a blank line: what follows is an event of its own.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("actix-web-lab 73cf086: CR goes out as it is")
        .catches("breaks-collapse", "data-split-at-feeds", "data-unsplit", "return-escaped")
        .build();
  }

  private static EmissionCase returnAndPair() {
    return told("S-108", "server/told-lines/return-and-pair")
        .must("CR, then CRLF in data are two line breaks")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\r\r\n{b}"))
        .expect(message("{a}\n\n{b}"))
        .or("refused", new Fate.Refused())
        .why("A splitter that tries CRLF first, or last, finds one or three.")
        .hint(ToldOutcomes.SPLIT)
        .catches(
            "breaks-collapse",
            "data-split-at-feeds",
            "data-split-at-returns",
            "data-unsplit",
            "pair-is-two",
            "return-before-pair-lost",
            "return-escaped")
        .build();
  }

  private static EmissionCase allKinds() {
    return told("S-109", "server/told-lines/all-kinds")
        .must("LF, CRLF and CR in one text are one break each")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\n{b}\r\n{c}\r{d}"))
        .expect(message("{a}\n{b}\n{c}\n{d}"))
        .or("refused", new Fate.Refused())
        .why("Text that was put together from many sources has them all.")
        .hint(ToldOutcomes.SPLIT)
        .catches(
            "data-split-at-feeds",
            "data-split-at-returns",
            "data-unsplit",
            "pair-is-two",
            "return-escaped")
        .build();
  }
}

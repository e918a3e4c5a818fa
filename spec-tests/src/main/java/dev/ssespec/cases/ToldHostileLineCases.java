package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.Builder.message;
import static dev.ssespec.cases.EmissionCase.told;

import dev.ssespec.cases.Emission.OfEvent;
import java.util.List;

/** Line ends at the edges of data, and data that looks like events. */
final class ToldHostileLineCases {
  private ToldHostileLineCases() {}

  static List<EmissionCase> all() {
    return List.of(
        trailingFeed(),
        twoTrailingFeeds(),
        trailingPair(),
        trailingReturn(),
        leadingFeed(),
        feedAlone(),
        feedsAlone(),
        returnAlone(),
        eventBehindFeeds(),
        eventBehindReturns(),
        fieldBehindReturn(),
        fieldsBehindPairs(),
        indentedJson());
  }

  private static EmissionCase trailingFeed() {
    return told("S-110", "server/told-lines/trailing-feed")
        .must("A line end behind the last line stays")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\n"))
        .expect(message("{a}\n"))
        .why("Source code, logs and tokens of a language model lose their line ends.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn(
            "Helidon #12465: the line end is lost",
            "FastAPI #16055: the same",
            "Jersey PR #5832: the same",
            "tmaxmax/go-sse 0.11.0: the same",
            "Javalin 7.2.3, Jetty 12.1.14, Armeria 1.40.0: the same",
            "poem 3.1.12: the same")
        .catches("data-split-at-returns", "data-unsplit", "last-break-lost", "last-breaks-lost")
        .build();
  }

  private static EmissionCase twoTrailingFeeds() {
    return told("S-111", "server/told-lines/two-trailing-feeds")
        .must("Two line ends behind the last line stay")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\n\n"))
        .expect(message("{a}\n\n"))
        .why("A blank line at the end separates paragraphs of a streamed answer.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("better-sse f4da537: all line ends at the end are taken away")
        .catches(
            "breaks-collapse",
            "data-split-at-returns",
            "data-unsplit",
            "last-break-lost",
            "last-breaks-lost")
        .build();
  }

  private static EmissionCase trailingPair() {
    return told("S-112", "server/told-lines/trailing-pair")
        .must("CRLF behind the last line arrives as LF")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\r\n"))
        .expect(message("{a}\n"))
        .or("refused", new Fate.Refused())
        .why("It is one line end, no more and no less.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("Jersey 4.0.2: it arrives as two")
        .catches(
            "data-unsplit", "last-break-lost", "last-breaks-lost", "pair-is-two", "return-escaped")
        .build();
  }

  private static EmissionCase trailingReturn() {
    return told("S-113", "server/told-lines/trailing-return")
        .must("CR behind the last line arrives as LF")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\r"))
        .expect(message("{a}\n"))
        .or("refused", new Fate.Refused())
        .why("Beside the line end of the field it would be read as CRLF: the break is lost.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("poem 6ede4fb: CR goes out as it is")
        .catches(
            "data-split-at-feeds",
            "data-unsplit",
            "last-break-lost",
            "last-breaks-lost",
            "return-escaped")
        .build();
  }

  private static EmissionCase leadingFeed() {
    return told("S-114", "server/told-lines/leading-feed")
        .must("A line end ahead of the first line stays")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("\n{a}"))
        .expect(message("\n{a}"))
        .why("Tokens of a language model begin with line ends.")
        .hint(ToldOutcomes.SPLIT)
        .catches("data-split-at-returns", "data-unsplit", "first-break-lost")
        .build();
  }

  private static EmissionCase feedAlone() {
    return told("S-115", "server/told-lines/feed-alone")
        .must("A line end alone is data")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("\n"))
        .expect(message("\n"))
        .why("A token that is a line end, or an empty line of a log.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn(
            "r3labs/sse PR #44: such data made a client panic",
            "Spring Framework #35412: three data lines that its own reader cannot read",
            "Armeria 1.40.0: the encoder throws, and the stream breaks off")
        .catches(
            "data-split-at-returns",
            "data-unsplit",
            "first-break-lost",
            "last-break-lost",
            "last-breaks-lost")
        .build();
  }

  private static EmissionCase feedsAlone() {
    return told("S-116", "server/told-lines/feeds-alone")
        .must("Three line ends alone are data")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("\n\n\n"))
        .expect(message("\n\n\n"))
        .why("The same, for those that take one away.")
        .hint(ToldOutcomes.SPLIT)
        .catches(
            "breaks-collapse",
            "data-split-at-returns",
            "data-unsplit",
            "first-break-lost",
            "last-break-lost",
            "last-breaks-lost")
        .build();
  }

  private static EmissionCase returnAlone() {
    return told("S-117", "server/told-lines/return-alone")
        .must("CR alone is data, and arrives as LF")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("\r"))
        .expect(message("\n"))
        .or("refused", new Fate.Refused())
        .why("The same, for those that split at LF alone.")
        .hint(ToldOutcomes.SPLIT)
        .catches(
            "data-split-at-feeds",
            "data-unsplit",
            "first-break-lost",
            "last-break-lost",
            "last-breaks-lost",
            "return-escaped")
        .build();
  }

  private static EmissionCase eventBehindFeeds() {
    return told("S-118", "server/told-lines/event-behind-feeds")
        .must("Data that looks like the end of the event and another event is data")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\n\nevent: {k}\ndata: {k}\n\n"))
        .expect(message("{a}\n\nevent: {k}\ndata: {k}\n\n"))
        .why("Whoever writes the text sends events in the name of the server: injection.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn(
            "koa-sse-stream 0.2.0 (koa-sse#13): data goes out as it is",
            "flask-sse #40: the same",
            "Responder #616: the same")
        .catches(
            "breaks-collapse",
            "data-split-at-returns",
            "data-unsplit",
            "field-lines-raw",
            "last-break-lost",
            "last-breaks-lost")
        .build();
  }

  private static EmissionCase eventBehindReturns() {
    return told("S-119", "server/told-lines/event-behind-returns")
        .must("The same with CR for LF is data")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\r\revent: {k}\rdata: {k}\r\r"))
        .expect(message("{a}\n\nevent: {k}\ndata: {k}\n\n"))
        .or("refused", new Fate.Refused())
        .why("A filter for LF alone lets the same injection through.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn(
            "CVE-2026-22735 (Spring): text corrupts the stream of others",
            "django-eventstream #185: CR injects",
            "fastify-sse-v2 #110: the same",
            "GHSA-4hxc-9384-m385 (h3): the same",
            "better-sse 0.16.1: CR becomes LF, and the event is injected",
            "@fastify/sse 0.6.0, fastify-sse-v2 4.2.2: httpx-sse and undici see the injected event",
            "Armeria 1.40.0: undici and httpx-sse see the injected event",
            "warp 0.4.3, poem 3.1.12, r3labs/sse 2.10.0: httpx-sse and undici see the injected event")
        .catches(
            "breaks-collapse",
            "data-split-at-feeds",
            "data-unsplit",
            "field-lines-raw",
            "last-break-lost",
            "last-breaks-lost",
            "return-escaped")
        .build();
  }

  private static EmissionCase fieldBehindReturn() {
    return told("S-120", "server/told-lines/field-behind-return")
        .must("Data with CR and then what looks like an id is data")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\rid: {k}"))
        .expect(message("{a}\nid: {k}"))
        .or("refused", new Fate.Refused())
        .why(
            "The client goes back with an id that nobody gave: it misses events, or gets them twice.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("@fastify/sse 0.6.0, fastify-sse-v2 4.2.2: httpx-sse and undici take the id")
        .catches("data-split-at-feeds", "data-unsplit", "field-lines-raw", "return-escaped")
        .build();
  }

  private static EmissionCase fieldsBehindPairs() {
    return told("S-121", "server/told-lines/fields-behind-pairs")
        .must("Data with CRLF and then what looks like fields is data")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{a}\r\nretry: 1\r\n\r\ndata: {k}"))
        .expect(message("{a}\nretry: 1\n\ndata: {k}"))
        .or("refused", new Fate.Refused())
        .why("The client comes back every millisecond.")
        .hint(ToldOutcomes.SPLIT)
        .catches(
            "breaks-collapse",
            "data-split-at-returns",
            "data-unsplit",
            "field-lines-raw",
            "pair-is-two",
            "return-escaped")
        .build();
  }

  private static EmissionCase indentedJson() {
    return told("S-122", "server/told-lines/indented-json")
        .must("JSON of several lines arrives as it was")
        .clauses("parse/line-end", "field/data", "dispatch/last-line-feed")
        .sends(OfEvent.data("{\n  \"{a}\": [\n    1,\n    \"{b}\"\n  ]\n}"))
        .expect(message("{\n  \"{a}\": [\n    1,\n    \"{b}\"\n  ]\n}"))
        .why("Half of a JSON text is no JSON.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("Micronaut #2737: indented JSON broke clients")
        .catches(
            "data-split-at-returns",
            "data-unsplit",
            "indentation-lost",
            "later-space-lost",
            "lines-trimmed",
            "space-lost")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.told;

import dev.ssespec.cases.Emission.OfEvent;
import java.util.List;

/** Ids with line ends. */
final class ToldHostileIdCases {
  private ToldHostileIdCases() {}

  static List<EmissionCase> all() {
    return List.of(
        lineFeed(),
        loneReturn(),
        pair(),
        secondId(),
        trailingFeed(),
        feedAlone(),
        both(),
        eventBehindFeeds(),
        eventBehindReturns());
  }

  private static EmissionCase lineFeed() {
    return told("S-182", "server/told-id/line-feed")
        .must("LF in an id makes no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").id("{a}\nevent: {k}"))
        .anyOf(ToldOutcomes.containedId("{d}", "{a}", "event: {k}"))
        .why("Who controls the id controls the stream: fields and events of other people's making.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn(
            "FastAPI #15187: the line goes out",
            "Symfony 2be5ac2: every field injects",
            "GHSA-p6xx-57qc-3wxr (Hono): the same")
        .catches("id-feeds-raw", "id-raw", "id-tail-alone")
        .build();
  }

  private static EmissionCase loneReturn() {
    return told("S-183", "server/told-id/return")
        .must("CR in an id makes no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").id("{a}\revent: {k}"))
        .anyOf(ToldOutcomes.containedId("{d}", "{a}", "event: {k}"))
        .why("Who controls the id controls the stream: fields and events of other people's making.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn("donovanhide/eventsource c590279: CR goes out in all fields")
        .catches("id-raw", "id-returns-raw", "id-tail-alone")
        .build();
  }

  private static EmissionCase pair() {
    return told("S-184", "server/told-id/pair")
        .must("CRLF in an id makes no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").id("{a}\r\nevent: {k}"))
        .anyOf(ToldOutcomes.containedId("{d}", "{a}", "event: {k}"))
        .why("Who controls the id controls the stream: fields and events of other people's making.")
        .hint(ToldOutcomes.ONE_LINE)
        .catches("id-feeds-raw", "id-raw", "id-returns-raw", "id-tail-alone")
        .build();
  }

  private static EmissionCase secondId() {
    return told("S-185", "server/told-id/second-id")
        .must("LF and more of an id make no second id")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").id("{a}\n{b}"))
        .anyOf(ToldOutcomes.containedId("{d}", "{a}", "{b}"))
        .why("The client keeps a half of the id.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn(
            "donovanhide/eventsource c590279: two id fields",
            "Ktor 3.6.1, Armeria 1.40.0: the same")
        .catches("id-feeds-raw", "id-raw", "id-tail-alone")
        .build();
  }

  private static EmissionCase trailingFeed() {
    return told("S-186", "server/told-id/trailing-feed")
        .must("LF behind an id makes no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").id("{a}\n"))
        .anyOf(ToldOutcomes.containedId("{d}", "{a}", ""))
        .why("On the wire it is a blank line: the event ends before its data.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn("Armeria 1.40.0: the event ends there")
        .catches("id-feeds-raw", "id-raw")
        .build();
  }

  private static EmissionCase feedAlone() {
    return told("S-187", "server/told-id/feed-alone")
        .must("LF alone for an id makes no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").id("\n"))
        .anyOf(ToldOutcomes.containedId("{d}", "", ""))
        .why("The same, where nothing is left.")
        .hint(ToldOutcomes.ONE_LINE)
        .catches("id-feeds-raw", "id-raw")
        .build();
  }

  private static EmissionCase both() {
    return told("S-188", "server/told-id/both")
        .must("LF, and CR behind it, in an id make no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").id("{a}\ndata: {k}\r"))
        .anyOf(ToldOutcomes.containedId("{d}", "{a}", "data: {k}", ""))
        .why("A filter that looks for the last of them misses the first.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn("Quarkus 03ad7cf: cut at the last line end instead of the first")
        .catches("id-cut-late", "id-feeds-raw", "id-raw", "id-tail-alone")
        .build();
  }

  private static EmissionCase eventBehindFeeds() {
    return told("S-189", "server/told-id/event-behind-feeds")
        .must("An id that ends its event and begins another makes neither")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").id("{a}\n\nevent: {k}\ndata: {k}\n\n"))
        .anyOf(ToldOutcomes.containedId("{d}", "{a}", "", "event: {k}", "data: {k}", "", ""))
        .why("Who controls the id controls the stream: fields and events of other people's making.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn(
            "express-sse #60: two events from one send",
            "better-sse f4da537: only line ends at the end are taken away",
            "better-sse 0.16.1: httpx-sse and undici see the injected event",
            "@fastify/sse 0.6.0, fastify-sse-v2 4.2.2: the same",
            "Litestar 2.25.0: event_id of ServerSentEvent itself goes out as it is",
            "warp 0.4.3, poem 3.1.12, r3labs/sse 2.10.0: the same")
        .catches("id-feeds-raw", "id-raw", "id-tail-alone")
        .build();
  }

  private static EmissionCase eventBehindReturns() {
    return told("S-190", "server/told-id/event-behind-returns")
        .must("The same with CR for LF makes neither")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").id("{a}\r\revent: {k}\rdata: {k}\r\r"))
        .anyOf(ToldOutcomes.containedId("{d}", "{a}", "", "event: {k}", "data: {k}", "", ""))
        .why("Who controls the id controls the stream: fields and events of other people's making.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn(
            "async-sse a524e45: ids go out as they are",
            "Armeria 1.40.0: undici and httpx-sse see the injected event",
            "donovanhide/eventsource c590279: httpx-sse and undici see the injected event")
        .catches("id-raw", "id-returns-raw", "id-tail-alone")
        .build();
  }
}

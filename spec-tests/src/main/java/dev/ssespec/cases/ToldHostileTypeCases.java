package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.told;

import dev.ssespec.cases.Emission.OfEvent;
import java.util.List;

/** Types with line ends. */
final class ToldHostileTypeCases {
  private ToldHostileTypeCases() {}

  static List<EmissionCase> all() {
    return List.of(
        lineFeed(),
        loneReturn(),
        pair(),
        trailingFeed(),
        both(),
        eventBehindFeeds(),
        eventBehindReturns());
  }

  private static EmissionCase lineFeed() {
    return told("S-164", "server/told-type/line-feed")
        .must("LF in a type makes no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").type("{a}\ndata: {k}"))
        .anyOf(ToldOutcomes.containedType("{d}", "{a}", "data: {k}"))
        .why(
            "Who controls the type controls the stream: fields and events of other people's making.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn(
            "Javalin #2579: the line goes out",
            "FastAPI #15187: the same",
            "sse-channel #42: the same",
            "GHSA-p6xx-57qc-3wxr (Hono): the same",
            "Jetty 12.1.14: the line goes out",
            "Ktor 3.6.1, Armeria 1.40.0: a second type goes out")
        .catches("type-feeds-raw", "type-kept", "type-raw", "type-tail-alone")
        .build();
  }

  private static EmissionCase loneReturn() {
    return told("S-165", "server/told-type/return")
        .must("CR in a type makes no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").type("{a}\rdata: {k}"))
        .anyOf(ToldOutcomes.containedType("{d}", "{a}", "data: {k}"))
        .why(
            "Who controls the type controls the stream: fields and events of other people's making.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn("donovanhide/eventsource c590279: CR goes out in all fields")
        .catches("type-kept", "type-raw", "type-returns-raw", "type-tail-alone")
        .build();
  }

  private static EmissionCase pair() {
    return told("S-166", "server/told-type/pair")
        .must("CRLF in a type makes no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").type("{a}\r\ndata: {k}"))
        .anyOf(ToldOutcomes.containedType("{d}", "{a}", "data: {k}"))
        .why(
            "Who controls the type controls the stream: fields and events of other people's making.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn("NestJS #16686: type and id went out as they were")
        .catches("type-feeds-raw", "type-kept", "type-raw", "type-returns-raw", "type-tail-alone")
        .build();
  }

  private static EmissionCase trailingFeed() {
    return told("S-167", "server/told-type/trailing-feed")
        .must("LF behind a type makes no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").type("{a}\n"))
        .anyOf(ToldOutcomes.containedType("{d}", "{a}", ""))
        .why("On the wire it is a blank line: the event ends before its data.")
        .hint(ToldOutcomes.ONE_LINE)
        .catches("type-feeds-raw", "type-kept", "type-raw")
        .build();
  }

  private static EmissionCase both() {
    return told("S-168", "server/told-type/both")
        .must("LF, and CR behind it, in a type make no line")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").type("{a}\ndata: {k}\r"))
        .anyOf(ToldOutcomes.containedType("{d}", "{a}", "data: {k}", ""))
        .why("A filter that looks for the last of them misses the first.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn("Quarkus 03ad7cf: cut at the last line end instead of the first")
        .catches("type-cut-late", "type-feeds-raw", "type-kept", "type-raw", "type-tail-alone")
        .build();
  }

  private static EmissionCase eventBehindFeeds() {
    return told("S-169", "server/told-type/event-behind-feeds")
        .must("A type that ends its event and begins another makes neither")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").type("{a}\n\nevent: {k}\ndata: {k}\n\n"))
        .anyOf(ToldOutcomes.containedType("{d}", "{a}", "", "event: {k}", "data: {k}", "", ""))
        .why(
            "Who controls the type controls the stream: fields and events of other people's making.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn(
            "better-sse f4da537: only line ends at the end are taken away",
            "Jetty 0391c52: names go out as they are",
            "express-sse #60: two events from one send",
            "@fastify/sse 0.6.0, fastify-sse-v2 4.2.2: httpx-sse and undici see the injected event",
            "Jetty 12.1.14: undici and httpx-sse see the injected event",
            "warp 0.4.3, poem 3.1.12, r3labs/sse 2.10.0: httpx-sse and undici see the injected event")
        .catches("type-feeds-raw", "type-kept", "type-raw", "type-tail-alone")
        .build();
  }

  private static EmissionCase eventBehindReturns() {
    return told("S-170", "server/told-type/event-behind-returns")
        .must("The same with CR for LF makes neither")
        .clauses("parse/field", "parse/any-char")
        .sends(OfEvent.data("{d}").type("{a}\r\revent: {k}\rdata: {k}\r\r"))
        .anyOf(ToldOutcomes.containedType("{d}", "{a}", "", "event: {k}", "data: {k}", "", ""))
        .why(
            "Who controls the type controls the stream: fields and events of other people's making.")
        .hint(ToldOutcomes.ONE_LINE)
        .seenIn(
            "Rails 00e525a: names go out as they are",
            "Jetty 12.1.14, Armeria 1.40.0: undici and httpx-sse see the injected event",
            "donovanhide/eventsource c590279: httpx-sse and undici see the injected event")
        .catches("type-kept", "type-raw", "type-returns-raw", "type-tail-alone")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.Builder.arrives;
import static dev.ssespec.cases.EmissionCase.Builder.message;
import static dev.ssespec.cases.EmissionCase.told;

import dev.ssespec.cases.Emission.OfEvent;
import java.util.List;

/** What data may hold beside line ends. */
final class ToldTextCases {
  private ToldTextCases() {}

  static List<EmissionCase> all() {
    return List.of(
        json(),
        backslash(),
        leadingSpace(),
        leadingSpaces(),
        trailingSpaces(),
        tabs(),
        spacesOnEveryLine(),
        spaceAlone(),
        leadingColon(),
        leadingColonAndLines(),
        likeData(),
        likeFields(),
        empty(),
        emptyWithType(),
        zero());
  }

  private static EmissionCase json() {
    return told("S-123", "server/told-text/json")
        .must("JSON of one line arrives as it was")
        .clauses("field/data", "parse/any-char")
        .sends(OfEvent.data("{\"{a}\":[\"<b>&amp;</b>\",1.50,null,\"\\\"\\\\\\u00e9\"]}"))
        .expect(message("{\"{a}\":[\"<b>&amp;</b>\",1.50,null,\"\\\"\\\\\\u00e9\"]}"))
        .why("Quoting or escaping it once more makes it another text.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("html-escaped")
        .build();
  }

  private static EmissionCase backslash() {
    return told("S-124", "server/told-text/backslash")
        .must("A backslash and an n are two characters, not a line end")
        .clauses("field/data", "parse/any-char")
        .sends(OfEvent.data("{a}\\n{b}\\r\\n"))
        .expect(message("{a}\\n{b}\\r\\n"))
        .why("Escapes belong to JSON, not to this format.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("backslashes-read")
        .build();
  }

  private static EmissionCase leadingSpace() {
    return told("S-125", "server/told-text/leading-space")
        .must("A space ahead of the text stays")
        .clauses("interpret/one-space", "field/data")
        .sends(OfEvent.data(" {a}"))
        .expect(message(" {a}"))
        .why("Tokens of a language model begin with a space: words run together.")
        .hint(ToldOutcomes.AS_IT_IS)
        .seenIn(
            "Spring Framework #33963: the space is lost",
            "gin 0c45047, warp 118d504, Helidon: the same",
            "Spring MVC 7.0.9, better-sse 0.16.1: the same",
            "Spring WebFlux 7.0.9, Armeria 1.40.0: the same",
            "gin 1.12.0, warp 0.4.3, Rocket 0.5.2: the same")
        .catches("lines-trimmed", "space-lost")
        .build();
  }

  private static EmissionCase leadingSpaces() {
    return told("S-126", "server/told-text/leading-spaces")
        .must("Two spaces ahead of the text stay")
        .clauses("interpret/one-space", "field/data")
        .sends(OfEvent.data("  {a}"))
        .expect(message("  {a}"))
        .why("Indentation of code and YAML is lost.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("lines-trimmed", "space-lost")
        .build();
  }

  private static EmissionCase trailingSpaces() {
    return told("S-127", "server/told-text/trailing-spaces")
        .must("Spaces behind the text stay")
        .clauses("field/data", "parse/any-char")
        .sends(OfEvent.data("{a}  "))
        .expect(message("{a}  "))
        .why("Two spaces at the end are a line break in Markdown.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("lines-trimmed")
        .build();
  }

  private static EmissionCase tabs() {
    return told("S-128", "server/told-text/tabs")
        .must("Tabs ahead of and behind the text stay")
        .clauses("field/data", "parse/any-char")
        .sends(OfEvent.data("\t{a}\t"))
        .expect(message("\t{a}\t"))
        .why("A tab is no space: it is part of the value.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("lines-trimmed", "tabs-expanded")
        .build();
  }

  private static EmissionCase spacesOnEveryLine() {
    return told("S-129", "server/told-text/spaces-on-every-line")
        .must("Spaces at both ends of each line stay")
        .clauses("interpret/one-space", "field/data")
        .sends(OfEvent.data(" {a}\n  {b}\n {c} "))
        .expect(message(" {a}\n  {b}\n {c} "))
        .why("What holds for the first line holds for each.")
        .hint(ToldOutcomes.AS_IT_IS)
        .seenIn("Spring Framework #33963: the space of every line is lost")
        .catches(
            "data-split-at-returns",
            "data-unsplit",
            "later-space-lost",
            "lines-trimmed",
            "space-lost")
        .build();
  }

  private static EmissionCase spaceAlone() {
    return told("S-130", "server/told-text/space-alone")
        .must("A space alone is data")
        .clauses("interpret/one-space", "field/data")
        .sends(OfEvent.data(" "))
        .expect(message(" "))
        .why("A token that is a space: the words around it run together.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("blank-data-lost", "lines-trimmed", "space-lost")
        .build();
  }

  private static EmissionCase leadingColon() {
    return told("S-131", "server/told-text/leading-colon")
        .must("A colon ahead of the text stays")
        .clauses("field/data", "interpret/colon-split")
        .sends(OfEvent.data(":{a}"))
        .expect(message(":{a}"))
        .why("It is no comment there.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("colon-lines-raw")
        .build();
  }

  private static EmissionCase leadingColonAndLines() {
    return told("S-132", "server/told-text/leading-colon-and-lines")
        .must("Text that begins with a colon and has a second line like a field is data")
        .clauses("field/data", "interpret/colon-split")
        .sends(OfEvent.data(":{a}\ndata: {b}"))
        .expect(message(":{a}\ndata: {b}"))
        .why("What is meant for raw comments lets text become fields.")
        .hint(ToldOutcomes.AS_IT_IS)
        .seenIn("r3labs/sse c6d5381: data that begins with a colon is written as it is")
        .catches("colon-lines-raw", "data-split-at-returns", "data-unsplit")
        .build();
  }

  private static EmissionCase likeData() {
    return told("S-133", "server/told-text/like-data")
        .must("Text that looks like a data field stays as it is")
        .clauses("field/data", "parse/any-char")
        .sends(OfEvent.data("data: {a}"))
        .expect(message("data: {a}"))
        .why("A server that mends what looks like a field takes away a part of the text.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("data-lines-raw")
        .build();
  }

  private static EmissionCase likeFields() {
    return told("S-134", "server/told-text/like-fields")
        .must("Lines that look like other fields stay as they are")
        .clauses("field/data", "parse/any-char")
        .sends(OfEvent.data("event: {a}\nid: {b}\nretry: 1"))
        .expect(message("event: {a}\nid: {b}\nretry: 1"))
        .why("The same for the other fields.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("data-split-at-returns", "data-unsplit", "field-lines-raw")
        .build();
  }

  private static EmissionCase empty() {
    return told("S-135", "server/told-text/empty")
        .must("Empty data is dispatched")
        .clauses("dispatch/no-data", "field/data")
        .sends(OfEvent.data(""))
        .expect(message(""))
        .why("Without a data line the event never happens.")
        .hint("Write data: even where the data is empty.")
        .seenIn(
            "Jersey 056b4cf, Jetty, Javalin, poem, async-sse: no data line",
            "FastAPI PR #15618: the same",
            "r3labs/sse c6d5381: the connection of every client is closed",
            "axum 0.8.9, tmaxmax/go-sse 0.11.0: no data line",
            "fastify-sse-v2 4.2.2: no data line",
            "Jersey 4.0.2, Jetty 12.1.14, Javalin 7.2.3: the same",
            "poem 3.1.12, donovanhide/eventsource c590279: no data line",
            "r3labs/sse 2.10.0: the connection of every client is closed")
        .catches("empty-data-closes", "empty-data-left-out")
        .build();
  }

  private static EmissionCase emptyWithType() {
    return told("S-136", "server/told-text/empty-with-type")
        .must("Empty data with a type is dispatched")
        .clauses("dispatch/no-data", "dispatch/type")
        .sends(OfEvent.data("").type("{t}"))
        .expect(arrives("{t}", ""))
        .why("A signal that needs no data never reaches its listener.")
        .hint("Write data: even where the data is empty.")
        .seenIn(
            "axum PR #3571: event: deleted and no data line",
            "axum 0.8.9, tmaxmax/go-sse 0.11.0: no data line",
            "fastify-sse-v2 4.2.2: no data line")
        .catches(
            "blank-line-behind-type",
            "empty-data-closes",
            "empty-data-left-out",
            "type-kept",
            "type-lost")
        .build();
  }

  private static EmissionCase zero() {
    return told("S-137", "server/told-text/zero")
        .must("The data 0 is data")
        .clauses("field/data", "parse/any-char")
        .sends(OfEvent.data("0"))
        .expect(message("0"))
        .why("Where 0 counts as nothing the event is lost.")
        .hint(ToldOutcomes.AS_IT_IS)
        .seenIn("Symfony 2be5ac2: no data line")
        .catches("zero-left-out")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on blocks without data. */
final class NoDataCases {
  private NoDataCases() {}

  static List<ParserCase> all() {
    return List.of(typeAlone(), idAlone(), retryAlone(), nothingButTheRest());
  }

  private static ParserCase typeAlone() {
    return parser("P-056", "parse/data/type-alone")
        .must("A block with a type and no data dispatches nothing")
        .clauses("dispatch/no-data")
        .stream("event: {t}\n\n")
        .expectNothing()
        .why("Listeners are called with an empty payload; JSON parsers throw on it.")
        .hint("Return at the empty data buffer, before an event is built.")
        .seenIn(
            "anthropics/anthropic-sdk-typescript #292, #861",
            "launchdarkly/eventsource d27e310, httpx-sse, openai-python 3.22.1: dispatched "
                + "with empty data")
        .catches("type-alone-dispatches")
        .build();
  }

  private static ParserCase idAlone() {
    return parser("P-057", "parse/data/id-alone")
        .must("A block with an id and no data dispatches nothing")
        .clauses("dispatch/no-data")
        .stream("id: {i}\n\n")
        .expectNothing()
        .why(
            "Servers send ids alone to move the mark for resumption; each one becomes an "
                + "empty message.")
        .hint("Return at the empty data buffer, behind the copy of the id.")
        .seenIn(
            "Azure/fetch-event-source 2.0.1, go-sse, openai-python 3.22.1: dispatched with "
                + "empty data")
        .catches("id-alone-dispatches", "known-id-dispatches")
        .build();
  }

  private static ParserCase retryAlone() {
    return parser("P-058", "parse/data/retry-alone")
        .must("A block with a reconnection time and no data dispatches nothing")
        .clauses("dispatch/no-data")
        .stream("retry: 2000\n\n")
        .expectNothing()
        .why(
            "Servers set the reconnection time first of all: an empty message greets each "
                + "client.")
        .hint("Return at the empty data buffer.")
        .seenIn(
            "httpx-sse, Azure/fetch-event-source 2.0.1, Deno std: dispatched with empty data",
            "modelcontextprotocol/java-sdk #1082: threw")
        .catches("retry-alone-dispatches")
        .build();
  }

  private static ParserCase nothingButTheRest() {
    return parser("P-059", "parse/data/nothing-but-the-rest")
        .must("Blocks with everything but data dispatch nothing")
        .clauses("dispatch/no-data", "dispatch/last-event-id")
        .stream("retry: 1500\n\nid: {i}\n\nevent: {t}\n\nfoo: {b}\n\ndata: {a}\n\n")
        .expect(message("{a}", "{i}"))
        .retry(Expected.Retry.exactly(1500))
        .why("Four empty messages arrive before the first real one.")
        .hint("Look at the case for each single kind of block first.")
        .seenIn(
            "httpx-sse, openai-python 3.22.1, Azure/fetch-event-source 2.0.1: four empty "
                + "messages")
        .catches(
            "id-alone-dispatches",
            "id-ignored",
            "id-without-data-lost",
            "known-id-dispatches",
            "retry-alone-dispatches",
            "retry-ignored",
            "retry-in-seconds",
            "retry-with-event-only",
            "type-alone-dispatches",
            "type-kept-without-data",
            "unchanged-id-hidden",
            "unknown-dispatches",
            "unknown-throws")
        .build();
  }
}

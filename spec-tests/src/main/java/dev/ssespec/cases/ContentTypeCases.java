package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.Answers.typed;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;

import dev.ssespec.cases.ClientExpectation.FailedForGood;
import dev.ssespec.cases.ClientExpectation.Opened;
import dev.ssespec.server.Script;
import java.util.List;
import java.util.stream.Stream;

/** The essence of the media type decides, and nothing else about the header. */
final class ContentTypeCases {
  private static final String BODY = "retry: 50\ndata: {x}\n\n";

  private ContentTypeCases() {}

  static List<ClientCase> all() {
    return Stream.of(
            accepted(), refused(), List.of(onReconnect(), otherCharset(), twoHeaders(), list()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<ClientCase> accepted() {
    return List.of(
        opens("C-021", "upper-case", "Text/Event-Stream")
            .must("The media type is compared without regard to case")
            .seenIn("eventsource 4.1.1", "fetch-event-source", "httpx-sse")
            .catches("compares-type-with-case")
            .build(),
        opens("C-022", "charset", "text/event-stream; charset=UTF-8")
            .must("A charset parameter does not matter")
            .seenIn("4t145/rmcp #26", "launchdarkly/dotnet-eventsource before 5.0.0")
            .catches("compares-whole-header")
            .build(),
        opens("C-023", "unknown-parameter", "text/event-stream;x=y")
            .must("An unknown parameter does not matter")
            .catches("compares-whole-header")
            .build(),
        opens("C-024", "trailing-semicolon", "text/event-stream;")
            .must("A semicolon with nothing behind it does not matter")
            .catches("compares-whole-header")
            .build(),
        opens("C-025", "space-before-semicolon", "text/event-stream ; charset=utf-8")
            .must("White space before the parameters does not matter")
            .catches("compares-whole-header")
            .build(),
        opens("C-162", "quoted-charset", "text/event-stream; charset=\"utf-8\"")
            .must("A charset parameter in quotes does not matter")
            .catches("compares-whole-header")
            .build());
  }

  private static List<ClientCase> refused() {
    return List.of(
        fails("C-026", "json", "application/json")
            .must("Another media type fails the connection for good")
            .seenIn("r3labs/sse (no check)", "ruby-eventsource (reconnects)")
            .catches("reads-any-type")
            .build(),
        fails("C-027", "plain-text", "text/plain")
            .must("Plain text is no event stream")
            .seenIn("r3labs/sse (no check)")
            .catches("reads-any-type")
            .build(),
        fails("C-028", "prefix", "text/event-streamfoo")
            .must("A type that only begins like text/event-stream fails the connection")
            .seenIn("eventsource 4.1.1", "fetch-event-source")
            .catches("reads-any-type", "compares-type-by-prefix", "looks-for-type-anywhere")
            .build(),
        fails("C-029", "substring", "application/x-text/event-stream")
            .must("A header that only contains text/event-stream fails the connection")
            .seenIn("denoland/deno", "httpx-sse")
            .catches("reads-any-type", "looks-for-type-anywhere")
            .build(),
        fails("C-030", "missing", "")
            .must("A response without a content type fails the connection for good")
            .seenIn("fetch-event-source (a missing type is let through)")
            .catches("reads-any-type", "reads-untyped")
            .build(),
        fails("C-163", "not-a-type", "x bogus")
            .must("What is no media type at all fails the connection for good")
            .catches("reads-any-type")
            .build());
  }

  private static ClientCase.Builder opens(String code, String slug, String type) {
    return client(code, "client/content-type/" + slug)
        .clauses("connect/content-type")
        .why("Servers and proxies write the header in many ways; all of these are an event stream.")
        .hint("Parse the media type, lower its case, compare type/subtype, ignore parameters.")
        .answers(typed(200, type).body("data: {a}\n\n").hold())
        .untilEvent("{a}")
        .expect(events(message("{a}")), requests(1));
  }

  private static ClientCase.Builder fails(String code, String slug, String type) {
    return client(code, "client/content-type/" + slug)
        .clauses("connect/content-type", "connect/fail")
        .why("A login page, read as a stream, is taken for one that never says anything.")
        .hint("Parse the media type and compare the whole of type/subtype.")
        .answers(typed(200, type).body(BODY).end())
        .until(Until.any(new Until.Failed(1), new Until.Requests(2)))
        .thenSilence()
        .expect(events(), requests(1), new FailedForGood(), new Opened(0, 0))
        .or("stream: tries again", events(), requestsAtLeast(2));
  }

  private static ClientCase onReconnect() {
    return client("C-031", "client/content-type/json-on-reconnect")
        .must("Another media type on a reconnection fails the connection for good")
        .clauses("connect/content-type", "connect/fail")
        .why("A gateway that answers with a page of its own is taken for the stream.")
        .hint("Let reconnections pass the same checks as the first connection.")
        .needs("reconnect")
        .catches("reads-any-type", "checks-type-at-first-alone")
        .answers(ended("retry: 50\ndata: {a}\n\n"), typed(200, "application/json").body(BODY).end())
        .until(
            Until.all(
                new Until.EventSeen("{a}"),
                Until.any(
                    Until.all(new Until.Requests(2), new Until.Failed(2)), new Until.Requests(3))))
        .thenSilence()
        .expect(events(message("{a}")), requests(2), new FailedForGood())
        .or("stream: tries again", events(message("{a}")), requestsAtLeast(3))
        .build();
  }

  private static ClientCase otherCharset() {
    Script latin =
        typed(200, "text/event-stream; charset=iso-8859-1")
            .body("data: {a}é\n\ndata: {b}\n\n")
            .hold();
    return client("C-032", "client/content-type/other-charset")
        .must("A stream is UTF-8, whatever the charset parameter says")
        .clauses("connect/content-type", "connect/utf-eight")
        .why("Servers name charsets that they do not use, and every accent is garbled.")
        .hint("Decode with UTF-8 and never ask the HTTP library for text.")
        .seenIn("Jersey", "httpx-sse", "btubbs/sseclient")
        .catches("decodes-by-charset")
        .answers(latin)
        .untilEvent("{b}")
        .expect(events(message("{a}é"), message("{b}")))
        .or("refuses the charset", events(), new FailedForGood())
        .build();
  }

  private static ClientCase list() {
    return client("C-164", "client/content-type/list")
        .observe("One Content-Type header with two types, of which the last is text/event-stream")
        .clauses("connect/content-type")
        .why("Proxies join repeated headers with a comma; Fetch then takes the last type.")
        .hint("Nothing to do; know what your HTTP library hands you.")
        .answers(
            typed(200, "application/json, text/event-stream; charset=utf-8")
                .body("data: {a}\n\n")
                .hold())
        .untilEvent("{a}")
        .expect(events(message("{a}")))
        .or("fails", events())
        .build();
  }

  private static ClientCase twoHeaders() {
    Script two =
        Script.response(200)
            .header("Content-Type", "text/plain")
            .header("Content-Type", "text/event-stream")
            .chunked()
            .body("data: {a}\n\n")
            .hold();
    return client("C-033", "client/content-type/two-headers")
        .observe("Two Content-Type headers, of which the last is text/event-stream")
        .clauses("connect/content-type")
        .why("Fetch takes the last one; HTTP has no rule, and libraries differ.")
        .hint("Nothing to do; know what your HTTP library hands you.")
        .answers(two)
        .untilEvent("{a}")
        .expect(events(message("{a}")))
        .or("fails", events())
        .build();
  }
}

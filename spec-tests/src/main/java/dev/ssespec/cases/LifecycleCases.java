package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.errors;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.cases.ClientExpectation.Opened;
import dev.ssespec.cases.ClientExpectation.OriginIs;
import dev.ssespec.parser.Event;
import dev.ssespec.server.Script;
import java.util.List;

/** What an application sees of a source that works. */
final class LifecycleCases {
  private LifecycleCases() {}

  static List<ClientCase> all() {
    return List.of(
        whileOpen(),
        openedOnce(),
        openedAgain(),
        openedBeforeBody(),
        ownTypes(),
        reservedTypes(),
        origin(),
        failure(),
        severalLines(),
        byteByByte());
  }

  private static ClientCase whileOpen() {
    Script piecemeal =
        Script.eventStream()
            .body("data: {a}\n\n")
            .await("first")
            .body("data: {b}\n\n")
            .await("second")
            .body("data: {c}\n\n")
            .hold();
    return client("C-118", "client/lifecycle/while-open")
        .must("An event is reported when its blank line has arrived, while the stream goes on")
        .clauses("connect/process-body", "interpret/empty-line")
        .why("An event that comes when the stream ends is no push, but a download.")
        .hint("Read the body as a stream; look for buffers in the HTTP library.")
        .answers(piecemeal)
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("first"))
        .when(new Trigger.EventSeen("{b}"), new Deed.Release("second"))
        .untilEvent("{c}")
        .expect(events(message("{a}"), message("{b}"), message("{c}")), requests(1))
        .catches("holds-small-pieces-back")
        .build();
  }

  private static ClientCase openedOnce() {
    return client("C-119", "client/lifecycle/announced-once")
        .must("A connection is announced exactly once, however many events it brings")
        .clauses("connect/announce")
        .why("Applications subscribe or reset their state when a connection is announced.")
        .hint("Announce when the response is accepted, nowhere else.")
        .needs("opened")
        .catches("announces-with-each-event")
        .answers(held("data: {a}\n\ndata: {b}\n\ndata: {c}\n\n"))
        .untilEvent("{c}")
        .expect(new Opened(1, 1))
        .build();
  }

  private static ClientCase openedAgain() {
    return client("C-120", "client/lifecycle/announced-each-time")
        .must("Each new connection is announced")
        .clauses("connect/announce", "reconnect/steps")
        .why("A page keeps saying that it is offline after it has recovered.")
        .hint("Announce each accepted response, not only the first.")
        .needs("reconnect", "opened")
        .catches("announces-first-connection-alone")
        .answers(ended("retry: 50\ndata: {a}\n\n"), ended("data: {b}\n\n"), held("data: {c}\n\n"))
        .untilEvent("{c}")
        .expect(new Opened(3, 3))
        .build();
  }

  private static ClientCase openedBeforeBody() {
    return client("C-121", "client/lifecycle/announced-before-body")
        .should("A connection is announced when the header fields have arrived")
        .clauses("connect/announce")
        .why("On a quiet stream the application would wait in vain to hear that it is connected.")
        .hint("Do not wait for the first byte of the body.")
        .seenIn("Firefox ESR 153 (waits for a byte)")
        .needs("opened")
        .catches("announces-at-first-byte")
        .answers(Script.eventStream().headNow().await("open").body("data: {a}\n\n").hold())
        .when(new Trigger.OpenSeen(1), new Deed.Release("open"))
        .untilEvent("{a}")
        .expect(new Opened(1, 1), events(message("{a}")))
        .build();
  }

  private static ClientCase ownTypes() {
    return client("C-122", "client/lifecycle/own-types")
        .must("Events of the application's own types arrive, each with its type, in order")
        .clauses("dispatch/type", "dispatch/default-type", "interpret/order")
        .why("Types are how streams tell one matter from another.")
        .hint("Pass on the event type buffer; use message only where it is empty.")
        .catches("keeps-type-after-event")
        .options(OpenOptions.none().types("message", "tick", "Tick"))
        .answers(
            held("event: tick\ndata: {a}\n\ndata: {b}\n\nevent: Tick\ndata: {c}\n\ndata: {d}\n\n"))
        .untilEvent("{d}")
        .expect(
            events(
                new Event("tick", "{a}", ""),
                message("{b}"),
                new Event("Tick", "{c}", ""),
                message("{d}")))
        .build();
  }

  private static ClientCase reservedTypes() {
    return client("C-123", "client/lifecycle/types-open-error-message")
        .must("Events of the types open, error and message are events like others")
        .clauses("dispatch/type")
        .why("A server that names its event error must not be able to break the source.")
        .hint("Keep the names of the source's own signals apart from the stream's types.")
        .seenIn("Yaffle/EventSource and WebKit test it")
        .options(OpenOptions.none().types("message", "open", "error"))
        .answers(
            held(
                "event: open\ndata: {a}\n\nevent: error\ndata: {b}\n\n"
                    + "event: message\ndata: {c}\n\n"))
        .untilEvent("{c}")
        .expect(
            events(new Event("open", "{a}", ""), new Event("error", "{b}", ""), message("{c}")),
            errors(),
            new Opened(1, 1),
            requests(1))
        .catches(
            "takes-error-event-for-loss", "announces-with-each-event", "reports-close-as-error")
        .build();
  }

  private static ClientCase origin() {
    return client("C-124", "client/lifecycle/origin")
        .must("An event's origin is that of the stream's URL")
        .clauses("message/origin")
        .why("Handlers that serve several sources tell them apart, or trust them, by origin.")
        .hint("Scheme, host, and the port unless it is the scheme's own; no path, no slash.")
        .needs("origin")
        .catches("names-url-as-origin")
        .answers(held("data: {a}\n\n"))
        .untilEvent("{a}")
        .expect(new OriginIs(true))
        .build();
  }

  private static ClientCase failure() {
    return client("C-125", "client/lifecycle/failure")
        .must("A failure for good is one error, behind which nothing comes")
        .clauses("connect/fail")
        .why("An application that waits for a source that is dead waits for ever.")
        .hint("Set the state to CLOSED, fire error once, and stop.")
        .needs("reconnect", "error")
        .answers(ended("retry: 50\ndata: {a}\n\n"), Script.status(204))
        .until(Until.any(new Until.GaveUp(), new Until.Requests(3)))
        .thenSilence()
        .expect(errors("connecting", "closed"), requests(2))
        .or("stream: tries again", ClientExpectation.requestsAtLeast(3))
        .catches("comes-back-after-no-content", "reports-one-loss-twice", "reports-no-loss")
        .build();
  }

  private static ClientCase severalLines() {
    return client("C-126", "client/lifecycle/several-lines")
        .must("Several data lines arrive as one event with line feeds")
        .clauses("field/data", "dispatch/last-line-feed")
        .why("Indented JSON and source code come in many lines.")
        .hint("Append each value and a line feed; remove the last one at the dispatch.")
        .seenIn("Ktor 3.6.1 (joins with CRLF)")
        .answers(held("data: {a}\ndata:\ndata:  {b}\n\ndata: {c}\n\n"))
        .untilEvent("{c}")
        .expect(events(message("{a}\n\n {b}"), message("{c}")))
        .catches("keeps-last-data-line-alone", "trims-values")
        .build();
  }

  private static ClientCase byteByByte() {
    var script = Script.eventStream();
    for (byte b :
        "event: tick\r\ndata: é€\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      script.body(new byte[] {b});
    }
    return client("C-127", "client/framing/byte-by-byte")
        .must("A stream that comes in chunks of one byte is the same stream")
        .clauses("connect/process-body", "decode/utf-8", "interpret/line-by-line")
        .why("Where a chunk ends says nothing about characters, lines or events.")
        .hint("Decode and split across chunks; keep the state of both between reads.")
        .seenIn("eventsource-parser #17", "aisix #111 (characters cut by chunks)")
        .options(OpenOptions.none().types("message", "tick"))
        .answers(script.body("data: {b}\n\n").hold())
        .untilEvent("{b}")
        .expect(events(new Event("tick", "é€", ""), message("{b}")))
        .catches(
            "decodes-each-chunk-by-itself", "splits-lines-in-each-chunk", "keeps-type-after-event")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.endedBytes;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.heldBytes;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;

import dev.ssespec.cases.ClientExpectation.EventBeforeError;
import dev.ssespec.server.Script;
import java.util.List;

/** Each connection begins with nothing: no text, no half line, no half character is left over. */
final class StreamStateCases {
  private static final String RETRY = "retry: 50\n";

  private StreamStateCases() {}

  static List<ClientCase> all() {
    return List.of(
        fresh("C-128", "unfinished-data")
            .must("The data of a block that never ended is discarded")
            .seenIn("aiohttp-sse-client", "btubbs/sseclient", "sseclient-py (dispatches it)")
            .catches("keeps-block-over-connections", "dispatches-unfinished-block")
            .answers(ended(RETRY + "data: {a}\n\ndata: old\n"), held("data: {b}\n\n"))
            .expect(events(message("{a}"), message("{b}")))
            .build(),
        fresh("C-129", "unfinished-type")
            .must("The type of a block that never ended is discarded")
            .seenIn("aiohttp-sse-client")
            .options(OpenOptions.none().types("message", "old"))
            .catches("keeps-block-over-connections")
            .answers(ended(RETRY + "data: {a}\n\nevent: old\n"), held("data: {b}\n\n"))
            .expect(events(message("{a}"), message("{b}")))
            .build(),
        fresh("C-130", "half-value")
            .must("A line that was cut off in its value is discarded")
            .seenIn("aiohttp-sse-client")
            .catches("keeps-line-over-connections", "dispatches-unfinished-block")
            .answers(ended(RETRY + "data: {a}\n\ndata: ol"), held("data: {b}\n\ndata: {c}\n\n"))
            .until(new Until.EventSeen("{c}"))
            .expect(events(message("{a}"), message("{b}"), message("{c}")))
            .build(),
        fresh("C-131", "half-name")
            .must("A line that was cut off in its name is not continued by the next connection")
            .answers(ended(RETRY + "data: {a}\n\nda"), held("ta: {x}\n\ndata: {b}\n\n"))
            .expect(events(message("{a}"), message("{b}")))
            .catches("keeps-line-over-connections", "dispatches-without-data")
            .build(),
        fresh("C-132", "half-character")
            .must("A character that was cut off does not touch the next connection")
            .clauses("decode/utf-8", "decode/end-of-input", "connect/new-decoder")
            .answers(
                endedBytes(RETRY + "data: {a}\n\ndata: \\xE2\\x82"),
                held("data: {b}\n\ndata: {c}\n\n"))
            .untilEvent("{c}")
            .expect(events(message("{a}"), message("{b}"), message("{c}")))
            .catches(
                "keeps-decoder-over-connections",
                "dispatches-unfinished-block",
                "keeps-line-over-connections")
            .build(),
        mark(),
        halfMark(),
        halfMarkAtFirst(),
        carriageReturn(),
        afterReset());
  }

  private static ClientCase mark() {
    return fresh("C-133", "byte-order-mark")
        .must("Each connection may begin with a byte order mark, the second one, too")
        .clauses("decode/bom-once", "connect/new-decoder")
        .hint("Make a new decoder for each connection.")
        .catches("strips-first-mark-alone", "looks-for-mark-once")
        .answers(
            endedBytes("\\xEF\\xBB\\xBF" + RETRY + "data: {a}\n\n"),
            heldBytes("\\xEF\\xBB\\xBFdata: {b}\n\ndata: {c}\n\n"))
        .until(new Until.EventSeen("{c}"))
        .expect(events(message("{a}"), message("{b}"), message("{c}")))
        .build();
  }

  private static ClientCase halfMark() {
    return fresh("C-134", "half-byte-order-mark")
        .must("Half a byte order mark on one connection is not completed by the next")
        .clauses("decode/bom-once", "connect/new-decoder")
        .answers(
            ended(RETRY + "data: {a}\n\n"),
            endedBytes("\\xEF\\xBB"),
            heldBytes("\\xBFdata: {x}\n\ndata: {b}\n\n"))
        .expect(events(message("{a}"), message("{b}")))
        .catches(
            "keeps-decoder-over-connections",
            "dispatches-without-data",
            "keeps-line-over-connections")
        .build();
  }

  private static ClientCase halfMarkAtFirst() {
    return fresh("C-220", "half-byte-order-mark-at-first")
        .must("Half a byte order mark on the first connection is not completed by the second")
        .clauses("decode/bom-once", "connect/new-decoder")
        .hint("Look for the mark anew with each connection, from its first byte on.")
        .answers(endedBytes("\\xEF\\xBB"), heldBytes("\\xBFdata: {x}\n\ndata: {b}\n\n"))
        .expect(events(message("{b}")))
        .catches(
            "looks-for-mark-once",
            "keeps-decoder-over-connections",
            "dispatches-without-data",
            "keeps-line-over-connections")
        .build();
  }

  private static ClientCase carriageReturn() {
    return fresh("C-135", "pending-carriage-return")
        .revision(2)
        .must("A block that ends in CR at the end of the stream is dispatched, once")
        .clauses("interpret/line-by-line", "interpret/end-of-stream")
        .hint("A CR ends its line at once; only skip the LF that may follow on this connection.")
        .seenIn("eventsource 4.1.1 (loses it)", "fetch-event-source (an empty event more)")
        .answers(ended(RETRY + "data: {a}\n\ndata: {c}\r\r"), held("\ndata: {b}\n\n"))
        .expect(
            events(message("{a}"), message("{c}"), message("{b}")), new EventBeforeError("{c}", 1))
        .catches("waits-for-byte-behind-cr", "keeps-cr-over-connections", "reports-events-late")
        .build();
  }

  private static ClientCase afterReset() {
    Script broken =
        Script.eventStream()
            .body(RETRY + "data: {a}\n\nevent: old\ndata: old\ndata: ol")
            .await("seen")
            .body(new byte[] {(byte) 0xE2})
            .reset();
    return fresh("C-136", "after-reset")
        .must("After a reset, too, nothing of the old stream is left")
        .clauses("reconnect/at-error", "connect/new-decoder", "interpret/buffers")
        .seenIn("WebKit (partial data stays after a failure)")
        .options(OpenOptions.none().types("message", "old"))
        .answers(broken, held("data: {b}\n\ndata: {c}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("seen"))
        .until(Until.any(new Until.EventSeen("{c}"), new Until.GaveUp()))
        .expect(events(message("{a}"), message("{b}"), message("{c}")))
        .catches(
            "keeps-block-over-connections",
            "keeps-line-over-connections",
            "gives-up-after-reset",
            "reconnects-twice-for-one-loss",
            "keeps-decoder-over-connections")
        .build();
  }

  private static ClientCase.Builder fresh(String code, String slug) {
    return client(code, "client/stream-state/" + slug)
        .needs("reconnect")
        .clauses("interpret/end-of-stream", "interpret/buffers", "connect/new-decoder")
        .why("What is left of a broken stream turns up in the next event, where nobody expects it.")
        .hint("Make a new parser for each connection; keep the id and the reconnection time only.")
        .untilEvent("{b}");
  }
}

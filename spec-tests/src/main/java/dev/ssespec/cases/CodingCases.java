package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.cases.ClientExpectation.Header;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.server.Coding;
import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import java.util.List;

/** Streams that are coded, where the request says that the client takes that. */
final class CodingCases {
  private static final String FIRST = "retry: 50\nid: {i}\ndata: {a}\n\n";

  private CodingCases() {}

  static List<ClientCase> all() {
    return List.of(
        whole(),
        asItComes(),
        members(),
        cut(),
        other("C-232", "deflate-as-it-comes", Coding.DEFLATE)
            .seenIn("servers and clients that leave out the zlib format")
            .catches("takes-deflate-for-bare-data")
            .build(),
        other("C-233", "br-as-it-comes", Coding.BROTLI).build(),
        other("C-234", "zstd-as-it-comes", Coding.ZSTANDARD).build());
  }

  /** Where it is not asked for, the origin sends the plain stream, and others have judged that. */
  private static ClientCase.Builder other(String code, String slug, Coding coding) {
    String second = "data: {b}\n\n";
    return client(code, "client/coding/" + slug)
        .must("What a stream coded with " + coding.token() + " has brought is reported as it comes")
        .clauses("fetch/content-coding", "connect/process-body")
        .why("Accept-Encoding is often the HTTP library's, and so longer than anybody tested.")
        .hint("Decode incrementally, or do not send Accept-Encoding: " + coding.token() + ".")
        .answers(
            Script.eventStream()
                .body(FIRST)
                .await("seen")
                .body(second)
                .hold()
                .orCoded(
                    coding,
                    Script.eventStream()
                        .coded(coding)
                        .piece(FIRST)
                        .await("seen")
                        .piece(second)
                        .hold()))
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("seen"))
        .untilEvent("{b}")
        .expect(events(message("{a}", "{i}"), message("{b}", "{i}")), requests(1))
        .notApplicableWhere(new Header(1, "accept-encoding", new HeaderRule.AdmitsNot(coding)))
        .catches(
            "reads-other-codings-as-they-are",
            "holds-other-codings-until-end",
            "forgets-id-after-event",
            "clears-id-at-dispatch",
            "holds-small-pieces-back");
  }

  private static ScriptBuilder coded() {
    return Script.eventStream().gzipped();
  }

  private static ClientCase whole() {
    return coding("C-179", "gzip")
        .must("A gzip-coded stream is decoded where the client asked for the coding")
        .needs("reconnect")
        .catches("reads-gzip-as-it-is", "never-sends-id")
        .answers(
            Script.eventStream().body(FIRST).end().orGzipped(coded().gzipEnd(FIRST).end()),
            held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(
            events(message("{a}", "{i}"), message("{b}", "{i}")),
            requests(2),
            lastEventId(2, "{i}"))
        .or(
            "the literal text",
            events(message("{a}", "{i}"), message("{b}")),
            requests(2),
            lastEventId(2, "{i}"))
        .build();
  }

  private static ClientCase asItComes() {
    String second = "data: {b}\n\n";
    return coding("C-180", "gzip-as-it-comes")
        .must("What a gzip-coded stream has brought is reported while it goes on")
        .catches(
            "forgets-id-after-event",
            "clears-id-at-dispatch",
            "reads-gzip-as-it-is",
            "holds-gzip-until-end",
            "holds-small-pieces-back")
        .answers(
            Script.eventStream()
                .body(FIRST)
                .await("seen")
                .body(second)
                .hold()
                .orGzipped(coded().gzip(FIRST).await("seen").gzip(second).hold()))
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("seen"))
        .untilEvent("{b}")
        .expect(events(message("{a}", "{i}"), message("{b}", "{i}")), requests(1))
        .build();
  }

  /** By RFC 1952 the members are one body; browsers, and not they alone, stop behind the first. */
  private static ClientCase members() {
    String second = "data: {b}\n\n";
    return coding("C-181", "gzip-members")
        .must(
            "Of a gzip-coded stream in several members at least the first is read, and as it comes")
        .catches(
            "forgets-id-after-event",
            "clears-id-at-dispatch",
            "reads-gzip-as-it-is",
            "holds-gzip-until-end")
        .answers(
            Script.eventStream()
                .body(FIRST)
                .await("seen")
                .body(second)
                .await("over")
                .end()
                .orGzipped(
                    coded().gzipEnd(FIRST).await("seen").gzipEnd(second).await("over").end()))
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("seen"))
        .when(new Trigger.Lull(new Trigger.EventSeen("{a}")), new Deed.Release("over"))
        .until(Until.any(new Until.EventSeen("{b}"), new Until.Requests(2), new Until.ErrorSeen(1)))
        .expect(events(message("{a}", "{i}"), message("{b}", "{i}")))
        .or("reads the first member alone", events(message("{a}", "{i}")))
        .build();
  }

  private static ClientCase cut() {
    return coding("C-182", "gzip-cut")
        .must("A gzip-coded stream that ends before its coding does is a stream that was lost")
        .clauses("fetch/content-coding", "reconnect/at-error")
        .why("A server that dies leaves its coding unfinished; its clients must come back.")
        .hint("Treat the decoder's complaint as you treat the end of the body.")
        .needs("reconnect")
        .catches(
            "reads-gzip-as-it-is",
            "holds-gzip-until-end",
            "gives-up-after-cut-body",
            "never-sends-id")
        .answers(
            Script.eventStream()
                .body(FIRST)
                .await("seen")
                .cut()
                .orGzipped(coded().gzip(FIRST).await("seen").end()),
            held("id: {j}\ndata: {b}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Release("seen"))
        .untilEvent("{b}")
        .expect(
            events(message("{a}", "{i}"), message("{b}", "{j}")),
            requests(2),
            lastEventId(2, "{i}"))
        .build();
  }

  private static ClientCase.Builder coding(String code, String slug) {
    return client(code, "client/coding/" + slug)
        .clauses("fetch/content-coding", "connect/process-body")
        .why("Gateways compress whatever says that it is text, streams, too.")
        .hint("Decode incrementally, or do not send Accept-Encoding: gzip.")
        .seenIn("btubbs/sseclient #27, #36", "EventSource/eventsource #86");
  }
}

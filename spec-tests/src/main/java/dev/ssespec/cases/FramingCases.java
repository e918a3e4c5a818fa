package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;

import dev.ssespec.cases.ClientExpectation.Opened;
import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import java.util.List;

/** The ways in which HTTP wraps a body, and the ways in which a body can be cut off. */
final class FramingCases {
  private static final String FIRST = "retry: 50\ndata: {a}\n\n";
  private static final int FIRST_LENGTH = FIRST.length();

  private FramingCases() {}

  static List<ClientCase> all() {
    return List.of(
        back("C-137", "close-delimited", typed().body(FIRST).end())
            .must("A body that ends with its connection is a stream that ended")
            .catches("wants-framing")
            .build(),
        back("C-138", "version-one-zero", typed().http10().body(FIRST).end())
            .must("A response of HTTP/1.0 is a stream like any other")
            .why("Simple servers and old proxies still answer in this version.")
            .catches("refuses-http-one-zero", "wants-framing")
            .build(),
        back("C-139", "content-length", typed().contentLength(FIRST_LENGTH).body(FIRST).end())
            .must("A body with a Content-Length is a stream, and ends")
            .catches("refuses-content-length")
            .build(),
        back(
                "C-140",
                "content-length-alone",
                typed().contentLength(FIRST_LENGTH).body(FIRST).hold())
            .must("A body ends behind its Content-Length, though the connection stays open")
            .why("Servers keep connections open for the next request.")
            .hint("Count the bytes; do not wait for the connection to end.")
            .catches("waits-for-connection-to-end", "refuses-content-length")
            .build(),
        back("C-141", "last-chunk-alone", typed().chunked().body(FIRST).raw("0\r\n\r\n").hold())
            .must("A body ends with its last chunk, though the connection stays open")
            .why("Servers keep connections open for the next request.")
            .hint("Take the chunk of size 0 for the end.")
            .catches("waits-for-connection-to-end")
            .build(),
        cut("C-142", "content-length-cut", typed().contentLength(500).body(FIRST).cut())
            .must("A body that is shorter than its Content-Length is a stream that was lost")
            .catches("refuses-content-length")
            .build(),
        cut("C-143", "chunk-cut", typed().chunked().body(FIRST).raw("40\r\ndata: half").cut())
            .must("A connection that ends within a chunk is a stream that was lost")
            .build(),
        cut("C-144", "last-chunk-missing", typed().chunked().body(FIRST).cut())
            .must("A connection that ends without the last chunk is a stream that was lost")
            .build(),
        chunkExtension(),
        chunkSizes(),
        trailers(),
        early("C-148", "early-hints", 103),
        early("C-149", "unasked-continue", 100),
        noReason(),
        headerForm());
  }

  private static ScriptBuilder typed() {
    return Script.response(200).header("Content-Type", "text/event-stream");
  }

  private static ClientCase.Builder back(String code, String slug, Script first) {
    return begin(code, slug)
        .clauses("http/message-framing", "reconnect/at-end")
        .why("Servers, gateways and proxies choose the framing, and choose differently.")
        .hint("Let the HTTP library undo the framing, and treat each end alike.")
        .answers(first, held("data: {b}\n\n"))
        .expect(events(message("{a}"), message("{b}")));
  }

  private static ClientCase.Builder cut(String code, String slug, Script first) {
    return back(code, slug, first)
        .clauses("http/incomplete-message", "reconnect/at-error")
        .why("This is how a proxy's timeout and a killed server look.")
        .hint("Catch the HTTP library's complaint about the incomplete body; it is a loss.")
        .catches("gives-up-after-cut-body");
  }

  private static ClientCase chunkExtension() {
    Script extended =
        typed().chunked().raw(size(FIRST) + ";name=\"v;al\"\r\n" + FIRST + "\r\n").end();
    return back("C-145", "chunk-extension", extended)
        .must("Chunk extensions are ignored")
        .clauses("http/chunk-extension")
        .why("They are rare, legal, and seldom tested.")
        .hint("Read the hexadecimal digits of the size, and drop the rest of the line.")
        .catches("dies-of-chunk-extension")
        .build();
  }

  private static ClientCase chunkSizes() {
    String event = "retry: 50\ndata: {a}" + "x".repeat(0x2B - 4) + "\n\n";
    Script odd =
        typed()
            .chunked()
            .raw("000" + Integer.toHexString(event.length()).toUpperCase(java.util.Locale.ROOT))
            .raw("\r\n" + event.substring(0, 10))
            .raw(event.substring(10) + "\r")
            // The size of the last chunk begins here; its last zero is what ends the body.
            .raw("\n0000")
            .end();
    return begin("C-146", "chunk-sizes")
        .revision(2)
        .must("Chunk sizes may have leading zeros and capitals, and come in any pieces")
        .clauses("http/message-framing")
        .why("A size that is cut by a packet boundary happens once a day, and never in a test.")
        .hint("Read the size line across reads.")
        .answers(odd, held("data: {b}\n\n"))
        .expect(events(message("{a}" + "x".repeat(0x2B - 4)), message("{b}")))
        .catches("dies-of-leading-zeros-in-chunk-size")
        .build();
  }

  private static ClientCase trailers() {
    Script trailing =
        typed()
            .header("Transfer-Encoding", "chunked")
            .raw(size(FIRST) + "\r\n" + FIRST + "\r\n")
            .raw("0\r\nX-Sum: 1\r\ndata: {x}\r\n\r\n")
            .end();
    return back("C-147", "trailers", trailing)
        .revision(2)
        .must("Trailer fields are no part of the stream")
        .clauses("http/message-framing")
        .why("A trailer that is read as a line of the stream could forge an event.")
        .hint("Read and drop the fields behind the last chunk.")
        .seenIn("Ktor 3.6.1")
        .catches("reads-trailers-as-body")
        .build();
  }

  private static ClientCase early(String code, String slug, int status) {
    return begin(code, slug)
        .must("A response of status " + status + " before the 200 is not the answer")
        .clauses("http/informational")
        .why("Proxies send such responses without being asked.")
        .hint("Skip responses of status 1xx.")
        .catches("takes-early-response-for-answer")
        .answers(typed().early(status).chunked().body("data: {b}\n\n").hold())
        .expect(events(message("{b}")), new Opened(1, 1))
        .build();
  }

  private static ClientCase noReason() {
    return begin("C-150", "no-reason-phrase")
        .revision(2)
        .must("A status line without a reason phrase is a status line")
        .clauses("http/status-line")
        .why("Some servers leave the phrase out, as HTTP allows.")
        .hint("Read three digits; ignore what follows.")
        .answers(
            Script.bare()
                .raw(
                    "HTTP/1.1 200 \r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n"
                        + "\r\n"
                        + chunk("data: {b}\n\n"))
                .hold())
        .expect(events(message("{b}")))
        .catches("wants-reason-phrase")
        .build();
  }

  private static ClientCase headerForm() {
    return begin("C-151", "header-form")
        .revision(2)
        .must("Header names have no case, and no space has to follow the colon")
        .clauses("http/field-name")
        .why("Proxies rewrite the case of names.")
        .hint("Compare names without regard to case, and trim values.")
        .answers(
            Script.bare()
                .raw(
                    "HTTP/1.1 200 OK\r\ncontent-type:text/event-stream\r\n"
                        + "TRANSFER-ENCODING: \tchunked \r\n\r\n"
                        + chunk("data: {b}\n\n"))
                .hold())
        .expect(events(message("{b}")))
        .catches("wants-header-names-in-capitals")
        .build();
  }

  private static String chunk(String body) {
    return size(body) + "\r\n" + body + "\r\n";
  }

  private static String size(String body) {
    return Integer.toHexString(body.length());
  }

  private static ClientCase.Builder begin(String code, String slug) {
    return client(code, "client/framing/" + slug).needs("reconnect").untilEvent("{b}");
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.cases.ClientExpectation.FailedForGood;
import dev.ssespec.cases.ClientExpectation.Filled;
import dev.ssespec.cases.ClientExpectation.InProportion;
import dev.ssespec.parser.Event;
import dev.ssespec.server.Script;
import java.util.ArrayList;
import java.util.List;

/** Much at once. */
final class ClientSizeCases {
  private static final int MANY = 10_000;
  private static final int SMALL = 1024;

  private ClientSizeCases() {}

  static List<ClientCase> all() {
    return List.of(
        manyEvents(),
        big("C-153", "line-beyond-scanner", 70_000)
            .must("A line of 70,000 characters arrives whole")
            .seenIn("mark3labs/mcp-go #61", "openai/openai-go #368", "r3labs/sse", "go-sse")
            .catches("ends-at-long-line")
            .build(),
        big("C-154", "event-of-a-mebibyte", 1 << 20)
            .must("An event of 1 MiB arrives whole")
            .seenIn(
                "modelcontextprotocol/python-sdk #3332",
                "rtfol/aiohttp-sse-client #11",
                "Spring WebClient 7.0.9 (256 KiB)",
                "aiohttp-sse-client2 0.3.0")
            .catches("ends-at-long-line")
            .build(),
        sixteenMebibytes(),
        manyLines(),
        hundredThousandLines(),
        smallChunks(),
        endlessLine(),
        longComment());
  }

  private static ClientCase manyEvents() {
    var body = new StringBuilder();
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      body.append("data: {a}").append(i).append("\n\n");
      all.add(message("{a}" + i));
    }
    all.add(message("{z}"));
    return client("C-152", "client/size/many-events")
        .must("Ten thousand events in one write all arrive, in order")
        .clauses("parse/no-limit", "interpret/order")
        .why("A server that catches up sends all at once; queues with a bound lose the rest.")
        .hint("Let a full queue hold the reading back, never drop from it.")
        .seenIn("mattt/EventSource (drops beyond 100)", "hseeberger/akka-sse #44")
        .catches("drops-events-beyond-hundred")
        .answers(held(body + "data: {z}\n\n"))
        .untilEvent("{z}")
        .expect(events(all.toArray(Event[]::new)), requests(1))
        .build();
  }

  private static ClientCase.Builder big(String code, String slug, int length) {
    String data = "{a}" + "x".repeat(length);
    return client(code, "client/size/" + slug)
        .clauses("parse/no-limit")
        .why("Whole documents and pictures are sent as events.")
        .hint("Let line buffers grow; a limit has to be the caller's, and reported.")
        .answers(held("data: " + data + "\n\ndata: {z}\n\n"), held("data: {z}\n\n"))
        .untilEvent("{z}")
        .expect(events(message(data), message("{z}")), requests(1));
  }

  private static ClientCase sixteenMebibytes() {
    int length = 16 << 20;
    return client("C-175", "client/size/event-of-many-mebibytes")
        .must("An event of 16 MiB arrives whole")
        .clauses("parse/no-limit")
        .why("Whole documents and pictures are sent as events; nothing in the format limits them.")
        .hint(
            "Let line buffers grow, and search only what is new: time must not grow with squares.")
        .seenIn("Spring WebClient 7.0.9 (256 KiB)")
        .catches("ends-at-long-line")
        .answers(
            Script.eventStream().filled("data: {a}", 'x', length, "\n\ndata: {z}\n\n").hold(),
            held("data: {z}\n\n"))
        .untilEvent("{z}")
        .expect(new Filled(1, "{a}", 'x', length), requests(1))
        .build();
  }

  private static ClientCase manyLines() {
    String line = "0123456789";
    return client("C-155", "client/size/many-lines")
        .must("An event of ten thousand lines arrives whole")
        .clauses("parse/no-limit", "field/data")
        .why("Joining lines one by one takes time that grows with the square of their number.")
        .hint("Append to one buffer.")
        .answers(held(("data: " + line + "\n").repeat(MANY) + "\ndata: {z}\n\n"))
        .untilEvent("{z}")
        .expect(events(message((line + "\n").repeat(MANY - 1) + line), message("{z}")), requests(1))
        .catches("keeps-last-data-line-alone")
        .build();
  }

  private static ClientCase hundredThousandLines() {
    String line = "0123456789";
    int lines = 10 * MANY;
    return client("C-222", "client/size/hundred-thousand-lines")
        .revision(2)
        .must("An event of a hundred thousand lines arrives whole")
        .slow()
        .clauses("parse/no-limit", "field/data")
        .why("Logs and tables are sent in lines; a list with a bound loses the rest of them.")
        .hint("Append to one buffer that grows.")
        .answers(held(("data: " + line + "\n").repeat(lines) + "\ndata: {z}\n\n"))
        .untilEvent("{z}")
        .expect(
            events(message((line + "\n").repeat(lines - 1) + line), message("{z}")), requests(1))
        .catches("keeps-last-data-line-alone", "keeps-first-lines-alone")
        .build();
  }

  private static ClientCase smallChunks() {
    int length = 1 << 20;
    int more = 4 << 20;
    return client("C-223", "client/size/long-line-in-small-chunks")
        .practice("A line of 4 MiB in chunks of 1 KiB takes no longer, byte for byte, than 1 MiB")
        .clauses("parse/no-limit", "practice/linear-time")
        .why("Who searches the whole line again with each chunk stands still at a picture.")
        .hint("Keep the pieces of an unfinished line, search the new one alone, join them once.")
        .seenIn(
            "btubbs/sseclient #28, #71",
            "eventsource-parser #19, #28 (fixed in 3.0.8)",
            "denoland/deno #35881",
            "ruby-eventsource #80",
            "httpx-sse #40 (0.4.3 does not)",
            "Azure/fetch-event-source",
            "earendil-works/pi #9037")
        .answers(
            Script.eventStream()
                .filled("data: {a}", 'x', length, "\n\n", SMALL)
                .await("seen")
                .filled("data: {b}", 'y', more, "\n\ndata: {z}\n\n", SMALL)
                .hold(),
            held("data: {z}\n\n"))
        .when(new Trigger.EventsSeen(1), new Deed.Release("seen"))
        .untilEvent("{z}")
        .expect(
            new Filled(1, "{a}", 'x', length),
            new Filled(2, "{b}", 'y', more),
            new InProportion(length, more, 3))
        .build();
  }

  private static ClientCase endlessLine() {
    int part = 16 << 20;
    return client("C-231", "client/size/endless-line")
        .observe("What becomes of a client whose server sends 64 MiB without a line end")
        .clauses("parse/no-limit", "interpret/end-of-stream")
        .why("A server that means ill, or a file of another kind, fills the memory of its clients.")
        .hint("Nothing to do; where you have a limit, report an error when it is reached.")
        .seenIn(
            "nodejs/undici #5552",
            "a2aproject/a2a-js #582",
            "dotnet/runtime #129168 (each asks for a bound)")
        .needs("reconnect")
        .slow()
        .answers(
            Script.eventStream()
                .body("retry: 50\n")
                .filled("data: ", 'x', part, "")
                .filled("", 'x', part, "")
                .filled("", 'x', part, "")
                .filled("", 'x', part, "")
                .end(),
            held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(events(message("{b}")), requests(2))
        .or("fails for good", events(), requests(1), new FailedForGood())
        .build();
  }

  private static ClientCase longComment() {
    return client("C-156", "client/size/long-comment")
        .must("A comment of 70,000 characters does not harm the event behind it")
        .clauses("parse/no-limit", "interpret/comment")
        .why("Some servers send a long comment first, to fill the buffers of proxies.")
        .hint("Skip what is not wanted without a limit of its own.")
        .catches("ends-at-long-line")
        .answers(held(":" + " ".repeat(70_000) + "\ndata: {a}\n\n"), held("data: {x}\n\n"))
        .untilEvent("{a}")
        .expect(events(message("{a}")), requests(1))
        .build();
  }
}

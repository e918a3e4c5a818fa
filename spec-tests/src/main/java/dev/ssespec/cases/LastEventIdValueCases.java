package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;
import static dev.ssespec.cases.ClientExpectation.noLastEventId;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;

import java.util.List;

/** Ids that are reset, ignored, or hard to put into a header. */
final class LastEventIdValueCases {
  private static final String LONG = "{i}" + "0123456789abcdef".repeat(1280);

  private LastEventIdValueCases() {}

  static List<ClientCase> all() {
    return List.of(
        reset("C-076", "reset-without-colon", "id")
            .seenIn("undici 7.30.2", "fetch-event-source 2.0.1", "r3labs/sse", "Spring")
            .catches(
                "keeps-stale-id-after-reset",
                "sends-blank-id-after-reset",
                "ignores-fields-without-colon",
                "remembers-first-id-alone",
                "never-sends-id")
            .build(),
        reset("C-077", "reset-with-colon", "id:")
            .seenIn(
                "undici 7.30.2",
                "typescript-sdk #2769",
                "reqwest-eventsource (blank header)",
                "Ktor 3.6.1 (blank header)")
            .catches(
                "keeps-stale-id-after-reset",
                "sends-blank-id-after-reset",
                "remembers-first-id-alone",
                "never-sends-id")
            .build(),
        reset("C-078", "reset-with-space", "id: ")
            .seenIn("undici 7.30.2", "langchain-ai/langgraph #9009")
            .catches(
                "keeps-stale-id-after-reset",
                "sends-blank-id-after-reset",
                "remembers-first-id-alone",
                "never-sends-id")
            .build(),
        nul(),
        nulAlone(),
        sentAs("C-081", "beyond-latin", "{i}é€")
            .must("An id is sent as its UTF-8 bytes")
            .seenIn("eventsource 4.1.1, undici 7.30.2, fetch-event-source 2.0.1 (never reconnect)")
            .catches("sends-id-as-latin", "dies-of-id-beyond-latin", "never-sends-id")
            .build(),
        sentAs("C-082", "latin", "{i}é")
            .must("An id within Latin-1 is sent as its UTF-8 bytes, too")
            .seenIn("eventsource 4.1.1, undici 7.30.2, fetch-event-source 2.0.1 (send E9)")
            .catches("sends-id-as-latin", "never-sends-id")
            .build(),
        survives("C-083", "control", "{i}\u0001x")
            .must("An id with a control character does not keep the client from reconnecting")
            .seenIn(
                "eventsource 4.1.1, undici 7.30.2, fetch-event-source 2.0.1 (never reconnect)",
                "launchdarkly-eventsource 2.2.0 (npm; ends the process)")
            .catches("dies-of-control-in-id")
            .build(),
        controlHeader(),
        survives("C-085", "outer-spaces", " {i} ")
            .must("An id with a space at each end does not keep the client from reconnecting")
            .catches("dies-of-spaces-in-id")
            .build(),
        spacesOnEvents(),
        sentAs("C-087", "punctuation", "{i}: \"a, b\"; c=%00\\")
            .must("An id of punctuation is sent as it is")
            .catches("escapes-id", "never-sends-id")
            .build(),
        sentAs("C-225", "tab", "{i}\tx")
            .must("An id with a tab in it is sent as it is")
            .why("A tab is the one control character that a header may hold; checks forget that.")
            .catches("dies-of-control-in-id", "sends-tab-as-space", "never-sends-id")
            .build(),
        tooLong());
  }

  private static ClientCase.Builder reset(String code, String slug, String field) {
    return begin(code, slug)
        .must("An id that was reset is not sent any more, not even as an empty header")
        .clauses("last-event-id/only-if-not-empty", "field/id")
        .why("Servers reset the id when old positions have lost their meaning.")
        .hint("An empty id sets the last event ID string to empty; then leave the header out.")
        .answers(
            ended("retry: 50\nid: {i}\ndata: {a}\n\n"),
            ended(field + "\ndata: {b}\n\n"),
            held("data: {c}\n\n"))
        .untilEvent("{c}")
        .expect(lastEventId(2, "{i}"), noLastEventId(3));
  }

  private static ClientCase nul() {
    return begin("C-079", "nul")
        .must("An id with NUL is ignored: the one before it stays")
        .clauses("field/id-nul", "last-event-id/header")
        .why("NUL cannot stand in a header, so such an id could never be sent.")
        .hint("Ignore the field; do not clear the buffer.")
        .seenIn(
            "eventsource-parser #34",
            "sseclient-py",
            "btubbs/sseclient",
            "okhttp-sse",
            "Jersey 4.0.2",
            "requests-sse 0.5.3")
        .answers(
            ended("retry: 50\nid: {i}\ndata: {a}\n\nid: x\u0000y\ndata: {b}\n\n"),
            held("data: {c}\n\n"))
        .untilEvent("{c}")
        .expect(lastEventId(2, "{i}"))
        .catches("takes-id-with-nul", "clears-id-at-nul", "clears-id-at-dispatch", "never-sends-id")
        .build();
  }

  private static ClientCase nulAlone() {
    return begin("C-080", "nul-alone")
        .must("An id with NUL, where there was none before, leaves the header out")
        .clauses("field/id-nul", "last-event-id/only-if-not-empty")
        .why("What is left of such an id stands for another event, or for none.")
        .hint("Ignore the field; do not cut the value at the NUL.")
        .seenIn("fetch-event-source 2.0.1", "aiohttp-sse-client")
        .catches("takes-id-with-nul")
        .answers(ended("retry: 50\nid: {i}\u0000\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(noLastEventId(2))
        .build();
  }

  private static ClientCase.Builder sentAs(String code, String slug, String id) {
    return begin(code, slug)
        .clauses("last-event-id/utf-eight")
        .why("Many HTTP libraries take header values for Latin-1, or refuse them.")
        .hint("Encode the id as UTF-8 and hand the bytes to the HTTP library, not the text.")
        .answers(ended("retry: 50\nid: " + id + "\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(lastEventId(2, id));
  }

  private static ClientCase.Builder survives(String code, String slug, String id) {
    return begin(code, slug)
        .clauses("last-event-id/header", "reconnect/steps")
        .why("One such id from a server, and the client is dead without a word.")
        .hint("Where your HTTP library refuses the value, leave the header out and say so.")
        .answers(ended("retry: 50\nid: " + id + "\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(requestsAtLeast(2));
  }

  private static ClientCase controlHeader() {
    String id = "{i}\u0001x";
    return begin("C-084", "control-as-sent")
        .observe("What is sent as Last-Event-ID for an id with a control character")
        .clauses("last-event-id/header")
        .why("Fetch lets it pass, HTTP does not, and servers may refuse the request.")
        .hint("Nothing to do; browsers send the character as it is.")
        .answers(ended("retry: 50\nid: " + id + "\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(lastEventId(2, id))
        .or("no header", noLastEventId(2))
        .build();
  }

  private static ClientCase spacesOnEvents() {
    return client("C-086", "client/last-event-id/outer-spaces-on-events")
        .must("An event's last event ID keeps its spaces but for the one behind the colon")
        .clauses("field/id", "interpret/one-space")
        .why("The application compares ids with those that the server gave.")
        .hint("Remove one space behind the colon, trim nothing.")
        .needs("last-event-id")
        .catches("trims-values")
        .answers(held("id:  {i} \ndata: {a}\n\n"))
        .untilEvent("{a}")
        .expect(events(message("{a}", " {i} ")))
        .build();
  }

  private static ClientCase tooLong() {
    return begin("C-088", "long")
        .must("An id of 20 KiB does not keep the client from reconnecting")
        .clauses("last-event-id/header", "reconnect/steps")
        .why("Nothing bounds an id; a client that cuts it resumes at a place that does not exist.")
        .hint("Send it whole; where that cannot be, leave the header out.")
        .seenIn("simonx1/ruby-mcp-client #200")
        .catches("cuts-long-id", "dies-of-long-id")
        .answers(ended("retry: 50\nid: " + LONG + "\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(lastEventId(2, LONG))
        .or("leaves a long id out", noLastEventId(2), requestsAtLeast(2))
        .build();
  }

  private static ClientCase.Builder begin(String code, String slug) {
    return client(code, "client/last-event-id/" + slug).needs("reconnect");
  }
}

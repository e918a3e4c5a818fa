package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;

import java.util.List;

/** What is committed as last event ID, and when it is sent. */
final class LastEventIdCases {
  private LastEventIdCases() {}

  static List<ClientCase> all() {
    return List.of(
        sent(),
        idOnly(),
        idOnlyOnEvents(),
        newest(),
        laterEvent(),
        onEvents(),
        afterReconnect(),
        keptOverQuiet(),
        oneHeader(),
        unfinished(),
        zero());
  }

  private static ClientCase sent() {
    return sends("C-065", "client/last-event-id/sent")
        .must("A reconnection carries the last event ID")
        .why("Without it the server cannot know what the client has missed.")
        .hint("Set Last-Event-ID on each request while the last event ID string is not empty.")
        .seenIn(
            "alevinval/sse #40",
            "modelcontextprotocol/php-sdk #327",
            "kotlin-sdk #590",
            "event-source-polyfill 1.0.31 (in the query)")
        .answers(ended("retry: 50\nid: {i}\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(lastEventId(2, "{i}"))
        .catches("never-sends-id")
        .build();
  }

  private static ClientCase idOnly() {
    return sends("C-066", "client/last-event-id/block-of-id-alone")
        .must("A block of an id alone sets the last event ID, though nothing is dispatched")
        .clauses("last-event-id/header", "dispatch/last-event-id")
        .why("Servers send such blocks to move the position on past events that were filtered.")
        .hint("Copy the last event ID buffer at each blank line, before you look at the data.")
        .seenIn(
            "eventsource 4.1.1",
            "LaunchDarkly python-eventsource",
            "okhttp-sse",
            "Firefox",
            "eventsource-client 1.2.0",
            "launchdarkly-eventsource 2.2.0 (npm)",
            "eventsource-client 0.17.4 (Rust)")
        .answers(ended("retry: 50\nid: {i}\ndata: {a}\n\nid: {n}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(lastEventId(2, "{n}"))
        .catches("forgets-id-of-empty-block", "remembers-first-id-alone", "never-sends-id")
        .build();
  }

  private static ClientCase idOnlyOnEvents() {
    return client("C-067", "client/last-event-id/block-of-id-alone-on-events")
        .must("Events behind a block of an id alone carry that id")
        .clauses("dispatch/last-event-id")
        .why("The application's own record of its position falls behind.")
        .hint("The last event ID buffer is never cleared by a dispatch, nor by the lack of one.")
        .seenIn("eventsource 4.1.1", "okhttp-sse")
        .needs("last-event-id")
        .answers(held("id: {i}\n\ndata: {a}\n\n"))
        .untilEvent("{a}")
        .expect(events(message("{a}", "{i}")))
        .catches("forgets-id-of-empty-block", "forgets-id-after-event", "dispatches-without-data")
        .build();
  }

  private static ClientCase newest() {
    return sends("C-068", "client/last-event-id/newest")
        .must("The newest id is sent, on the second reconnection, too")
        .why("Each break repeats everything since the first one.")
        .hint("Read the last event ID string when the request is built.")
        .seenIn("joshmossas/event-source-plus #26", "EventSource/eventsource #291")
        .answers(
            ended("retry: 50\nid: {i}\ndata: {a}\n\nid: {j}\ndata: {b}\n\n"),
            ended("id: {k}\ndata: {c}\n\n"),
            held("data: {d}\n\n"))
        .untilEvent("{d}")
        .expect(lastEventId(2, "{j}"), lastEventId(3, "{k}"))
        .catches("remembers-first-id-alone", "adds-one-header-for-each-id", "never-sends-id")
        .build();
  }

  private static ClientCase laterEvent() {
    return sends("C-069", "client/last-event-id/event-without-id")
        .must("A later event without an id leaves the last event ID as it was")
        .why("Servers give an id to some events only; the position would be lost with the others.")
        .hint("The last event ID buffer is not cleared by a dispatch.")
        .seenIn("EventSource/eventsource #358", "launchdarkly/eventsource #31")
        .answers(ended("retry: 50\nid: {i}\ndata: {a}\n\ndata: {b}\n\n"), held("data: {c}\n\n"))
        .untilEvent("{c}")
        .expect(lastEventId(2, "{i}"))
        .catches("clears-id-at-dispatch", "never-sends-id")
        .build();
  }

  private static ClientCase onEvents() {
    return client("C-070", "client/last-event-id/on-later-events")
        .must("Events without an id carry the last one")
        .clauses("dispatch/last-event-id")
        .why("The application's own record of its position is lost with each such event.")
        .hint("Give each event the last event ID string, not the id of its own block.")
        .seenIn("eventsource 4.1.1", "sseclient-py", "mattt/EventSource")
        .needs("last-event-id")
        .catches("forgets-id-after-event", "clears-id-at-dispatch")
        .answers(held("id: {i}\ndata: {a}\n\ndata: {b}\n\n"))
        .untilEvent("{b}")
        .expect(events(message("{a}", "{i}"), message("{b}", "{i}")))
        .build();
  }

  private static ClientCase afterReconnect() {
    return sends("C-071", "client/last-event-id/on-events-after-reconnect")
        .must("After a reconnection, events without an id still carry the last one")
        .clauses("last-event-id/carried-over")
        .why("Browsers carry it over, and applications that store lastEventId rely on it.")
        .hint("Seed the last event ID buffer of each new stream from the last event ID string.")
        .needs("last-event-id")
        .answers(ended("retry: 50\nid: {i}\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(events(message("{a}", "{i}"), message("{b}", "{i}")))
        .or("literal text", events(message("{a}", "{i}"), message("{b}")), lastEventId(2, "{i}"))
        .build();
  }

  private static ClientCase keptOverQuiet() {
    return sends("C-072", "client/last-event-id/kept-over-connections")
        .must("The id is sent again after a connection that brought nothing")
        .clauses("last-event-id/header", "last-event-id/kept")
        .why("A server that breaks twice in a row makes the client start from the beginning.")
        .hint("Keep the last event ID string in the source, and send it each time.")
        .answers(ended("retry: 50\nid: {i}\ndata: {a}\n\n"), ended(": x\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(lastEventId(2, "{i}"), lastEventId(3, "{i}"))
        .catches("sends-id-once", "adds-one-header-for-each-id", "never-sends-id")
        .build();
  }

  private static ClientCase oneHeader() {
    return sends("C-073", "client/last-event-id/one-header")
        .must("Each request has one Last-Event-ID, with one value")
        .why("A header that grows with each break ends in a request that is refused.")
        .hint("Set the header, do not append to it.")
        .seenIn("3ventic/EvtSource #3")
        .answers(
            ended("retry: 50\nid: {i}\ndata: {a}\n\n"),
            ended("id: {j}\ndata: {b}\n\n"),
            ended("id: {k}\ndata: {c}\n\n"),
            held("data: {d}\n\n"))
        .untilEvent("{d}")
        .expect(lastEventId(2, "{i}"), lastEventId(3, "{j}"), lastEventId(4, "{k}"))
        .catches("remembers-first-id-alone", "adds-one-header-for-each-id", "never-sends-id")
        .build();
  }

  private static ClientCase unfinished() {
    return sends("C-074", "client/last-event-id/of-unfinished-block")
        .must("The id of a block that never ended is not committed")
        .clauses("last-event-id/header", "dispatch/last-event-id", "interpret/end-of-stream")
        .why("The event of that id never arrived, and the server will not send it again.")
        .hint("Commit the id at the blank line, not at the id field.")
        .seenIn("fetch-event-source 2.0.1")
        .answers(
            ended("retry: 50\nid: {i}\ndata: {a}\n\nid: {n}\ndata: {b}\n"), held("data: {c}\n\n"))
        .untilEvent("{c}")
        .expect(lastEventId(2, "{i}"))
        .catches("commits-id-at-field", "dispatches-unfinished-block", "never-sends-id")
        .build();
  }

  private static ClientCase zero() {
    return sends("C-075", "client/last-event-id/zero")
        .must("The id 0 is an id")
        .why("Many servers count from 0, and in many languages \"0\" or 0 is as good as nothing.")
        .hint("Ask whether the string is empty, not whether it is truthy.")
        .answers(ended("retry: 50\nid: 0\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(lastEventId(2, "0"))
        .catches("takes-zero-for-nothing", "never-sends-id")
        .build();
  }

  private static ClientCase.Builder sends(String code, String id) {
    return client(code, id)
        .needs("reconnect")
        .clauses("last-event-id/header", "last-event-id/kept");
  }
}

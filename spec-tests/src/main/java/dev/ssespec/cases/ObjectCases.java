package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;

import dev.ssespec.cases.ClientExpectation.FailedForGood;
import dev.ssespec.cases.ClientExpectation.ObjectKeepsUrl;
import dev.ssespec.cases.ClientExpectation.ObjectShows;
import dev.ssespec.cases.ClientExpectation.Refused;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import java.util.List;

/** What the object is like that stands for a source, where a library has one. */
final class ObjectCases {
  private static final OpenOptions SHOWN = OpenOptions.none().object();
  private static final String STATE = "readyState";

  private ObjectCases() {}

  static List<ClientCase> all() {
    return List.of(
        beginsConnecting(),
        openWhileConnected(),
        connectingWhileWaiting(),
        closedWhenFailed(),
        closedBehindClose(),
        url(),
        withoutCredentials(),
        withCredentials(),
        constants(),
        badAddress(),
        handlers(),
        ownEvents());
  }

  private static ClientCase.Builder object(String code, String slug) {
    return client(code, "client/object/" + slug).options(SHOWN);
  }

  private static ClientCase.Builder state(String code, String slug) {
    return object(code, slug)
        .clauses("interface/ready-state")
        .why("Applications ask the object whether they are connected.")
        .hint("Set the state before the event is fired that tells of it.");
  }

  private static ClientCase beginsConnecting() {
    Script late =
        Script.bare()
            .await("late")
            .raw(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
                    + "retry: 50\ndata: {a}\n\n")
            .hold();
    return state("C-236", "begins-connecting")
        .must("readyState is 0 before there is an answer")
        .answers(late, held("data: {x}\n\n"))
        .when(new Trigger.Lull(new Trigger.RequestSeen(1)), new Deed.Release("late"))
        .untilEvent("{a}")
        .expect(new ObjectShows("made", STATE, "0"), events(message("{a}")))
        .catches("object-begins-open")
        .build();
  }

  private static ClientCase openWhileConnected() {
    return state("C-237", "open-while-connected")
        .must("readyState is 1 when the connection is announced, and with each event")
        .needs("opened")
        .answers(held("retry: 50\ndata: {a}\n\n"), held("data: {x}\n\n"))
        .untilEvent("{a}")
        .expect(
            new ObjectShows("opened", STATE, "1"),
            new ObjectShows("event", STATE, "1"),
            events(message("{a}")))
        .catches("object-stays-connecting")
        .build();
  }

  private static ClientCase connectingWhileWaiting() {
    return state("C-238", "connecting-while-waiting")
        .must("readyState is 0 when the connection is lost and will be made again")
        .needs("error", "reconnect")
        .answers(ended("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(new ObjectShows("connecting", STATE, "0"), events(message("{a}"), message("{b}")))
        .catches("object-stays-open-at-loss")
        .build();
  }

  private static ClientCase closedWhenFailed() {
    return state("C-239", "closed-when-failed")
        .must("readyState is 2 when the connection has failed for good")
        .needs("error")
        .answers(Script.status(404), held("data: {x}\n\n"))
        .until(new Until.Failed(1))
        .expect(new FailedForGood(), new ObjectShows("failed", STATE, "2"))
        .catches("object-stays-connecting-when-failed")
        .build();
  }

  private static ClientCase closedBehindClose() {
    return state("C-240", "closed-behind-close")
        .must("readyState is 2 as soon as close has returned")
        .answers(held("retry: 50\ndata: {a}\n\n"), held("data: {x}\n\n"))
        .when(new Trigger.EventSeen("{a}"), new Deed.Close())
        .until(new Until.Closed())
        .expect(new ObjectShows("closed", STATE, "2"))
        .catches("object-stays-open-behind-close")
        .build();
  }

  private static ClientCase url() {
    return object("C-241", "url")
        .must("url is the source's own, whatever redirects do")
        .clauses("interface/url")
        .why("Who shows the address of a stream shows one that the next connection will not ask.")
        .hint("Keep the address of the request apart from that of the response.")
        .answers(Script.redirect(302, "/elsewhere"))
        .route("/elsewhere", Route.of(held("retry: 50\ndata: {a}\n\n")))
        .untilEvent("{a}")
        .expect(new ObjectKeepsUrl(), events(message("{a}")))
        .catches("object-takes-url-of-redirect")
        .build();
  }

  private static ClientCase.Builder attribute(String code, String slug) {
    return object(code, slug)
        .clauses("interface/attributes")
        .why("Code that is shared by browsers and servers asks the object what it is.")
        .hint("Give the object the attributes of the interface, and the constants to both.")
        .answers(held("retry: 50\ndata: {a}\n\n"), held("data: {x}\n\n"))
        .untilEvent("{a}");
  }

  private static ClientCase withoutCredentials() {
    return attribute("C-242", "without-credentials")
        .revision(2)
        .needs("event-target")
        .must("withCredentials is false unless it was asked for")
        .expect(new ObjectShows("made", "withCredentials", "false"))
        .catches("object-negates-credentials")
        .build();
  }

  private static ClientCase withCredentials() {
    return attribute("C-243", "with-credentials")
        .revision(2)
        .needs("event-target")
        .must("withCredentials is true where it was asked for")
        .options(SHOWN.credentials())
        .expect(new ObjectShows("made", "withCredentials", "true"))
        .catches("object-negates-credentials")
        .build();
  }

  private static ClientCase constants() {
    return attribute("C-244", "constants")
        .must("CONNECTING, OPEN and CLOSED are 0, 1 and 2, on the object and on its interface")
        .expect(new ObjectShows("made", "constants", "[0,1,2,0,1,2]"))
        .catches("object-numbers-states-from-one")
        .build();
  }

  private static ClientCase badAddress() {
    return client("C-245", "client/object/bad-address")
        .revision(2)
        .needs("event-target")
        .must("An address that is no URL is refused with a SyntaxError")
        .clauses("interface/url")
        .why("Whoever made a mistake waits for a connection that nobody tries to make.")
        .hint("Parse the address before anything else, and throw.")
        .options(SHOWN.address("http://[/"))
        .answers(held("data: {x}\n\n"))
        .until(new Until.GaveUp())
        .expect(new Refused("SyntaxError"))
        .catches("takes-any-address")
        .build();
  }

  private static ClientCase handlers() {
    return object("C-246", "handlers")
        .must("onopen, onmessage and onerror are called beside the listeners")
        .clauses("interface/handlers")
        .why("Half of all programs assign onmessage, and hear nothing.")
        .hint("Let the three attributes be listeners for open, message and error.")
        .needs("event-target", "opened", "error", "reconnect")
        .answers(ended("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(
            new ObjectShows("closed", "handlers", "[2,2,1]"),
            events(message("{a}"), message("{b}")))
        .catches("object-knows-listeners-alone")
        .build();
  }

  private static ClientCase ownEvents() {
    return object("C-247", "own-events")
        .must("Events have the source as their target, do not bubble, and cannot be cancelled")
        .clauses("interface/listeners")
        .why("A handler for several sources asks the event which of them it came from.")
        .hint("Fire the events at the object itself.")
        .needs("event-target", "opened", "error", "reconnect")
        .answers(ended("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(
            new ObjectShows("opened", "ownEvents", "true"),
            new ObjectShows("event", "ownEvents", "true"),
            new ObjectShows("connecting", "ownEvents", "true"),
            events(message("{a}"), message("{b}")))
        .catches("object-lends-its-events")
        .build();
  }
}

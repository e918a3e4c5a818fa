package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.cases.ClientExpectation.Header;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.cases.ClientExpectation.NotBefore;
import dev.ssespec.report.Bytes;
import dev.ssespec.server.Script;
import java.util.List;

/** What else there is to be said of requests, and of attempts that come to nothing. */
final class FurtherRequestCases {
  private static final String ACCEPT = "text/event-stream;x={k}, application/x-{k}";

  private FurtherRequestCases() {}

  static List<ClientCase> all() {
    return List.of(
        pragma(), ownAccept(), userInformation(), defaultTime(), headCut(), idOverAttempts());
  }

  private static ClientCase pragma() {
    return client("C-170", "client/request/pragma")
        .observe("Whether the request has Pragma: no-cache as well")
        .clauses("connect/cache-mode")
        .why("Fetch adds it to requests that no cache may answer; caches of HTTP/1.0 read it.")
        .hint("Nothing to do: Cache-Control says the same to every cache of today.")
        .answers(held("data: {a}\n\n"))
        .untilEvent("{a}")
        .expect(new Header(1, "pragma", new HeaderRule.Has("no-cache")))
        .or("no Pragma", new Header(1, "pragma", new HeaderRule.Absent()))
        .build();
  }

  private static ClientCase ownAccept() {
    return client("C-171", "client/option/accept")
        .should("An Accept header of the caller's is sent as it is")
        .clauses("option/headers", "connect/accept")
        .why("Gateways choose what they answer by what the caller accepts.")
        .hint("Set the default before the caller's headers are copied, not behind.")
        .seenIn("square/okhttp (keeps it)")
        .options(OpenOptions.none().header("Accept", ACCEPT))
        .answers(held("data: {a}\n\n"))
        .untilEvent("{a}")
        .expect(new Header(1, "accept", new HeaderRule.Exactly(Bytes.utf8(ACCEPT))))
        .catches("replaces-callers-accept", "drops-own-headers")
        .build();
  }

  private static ClientCase userInformation() {
    Script challenge =
        Script.response(401).header("WWW-Authenticate", "Basic realm=\"x\"").contentLength(0).end();
    return client("C-196", "client/request/user-information")
        .observe("What becomes of a name and a password in the URL")
        .clauses("connect/request", "connect/status")
        .why(
            "Fetch sends them when it is challenged and a person agrees; others send them at once.")
        .hint("Nothing to do; know whether your URLs' passwords go over the wire.")
        .options(OpenOptions.none().user("n{k}:p{k}"))
        .answers(challenge, held("data: {a}\n\n"))
        .until(Until.any(new Until.EventSeen("{a}"), new Until.Failed(1), new Until.ErrorSeen(1)))
        .expect(requests(1), new Header(1, "authorization", new HeaderRule.Absent()))
        .or("sent at once", new Header(1, "authorization", new HeaderRule.Present()))
        .or("sent when challenged", new Header(2, "authorization", new HeaderRule.Present()))
        .or("such a URL is refused", requests(0))
        .build();
  }

  private static ClientCase defaultTime() {
    return client("C-172", "client/reconnection-time/default")
        .observe("How long the client waits where nobody has told it")
        .clauses("connect/reconnection-time", "reconnect/wait")
        .why("The standard thinks of a few seconds; all clients of a server wait that long.")
        .hint("Nothing to do, if it is more than a moment.")
        .needs("reconnect")
        .options(OpenOptions.none().ownTime())
        .answers(ended("data: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(events(message("{a}"), message("{b}")), new NotBefore(2, 1000))
        .or("less than a second", events(message("{a}"), message("{b}")))
        .build();
  }

  private static ClientCase headCut() {
    return client("C-173", "client/reconnect/head-cut")
        .must("A response whose head is cut off is an attempt that came to nothing")
        .clauses("reconnect/at-error", "reconnect/failed-attempt")
        .why("A server that is killed while it answers is started again a moment later.")
        .hint("Let every error below HTTP take the way of a lost stream.")
        .needs("reconnect")
        .catches("gives-up-after-failed-attempt")
        .answers(
            ended("retry: 50\ndata: {a}\n\n"), Script.bare().raw("HT").cut(), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(events(message("{a}"), message("{b}")), requests(3))
        .build();
  }

  private static ClientCase idOverAttempts() {
    return client("C-174", "client/last-event-id/kept-over-resets")
        .must("Attempts that are reset carry the last event ID, and do not cost it")
        .clauses("last-event-id/kept", "last-event-id/header", "reconnect/failed-attempt")
        .why("What was missed in an outage is lost, though the server has kept it.")
        .hint("Read the header's value anew for each attempt, and clear it nowhere.")
        .needs("reconnect")
        .catches(
            "adds-one-header-for-each-id",
            "sends-id-once",
            "never-sends-id",
            "gives-up-after-failed-attempt")
        .answers(
            ended("retry: 50\nid: {i}\ndata: {a}\n\n"),
            Script.resetBeforeResponse(),
            Script.resetBeforeResponse(),
            held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(lastEventId(2, "{i}"), lastEventId(3, "{i}"), lastEventId(4, "{i}"))
        .build();
  }
}

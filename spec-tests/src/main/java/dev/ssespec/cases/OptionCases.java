package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;

import dev.ssespec.cases.ClientExpectation.Header;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.cases.ClientExpectation.Method;
import dev.ssespec.cases.ClientExpectation.NotInErrors;
import dev.ssespec.report.Bytes;
import dev.ssespec.server.Script;
import java.util.List;

/** What a caller may add to the request, where the library lets it. */
final class OptionCases {
  private static final HeaderRule VALUE = new HeaderRule.Exactly(Bytes.utf8("{k}"));

  private OptionCases() {}

  static List<ClientCase> all() {
    return List.of(
        header(),
        headerAgain(),
        post(),
        report(),
        initialId(),
        newerId(),
        initialIdOnEvents(),
        secret());
  }

  private static ClientCase header() {
    return client("C-006", "client/option/header")
        .should("A header of the caller's is sent")
        .clauses("option/headers")
        .why("Most real streams want an Authorization header.")
        .hint("Copy the caller's headers into the request.")
        .seenIn("whatwg/html #2177", "EventSource/eventsource #21")
        .options(OpenOptions.none().header("x-case", "{k}"))
        .answers(held("data: {a}\n\n"))
        .untilEvent("{a}")
        .expect(new Header(1, "x-case", VALUE))
        .catches("drops-own-headers")
        .build();
  }

  private static ClientCase secret() {
    return client("C-230", "client/option/secret-in-error")
        .practice("The message of an error does not hold the caller's Authorization")
        .clauses("practice/secrets")
        .why("Messages of errors are logged, and logs are read by many.")
        .hint("Name the header, never its value.")
        .seenIn("launchdarkly/dotnet-eventsource before 5.2.1")
        .needs("error")
        .options(OpenOptions.none().header("authorization", "Bearer {k}"))
        .answers(Script.response(401).header("WWW-Authenticate", "Bearer").contentLength(0).end())
        .until(Until.any(new Until.Failed(1), new Until.Requests(2)))
        .expect(
            new Header(1, "authorization", new HeaderRule.Exactly(Bytes.utf8("Bearer {k}"))),
            new NotInErrors("{k}"))
        .build();
  }

  private static ClientCase headerAgain() {
    return client("C-007", "client/option/header-again")
        .should("A header of the caller's is sent on each reconnection, too")
        .clauses("option/headers", "reconnect/same-request")
        .why("A stream that was let in with a token is refused after its first break.")
        .hint("Build each request from the same options.")
        .seenIn("LaunchDarkly sse-contract-tests (capability headers)")
        .needs("reconnect")
        .options(OpenOptions.none().header("x-case", "{k}"))
        .answers(ended("retry: 50\ndata: {a}\n\n"), ended("data: {b}\n\n"), held("data: {c}\n\n"))
        .untilEvent("{c}")
        .expect(new Header(2, "x-case", VALUE), new Header(3, "x-case", VALUE))
        .catches("forgets-headers-on-reconnect", "drops-own-headers")
        .build();
  }

  private static ClientCase post() {
    return client("C-008", "client/option/post-again")
        .should("Method and body of the caller's are sent, at first and on a reconnection")
        .clauses("option/method", "reconnect/same-request")
        .why("The second request asks for something else than the first, or for nothing.")
        .hint("Keep the body, not a reader that has been read to its end.")
        .seenIn("EventSource/eventsource #316", "LaunchDarkly sse-contract-tests (post)")
        .needs("reconnect")
        .catches("forgets-body-on-reconnect")
        .options(OpenOptions.none().request("POST", "body-{k}"))
        .answers(ended("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(new Method(1, "POST", "body-{k}"), new Method(2, "POST", "body-{k}"))
        .build();
  }

  private static ClientCase report() {
    return client("C-235", "client/option/report")
        .should("A method that few know is sent as it is, with the type of its body")
        .clauses("option/method", "option/headers")
        .why("Servers that keep queries out of their logs take them as the body of a REPORT.")
        .hint("Hand the method on as it is; keep no list of those that you know.")
        .seenIn("LaunchDarkly sse-contract-tests (capability report)")
        .options(
            OpenOptions.none().request("REPORT", "body-{k}").header("content-type", "text/x-{k}"))
        .answers(held("data: {a}\n\n"))
        .untilEvent("{a}")
        .expect(
            events(message("{a}")),
            new Method(1, "REPORT", "body-{k}"),
            new Header(1, "content-type", new HeaderRule.Exactly(Bytes.utf8("text/x-{k}"))))
        .catches("drops-own-headers")
        .build();
  }

  private static ClientCase initialId() {
    return client("C-009", "client/option/initial-id")
        .should("An initial last event ID of the caller's is sent with the first request")
        .clauses("option/initial-id", "last-event-id/header")
        .why("An application that was restarted loses what happened meanwhile.")
        .hint("Let the last event ID string begin with the caller's value.")
        .seenIn("LaunchDarkly sse-contract-tests (last-event-id)")
        .options(OpenOptions.none().id("{i}"))
        .answers(held("data: {a}\n\n"))
        .untilEvent("{a}")
        .expect(lastEventId(1, "{i}"))
        .catches("ignores-initial-id", "never-sends-id")
        .build();
  }

  private static ClientCase newerId() {
    return client("C-010", "client/option/initial-id-replaced")
        .should("An id from the stream takes the place of the caller's initial one")
        .clauses("option/initial-id", "last-event-id/header")
        .why("Each reconnection resumes at the place where the application once began.")
        .hint("Treat the option as the first value of the last event ID string, not as a header.")
        .seenIn("launchdarkly-eventsource 2.2.0 (npm)")
        .needs("reconnect")
        .options(OpenOptions.none().id("{i}"))
        .answers(ended("retry: 50\nid: {n}\ndata: {a}\n\n"), held("data: {b}\n\n"))
        .untilEvent("{b}")
        .expect(lastEventId(2, "{n}"))
        .catches(
            "initial-id-wins",
            "remembers-first-id-alone",
            "adds-one-header-for-each-id",
            "never-sends-id")
        .build();
  }

  private static ClientCase initialIdOnEvents() {
    return client("C-011", "client/option/initial-id-on-events")
        .should("Events without an id carry the caller's initial one")
        .clauses("option/initial-id", "last-event-id/carried-over")
        .why("An application that stores each event's lastEventId would forget its position.")
        .hint("Seed the last event ID buffer of each stream from the last event ID string.")
        .needs("last-event-id")
        .options(OpenOptions.none().id("{i}"))
        .answers(held("data: {a}\n\n"))
        .untilEvent("{a}")
        .expect(events(message("{a}", "{i}")))
        .or("literal text", events(message("{a}")))
        .build();
  }
}

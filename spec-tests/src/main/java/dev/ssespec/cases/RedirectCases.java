package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;

import dev.ssespec.cases.ClientExpectation.FailedForGood;
import dev.ssespec.cases.ClientExpectation.Opened;
import dev.ssespec.cases.ClientExpectation.Path;
import dev.ssespec.cases.ClientExpectation.RequestsInARow;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import java.util.List;

/** Redirects lead to the stream, to an end, or nowhere; never into a loop. */
final class RedirectCases {
  private RedirectCases() {}

  static List<ClientCase> all() {
    return List.of(
        follows("C-034", "moved-permanently", 301).catches("follows-no-redirect").build(),
        follows("C-035", "found", 302).catches("follows-no-redirect").build(),
        follows("C-036", "see-other", 303).catches("follows-no-redirect").build(),
        follows("C-037", "temporary", 307)
            .catches("follows-no-redirect", "follows-old-redirects-alone")
            .build(),
        follows("C-038", "permanent", 308)
            .catches("follows-no-redirect", "follows-old-redirects-alone")
            .build(),
        chain(),
        loop(),
        noLocation(),
        toNoContent(),
        nextRequest());
  }

  private static ClientCase.Builder follows(String code, String slug, int status) {
    return client(code, "client/redirect/" + slug)
        .must("A redirect with status " + status + " is followed")
        .clauses("fetch/redirect")
        .why("Streams move, behind load balancers and to other hosts; their users must not.")
        .hint("Follow all five redirect statuses; HTTP libraries often leave some of them out.")
        .seenIn("EventSource/eventsource (its own redirect tests all send 301)")
        .answers(Script.redirect(status, "/b"))
        .route("/b", Route.of(held("data: {a}\n\n")))
        .untilEvent("{a}")
        .expect(events(message("{a}")), new Path(2, "/b"), requests(2));
  }

  private static ClientCase chain() {
    return client("C-039", "client/redirect/chain")
        .must("A chain of redirects is followed to the stream")
        .clauses("fetch/redirect", "fetch/redirect-limit")
        .why("One redirect to https and one to a shard are everyday life.")
        .hint("Follow redirects in a loop, up to a limit of 20.")
        .catches("follows-no-redirect", "follows-old-redirects-alone", "follows-one-redirect")
        .answers(Script.redirect(302, "/b"))
        .route("/b", Route.of(Script.redirect(307, "/c")))
        .route("/c", Route.of(Script.redirect(301, "/d")))
        .route("/d", Route.of(held("data: {a}\n\n")))
        .untilEvent("{a}")
        .expect(events(message("{a}")), new Path(4, "/d"), requests(4))
        .build();
  }

  private static ClientCase loop() {
    return client("C-040", "client/redirect/loop")
        .must("A loop of redirects is left after a bounded number of requests")
        .clauses("fetch/redirect-limit")
        .why("A client that runs round in circles at full speed takes the server down.")
        .hint("Count the redirects of one connection attempt; Fetch gives up behind the 20th.")
        .catches("follows-redirects-for-ever")
        .answers(Script.redirect(302, "/b"))
        .route("", Route.always(Script.redirect(302, "/b")))
        .route("/b", Route.always(Script.redirect(302, "/b")))
        .until(
            Until.any(new Until.Requests(160), new Until.RequestsTo("", 2), new Until.ErrorSeen(1)))
        .expect(new RequestsInARow("/b", 20), events())
        .or("a limit of its own", new RequestsInARow("/b", 100), events())
        .build();
  }

  private static ClientCase noLocation() {
    return client("C-041", "client/redirect/no-location")
        .must("A redirect that says not where to is a status like any other: it fails")
        .clauses("fetch/redirect", "connect/status")
        .why("A client that asks the same URL again asks for ever.")
        .hint("Without Location the response is the answer, and its status is not 200.")
        .seenIn("LaunchDarkly sse-contract-tests (redirect without Location)")
        .catches("asks-again-without-location")
        .answers(Script.response(302).contentLength(0).end())
        .until(Until.any(new Until.Failed(1), new Until.Requests(2)))
        .thenSilence()
        .expect(requests(1), new FailedForGood(), new Opened(0, 0))
        .or("stream: tries again", events(), requestsAtLeast(2))
        .build();
  }

  private static ClientCase toNoContent() {
    return client("C-042", "client/redirect/to-no-content")
        .must("A redirect to a 204 fails the connection for good")
        .clauses("fetch/redirect", "connect/status")
        .why("A server that says stop behind a redirect means it.")
        .hint("Check the status of the response at the end of the chain.")
        .catches(
            "follows-no-redirect", "follows-old-redirects-alone", "comes-back-after-no-content")
        .answers(Script.redirect(307, "/b"))
        .route("/b", Route.always(Script.status(204)))
        .until(
            Until.any(Until.all(new Until.Requests(2), new Until.Failed(2)), new Until.Requests(3)))
        .thenSilence()
        .expect(requests(2), new Path(2, "/b"), new FailedForGood(), new Opened(0, 0))
        .or("stream: tries again", events(), requestsAtLeast(3))
        .build();
  }

  private static ClientCase nextRequest() {
    return client("C-043", "client/redirect/next-request")
        .observe("Which URL a reconnection asks for after a redirect")
        .clauses("reconnect/same-request", "fetch/redirect")
        .why("The text can be read either way; whoever moves a stream wants to know.")
        .hint(
            "Nothing to do: Chromium asks the target of the redirect, Firefox after 307 does not.")
        .seenIn("undici 7.30.2 (the redirect's target)", "eventsource 4 (the original)")
        .needs("reconnect")
        .answers(Script.redirect(307, "/b"), ended("retry: 50\ndata: {b}\n\n"))
        .route("/b", Route.of(ended("retry: 50\ndata: {a}\n\n"), held("data: {b}\n\n")))
        .until(Until.all(new Until.EventSeen("{a}"), new Until.Requests(3)))
        .expect(new Path(3, ""))
        .or("asks the redirect's target", new Path(3, "/b"))
        .build();
  }
}

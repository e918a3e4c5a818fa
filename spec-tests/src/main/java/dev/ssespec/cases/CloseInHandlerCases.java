package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.errors;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;

import dev.ssespec.cases.ClientExpectation.ClosedByHandler;
import dev.ssespec.cases.ClientExpectation.PeerLeft;
import dev.ssespec.cases.ClientExpectation.SilentAfterClose;
import java.util.List;

/** Sources that are closed from within their own handlers, by the adapter, not by a message. */
final class CloseInHandlerCases {
  private static final String BATCH = "retry: 50\ndata: {a}\n\ndata: {b}\n\ndata: {c}\n\n";

  private CloseInHandlerCases() {}

  static List<ClientCase> all() {
    return List.of(inEvent(), inError(), inOpen(), twice());
  }

  private static ClientCase inEvent() {
    return closes("C-185", "in-event-handler")
        .must("A source that is closed in the handler of an event delivers no other of the batch")
        .clauses("close/state", "dispatch/closed")
        .why("Whoever has found what he waited for is told more, in a state that is gone.")
        .hint("Look at the state before each dispatch, within a batch, too.")
        .seenIn("Chromium, WebKit and Yaffle/EventSource test it")
        .options(OpenOptions.none().closeOn("event", 1))
        .answers(held(BATCH), held("data: {x}\n\n"))
        .until(Until.all(new Until.Closed(), new Until.PeerLeft(1)))
        .thenSilence()
        .expect(events(message("{a}")), requests(1), new PeerLeft(1), new SilentAfterClose())
        .catches(
            "delivers-events-after-close",
            "takes-close-for-loss",
            "leaves-connection-open-at-close")
        .build();
  }

  private static ClientCase inError() {
    return closes("C-186", "in-error-handler")
        .must("A source that is closed in the handler of a loss does not come back")
        .clauses("close/state", "reconnect/closed")
        .why("The one thing that an application can do about an endless outage is close.")
        .hint("Look at the state when the handlers of the error have run.")
        .seenIn("Azure/fetch-event-source #24", "EventSource/eventsource #58")
        .needs("error", "reconnect")
        .options(OpenOptions.none().closeOn("error", 1))
        .answers(ended("retry: 50\ndata: {a}\n\n"), held("data: {x}\n\n"))
        .until(new Until.Closed())
        .thenSilence()
        .expect(events(message("{a}")), requests(1), errors("connecting"), new SilentAfterClose())
        .catches(
            "reports-events-late",
            "reports-close-as-error",
            "reports-no-loss",
            "reconnects-after-close")
        .build();
  }

  private static ClientCase inOpen() {
    return closes("C-187", "in-open-handler")
        .must("A source that is closed in the handler of its announcement delivers nothing")
        .clauses("close/aborts-fetch", "dispatch/closed")
        .why("The body is read, and reported, to an owner that is gone.")
        .hint("Look at the state when the announcement is through, before a byte is read.")
        .needs("opened")
        .options(OpenOptions.none().closeOn("opened", 1))
        .answers(held(BATCH), held("data: {x}\n\n"))
        .until(Until.all(new Until.Closed(), new Until.PeerLeft(1)))
        .expect(events(), new PeerLeft(1), new SilentAfterClose())
        .catches("delivers-events-after-close", "leaves-connection-open-at-close")
        .build();
  }

  private static ClientCase twice() {
    return closes("C-188", "twice")
        .revision(2)
        .must("A source may be closed twice")
        .clauses("close/state")
        .why("Owners clean up in more than one place; the second time must not throw.")
        .hint("Return where the state is CLOSED already.")
        .seenIn("launchdarkly/eventsource (Go): close of a closed channel")
        .options(OpenOptions.none().closeOn("event", 2))
        .answers(held(BATCH), held("data: {x}\n\n"))
        .until(Until.all(new Until.Closed(), new Until.PeerLeft(1)))
        .thenSilence()
        .expect(new ClosedByHandler(), requests(1), new PeerLeft(1), new SilentAfterClose())
        .catches(
            "dies-of-second-close",
            "delivers-events-after-close",
            "leaves-connection-open-at-close")
        .build();
  }

  private static ClientCase.Builder closes(String code, String slug) {
    return client(code, "client/close/" + slug);
  }
}

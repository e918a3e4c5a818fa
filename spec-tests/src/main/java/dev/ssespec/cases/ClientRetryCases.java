package dev.ssespec.cases;

import static dev.ssespec.cases.Answers.ended;
import static dev.ssespec.cases.Answers.held;
import static dev.ssespec.cases.Answers.message;
import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.requests;
import static dev.ssespec.cases.ClientExpectation.requestsAtLeast;
import static dev.ssespec.cases.ReconnectionTimeCases.waits;

import dev.ssespec.cases.ClientExpectation.NotBefore;
import dev.ssespec.server.Script;
import java.util.List;
import java.util.stream.Stream;

/** Values of retry that are no number, or too large a one. */
final class ClientRetryCases {
  private ClientRetryCases() {}

  static List<ClientCase> all() {
    return Stream.of(junk(), huge()).flatMap(List::stream).toList();
  }

  private static List<ClientCase> junk() {
    return List.of(
        ignored("C-098", "signed", "+5", "-5")
            .must("A retry with a sign is ignored")
            .seenIn("httpx-sse", "go-sse", "eventsource-stream", "Ktor", "Jersey")
            .catches(
                "reads-retry-with-sign",
                "reads-retry-up-to-junk",
                "dies-of-bad-retry",
                "ignores-retry")
            .build(),
        ignored("C-099", "trailing-letters", "5x", "1e1")
            .must("A retry with letters behind its digits is ignored")
            .seenIn("fetch-event-source 2.0.1", "WebKit #2750", "btubbs/sseclient (dies)")
            .catches("reads-retry-up-to-junk", "dies-of-bad-retry", "ignores-retry")
            .build(),
        ignored("C-100", "fraction", "5.5", "1.0")
            .must("A retry with a fraction is ignored")
            .seenIn("denoland/deno")
            .catches("reads-retry-up-to-junk", "dies-of-bad-retry", "ignores-retry")
            .build(),
        ignored("C-101", "spaces", " 7", "7 ")
            .must("A retry with a space more than the one behind the colon is ignored")
            .seenIn("httpx-sse", "LaunchDarkly python-eventsource")
            .catches(
                "trims-values",
                "strips-controls-off-retry",
                "reads-retry-up-to-junk",
                "dies-of-bad-retry",
                "ignores-retry")
            .build(),
        ignored("C-102", "underscore", "1_0", "1_")
            .must("A retry with an underscore is ignored")
            .seenIn("httpx-sse", "openai-python")
            .catches("reads-retry-up-to-junk", "dies-of-bad-retry", "ignores-retry")
            .build(),
        ignored("C-103", "other-digits", "\u0663", "\uff15")
            .must("A retry with digits that are not ASCII is ignored")
            .seenIn("httpx-sse", "LaunchDarkly python-eventsource")
            .catches("reads-retry-of-any-digits", "dies-of-bad-retry", "ignores-retry")
            .build(),
        ignored("C-104", "hexadecimal", "0x10", "1f")
            .must("A hexadecimal retry is ignored")
            .seenIn("denoland/deno")
            .catches("reads-retry-up-to-junk", "dies-of-bad-retry", "ignores-retry")
            .build(),
        ignored("C-226", "control", "7\u0000", "7\b")
            .must("A retry with a control character behind its digits is ignored")
            .catches(
                "strips-controls-off-retry",
                "reads-retry-up-to-junk",
                "dies-of-bad-retry",
                "ignores-retry")
            .build());
  }

  private static List<ClientCase> huge() {
    return List.of(
        huge("C-105", "beyond-int", "2147483648")
            .catches("wraps-retry-at-int", "ignores-retry")
            .build(),
        huge("C-106", "beyond-unsigned-int", "4294967306")
            .seenIn("eventsource 4.1.1, undici 7.30.2, fetch-event-source 2.0.1 (a storm)")
            .catches("wraps-retry-at-int", "ignores-retry")
            .build(),
        huge("C-107", "beyond-long", "18446744073709551626")
            .catches("wraps-retry-at-int", "overflows-retry-in-nanos", "ignores-retry")
            .build(),
        huge("C-108", "twenty-digits", "99999999999999999999")
            .seenIn("launchdarkly/eventsource (Go, a negative duration)")
            .catches("overflows-retry-in-nanos", "ignores-retry")
            .build());
  }

  private static ClientCase.Builder ignored(
      String code, String slug, String value, String otherValue) {
    return waits(code, slug)
        .clauses("field/retry-invalid", "reconnect/wait")
        .why("Number parsers take more than digits, and the client comes back too early.")
        .hint("Look at each character: anything but 0 to 9 and the field is ignored.")
        .answers(
            ended("retry: 300\ndata: {a}\n\nretry: " + value + "\ndata: {b}\n\n"),
            ended("retry: 300\ndata: {c}\n\nretry: " + otherValue + "\ndata: {d}\n\n"),
            held("data: {z}\n\n"))
        .expect(
            requestsAtLeast(3),
            events(message("{a}"), message("{b}"), message("{c}"), message("{d}"), message("{z}")),
            new NotBefore(2, 300),
            new NotBefore(3, 300));
  }

  private static ClientCase.Builder huge(String code, String slug, String value) {
    Script first = ended("retry: " + value + "\ndata: {a}\n\n");
    return client(code, "client/reconnection-time/" + slug)
        .must("A retry of " + value + " never leads to an earlier reconnection")
        .needs("reconnect")
        .clauses("field/retry", "reconnect/wait")
        .why("Where the number overflows, the client comes back hundreds of times a second.")
        .hint("Take what is too large for your timer as the largest wait that it knows.")
        .answers(first, first, first)
        .until(Until.all(new Until.EventSeen("{a}"), new Until.ResponseOver(1)))
        .thenSilence()
        .expect(requests(1), events(message("{a}")));
  }
}

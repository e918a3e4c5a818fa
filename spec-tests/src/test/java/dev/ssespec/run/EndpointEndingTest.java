package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.report.Bytes;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Endpoints whose streams end by themselves: nothing of that is a deviation. */
class EndpointEndingTest {
  private static final Duration WATCH = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final String[] WORDS = {
    "data: {\"choices\":[{\"delta\":{\"content\":\"It\"}}]}\n\n",
    "data: {\"choices\":[{\"delta\":{\"content\":\" streams\"}}]}\n\n",
    "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n",
    "data: [DONE]\n\n"
  };

  private static void assertGood(List<CaseRecord> records, String... summary) {
    assertThat(
            EndpointTrial.findings(records, Verdict.FAIL, Verdict.NON_STRICT, Verdict.INCONCLUSIVE))
        .isEmpty();
    assertThat(EndpointSummary.of(records))
        .map(sentence -> sentence.replaceAll(" in \\d+\\.\\d s", ""))
        .map(sentence -> sentence.replaceAll("after \\d+\\.\\d s", "after a moment"))
        .containsExactly(summary);
  }

  private static EndpointOptions posting(AnsweringServer server, String body, String accept) {
    return EndpointOptions.of(server.uri())
        .lasting(WATCH, TIMEOUT)
        .asking(
            "POST", Bytes.utf8(body), Map.of("Content-Type", "application/json", "Accept", accept));
  }

  @Test
  void anAnswerThatIsPostedForAndEndsWithDone() throws Exception {
    try (var server = new AnsweringServer("POST", true, WORDS)) {
      assertGood(
          EndpointTrial.records(posting(server, "{\"stream\":true}", "text/event-stream")),
          "It is a well-formed event stream: 4 events.",
          "It sends each event at once, and whole.",
          "Whether it keeps its connection alive was not seen: The stream ended by itself after a"
              + " moment.",
          "Whether it resumes was not seen: A method other than GET may do something each time, so"
              + " that it is sent once.",
          "Nothing was found that a proxy or a browser would trip over.");
    }
  }

  @Test
  void theAnswerToOneCallOfAProtocolWithTools() throws Exception {
    try (var server =
        new AnsweringServer(
            "POST",
            true,
            "event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n\n")) {
      assertGood(
          EndpointTrial.records(
              posting(
                  server,
                  "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
                  "application/json, text/event-stream")),
          "It is a well-formed event stream: 1 event.",
          "It sends each event at once, and whole.",
          "Whether it keeps its connection alive was not seen: The stream ended by itself after a"
              + " moment.",
          "Whether it resumes was not seen: A method other than GET may do something each time, so"
              + " that it is sent once.",
          "Nothing was found that a proxy or a browser would trip over.");
    }
  }

  @Test
  void anAnswerThatIsThereForWhoeverComes() throws Exception {
    try (var server = new AnsweringServer("GET", true, WORDS)) {
      assertGood(
          EndpointTrial.records(EndpointOptions.of(server.uri()).lasting(WATCH, TIMEOUT)),
          "It is a well-formed event stream: 4 events.",
          "It sends each event at once, and whole.",
          "Whether it resumes was not seen: No event with an id came before the"
              + " connection was dropped.",
          "The stream ended by itself after 4 events; who comes back gets HTTP/1.1 200 OK"
              + " (text/event-stream; charset=utf-8).",
          "Nothing was found that a proxy or a browser would trip over.");
    }
  }

  @Test
  void anAnswerThatEndsWithItsConnection() throws Exception {
    try (var server = new AnsweringServer("GET", false, WORDS)) {
      assertGood(
          EndpointTrial.records(EndpointOptions.of(server.uri()).lasting(WATCH, TIMEOUT)),
          "It is a well-formed event stream: 4 events.",
          "It sends each event at once, and whole.",
          "Whether it resumes was not seen: No event with an id came before the"
              + " connection was dropped.",
          "The stream ended by itself after 4 events; who comes back gets HTTP/1.1 200 OK"
              + " (text/event-stream; charset=utf-8).",
          "Nothing was found that a proxy or a browser would trip over.");
    }
  }

  @Test
  void anEndpointThatIsNoStreamIsSaidToBeNone() throws Exception {
    try (var server = new AnsweringServer("POST", true, WORDS)) {
      assertThat(
              EndpointSummary.of(
                  EndpointTrial.records(EndpointOptions.of(server.uri()).lasting(WATCH, TIMEOUT))))
          .containsExactly(
              "It is no event stream that a client would take: Asked for the stream, the endpoint"
                  + " sent HTTP/1.1 405 Method Not Allowed (no media type).");
    }
  }
}

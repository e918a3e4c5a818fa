package dev.ssespec.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How streams are created at a test service. */
class StreamCreationTest extends LinkTrial {
  @Test
  void carriesTheOptions() {
    List<ObjectNode> bodies = Collections.synchronizedList(new ArrayList<>());
    var service =
        new TestService() {
          @Override
          void begin(String path, ObjectNode options) {
            bodies.add(options);
          }

          @Override
          List<String> capabilities() {
            return List.of("headers", "last-event-id", "post");
          }
        };
    try (service;
        Link link = link(service)) {
      ObjectNode open = open().put("retryMs", 50).put("lastEventId", "7");
      open.put("readTimeoutMs", 9).put("method", "POST").put("body", "b");
      open.putObject("headers").put("X-A", "y");
      link.tell(open);
      link.tell(close());
      ear.until(CLOSED);
    }

    assertThat(bodies).hasSize(1);
    assertThat(bodies.get(0).remove("callbackUrl").asText())
        .matches("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{16}");
    assertThat(bodies.get(0).toString())
        .isEqualTo(
            "{\"streamUrl\":\"http://127.0.0.1:1/s\",\"tag\":\"c1\",\"initialDelayMs\":50,"
                + "\"readTimeoutMs\":9,\"lastEventId\":\"7\",\"method\":\"POST\",\"body\":\"b\","
                + "\"headers\":{\"x-a\":\"y\",\"content-type\":\"text/plain; charset=utf-8\"}}");
  }

  @Test
  void withoutALocationFailsTheStreamAlone() {
    var service =
        new TestService() {
          @Override
          Answer create(ObjectNode options) {
            return Answer.of(201);
          }
        };

    assertThat(whole(service))
        .containsExactly(
            "{\"op\":\"failed\",\"id\":\"c1\",\"error\":\"POST "
                + service.url()
                + " was answered without a Location\"}",
            CLOSED);
  }

  @Test
  void answeredWith500FailsTheStreamAlone() {
    var service =
        new TestService() {
          @Override
          Answer create(ObjectNode options) {
            return new Answer(500, Map.of(), "out of luck");
          }
        };

    assertThat(whole(service))
        .containsExactly(
            "{\"op\":\"failed\",\"id\":\"c1\",\"error\":\"POST "
                + service.url()
                + " was answered with 500: out of luck\"}",
            CLOSED);
  }

  @Test
  void isReadyOnceTheTypesOfEventsWereAskedFor() {
    List<String> commands = Collections.synchronizedList(new ArrayList<>());
    var service =
        new TestService() {
          @Override
          List<String> capabilities() {
            return List.of("event-type-listeners");
          }

          @Override
          Answer command(String path, ObjectNode command) {
            commands.add(command.toString());
            return Answer.of(204);
          }
        };
    try (service;
        Link link = link(service)) {
      ObjectNode open = open();
      open.putArray("eventTypes").add("message").add("tick");
      link.tell(open);

      assertThat(ear.until("{\"op\":\"ready\""))
          .containsExactly("{\"op\":\"ready\",\"id\":\"c1\"}");
      assertThat(commands)
          .containsExactly("{\"command\":\"listen\",\"listen\":{\"type\":\"tick\"}}");
    }
  }
}

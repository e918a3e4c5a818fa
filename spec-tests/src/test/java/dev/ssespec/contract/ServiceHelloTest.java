package dev.ssespec.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a test service is taken to be able to do. */
class ServiceHelloTest extends LinkTrial {
  @Test
  void namesWhatTheServiceDeclaresInTheAdapterProtocolsWords() {
    var service =
        new TestService() {
          @Override
          List<String> capabilities() {
            return List.of(
                "bom",
                "comments",
                "event-type-listeners",
                "headers",
                "last-event-id",
                "post",
                "read-timeout",
                "report",
                "restart",
                "something-new");
          }
        };
    try (service;
        Link link = link(service)) {
      link.tell(Json.message("hello"));

      assertThat(ear.until("{\"op\":\"hello\""))
          .containsExactly(
              "{\"op\":\"hello\",\"protocol\":1,\"target\":{\"name\":\""
                  + service.url()
                  + "\",\"version\":\"\",\"language\":\"\",\"homepage\":\"\"},"
                  + "\"roles\":[\"client\"],\"capabilities\":[\"body\",\"comments\","
                  + "\"headers\",\"initial-last-event-id\",\"last-event-id\",\"method\","
                  + "\"read-timeout\",\"ready\",\"reconnect\",\"retry-option\"],"
                  + "\"hides\":[\"close\"],\"profile\":\"stream\","
                  + "\"notes\":\"A contract-test service, unmodified.\"}");
    }
  }

  @Test
  void mayBeAskedOfAServiceWithoutABody() {
    var service =
        new TestService() {
          @Override
          Answer status() {
            return Answer.of(200);
          }
        };
    try (service;
        Link link = link(service)) {
      link.tell(Json.message("hello"));

      assertThat(ear.until("{\"op\":\"hello\"").get(0))
          .contains("\"capabilities\":[\"last-event-id\",\"reconnect\",\"retry-option\"]");
    }
  }

  @Test
  void whatNobodyKnowsIsUnsupported() {
    try (var service = new TestService();
        Link link = link(service)) {
      link.tell(Json.message("xyz").put("id", "n1"));

      assertThat(ear.until("{\"op\":\"unsupported\""))
          .containsExactly("{\"op\":\"unsupported\",\"of\":\"xyz\",\"id\":\"n1\"}");
    }
  }
}

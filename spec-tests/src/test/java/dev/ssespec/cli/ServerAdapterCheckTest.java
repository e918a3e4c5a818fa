package dev.ssespec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ServerAdapterCheckTest {
  @Test
  void theStreamIsAskedForWithTheQueryOfItsUrl() {
    assertThat(request("http://127.0.0.1:7/events?stream=all"))
        .isEqualTo(
            "GET /events?stream=all HTTP/1.1\r\nHost: 127.0.0.1:7\r\n"
                + "Accept: text/event-stream\r\n\r\n");
    assertThat(request("http://127.0.0.1:7/events")).startsWith("GET /events HTTP/1.1\r\n");
  }

  private static String request(String url) {
    return new String(ServerAdapterCheck.request(URI.create(url)), StandardCharsets.US_ASCII);
  }
}

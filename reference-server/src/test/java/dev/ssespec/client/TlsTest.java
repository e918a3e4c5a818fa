package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.client.WireReading.Ended;
import dev.ssespec.client.WireReading.NoConnection;
import dev.ssespec.server.NothingLeftOver;
import dev.ssespec.server.Peer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NothingLeftOver.class)
final class TlsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final byte[] REQUEST = Peer.head("GET / HTTP/1.1", "Host: a").getBytes(ISO_8859_1);
  private static final String ANSWER =
      Peer.head("HTTP/1.1 200 OK", "Content-Type: text/event-stream", "Connection: close")
          + "data: a\n\n";

  @Test
  void a_trusted_certificate_that_names_the_host_is_taken(@TempDir Path directory)
      throws Exception {
    try (TlsServer server = new TlsServer(directory, "ip:127.0.0.1", ANSWER)) {
      WireExchange exchange =
          new WireClient().withTls(server.context()).exchange(server.url(), REQUEST, LONG);
      assertThat(exchange.end()).isInstanceOf(Ended.class);
      assertThat(new String(exchange.body(), ISO_8859_1)).isEqualTo("data: a\n\n");
    }
  }

  @Test
  void a_certificate_that_names_another_host_is_not(@TempDir Path directory) throws Exception {
    try (TlsServer server = new TlsServer(directory, "dns:example.com", ANSWER)) {
      WireExchange exchange =
          new WireClient().withTls(server.context()).exchange(server.url(), REQUEST, LONG);
      assertThat(exchange.readings()).hasOnlyElementsOfType(NoConnection.class);
    }
  }

  @Test
  void a_certificate_of_no_known_maker_is_not(@TempDir Path directory) throws Exception {
    try (TlsServer server = new TlsServer(directory, "ip:127.0.0.1", ANSWER)) {
      WireExchange exchange = new WireClient().exchange(server.url(), REQUEST, LONG);
      assertThat(exchange.readings()).hasOnlyElementsOfType(NoConnection.class);
    }
  }

  @Test
  void an_event_source_reads_over_tls_where_it_trusts_the_server(@TempDir Path directory)
      throws Exception {
    Heard heard = new Heard();
    try (TlsServer server = new TlsServer(directory, "ip:127.0.0.1", ANSWER);
        EventSourceClient client = EventSourceClient.start(server.context())) {
      client.open(server.url(), heard);
      assertThat(heard.until("message|a|")).containsExactly("open", "message|a|");
    }
  }

  @Test
  void an_event_source_does_not_read_from_a_server_it_does_not_trust(@TempDir Path directory)
      throws Exception {
    Heard heard = new Heard();
    try (TlsServer server = new TlsServer(directory, "ip:127.0.0.1", ANSWER);
        EventSourceClient client = EventSourceClient.start()) {
      client.open(server.url(), heard);
      assertThat(heard.until("error CONNECTING")).containsExactly("error CONNECTING");
    }
  }
}

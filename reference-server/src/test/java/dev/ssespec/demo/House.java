package dev.ssespec.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssespec.channel.Patience;
import dev.ssespec.channel.ServerOptions;
import dev.ssespec.channel.StreamReader;
import dev.ssespec.client.WireClient;
import dev.ssespec.client.WireExchange;
import dev.ssespec.playground.Playground;
import dev.ssespec.playground.PlaygroundOptions;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;

/** All demos, at a brisk pace, and the means to talk to them. */
final class House implements AutoCloseable {
  private static final Duration BEAT = Duration.ofMillis(20);
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Playground playground;

  private House(Playground playground) {
    this.playground = playground;
  }

  /** With a cinema that is gone when the house is closed. */
  static House open() throws SQLException {
    return open("jdbc:h2:mem:");
  }

  static House open(String jdbcUrl) throws SQLException {
    ServerOptions server =
        ServerOptions.DEFAULT.beating(Duration.ofMillis(50), Duration.ofSeconds(30));
    return new House(Playground.start(PlaygroundOptions.on(jdbcUrl).with(server).withBeat(BEAT)));
  }

  URI url(String path) {
    return playground.uri().resolve(path);
  }

  StreamReader reader(String path) {
    return StreamReader.open(url(path));
  }

  StreamReader resumed(String path, String lastEventId) {
    return StreamReader.resume(url(path), lastEventId);
  }

  /** Status and body of the answer. */
  String post(String path, String json) throws InterruptedException {
    byte[] request =
        StreamReader.request("POST", url(path), "Content-Type: application/json\r\n", json);
    return outline(new WireClient().exchange(url(path), request, DEADLINE));
  }

  /** Status and body of the answer. */
  String get(String path, String headerLines) throws InterruptedException {
    byte[] request = StreamReader.get(url(path), headerLines);
    return outline(new WireClient().exchange(url(path), request, DEADLINE));
  }

  private static String outline(WireExchange exchange) {
    return exchange.head().orElseThrow().status()
        + " "
        + new String(exchange.body(), UTF_8).strip();
  }

  void awaitStreams(int count) {
    Patience.until(() -> playground.openStreams() == count);
  }

  @Override
  public void close() {
    playground.close();
  }
}

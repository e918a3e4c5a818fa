package dev.ssespec.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.server.WireRecord.Ended;
import dev.ssespec.server.WireRecord.PeerClosed;
import dev.ssespec.server.WireRecord.RequestSeen;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NothingLeftOver.class)
final class OriginLimitsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final List<Origin> origins = new ArrayList<>();

  @AfterEach
  void stop() {
    origins.forEach(Origin::close);
  }

  private Origin origin(OriginLimits limits) {
    Origin origin = Origin.start(limits);
    origins.add(origin);
    return origin;
  }

  private Stage stage(OriginLimits limits, Script script) {
    return origin(limits).stage(new Program(Map.of("", Route.always(script))));
  }

  private static String answer(int status, String reason) {
    return Peer.head("HTTP/1.1 " + status + " " + reason, "Content-Length: 0", "Connection: close");
  }

  @Test
  void a_stage_answers_so_many_requests_and_records_the_flood_once() throws IOException {
    Stage stage = stage(OriginLimits.DEFAULT.withMaxRequestsPerStage(2), Script.status(200));
    assertThat(Peer.answer(stage.url())).isEqualTo(answer(200, "OK"));
    assertThat(Peer.answer(stage.url())).isEqualTo(answer(200, "OK"));
    assertThat(Peer.answer(stage.url())).isEqualTo("<Connection reset>");
    assertThat(Peer.answer(stage.url())).isEqualTo("<Connection reset>");
    assertThat(Watch.kinds(stage.records()))
        .filteredOn(kind -> kind.matches("RequestSeen|Flooded"))
        .containsExactly("RequestSeen", "RequestSeen", "Flooded");
  }

  @Test
  void a_stage_keeps_so_many_bytes_of_requests() throws IOException {
    OriginLimits limits = new OriginLimits(9, 65_536, 100, 1_000, 9, LONG, LONG);
    Stage stage = stage(limits, Script.status(200));
    String request =
        Peer.head(
            "POST " + stage.path() + " HTTP/1.1", "Content-Length: 1", "X: " + "x".repeat(500));
    try (Peer first = new Peer(stage.url());
        Peer second = new Peer(stage.url())) {
      assertThat(first.send(request + "x").readAll()).isEqualTo(answer(200, "OK"));
      assertThat(second.send(request + "x").readAll()).isEqualTo("<Connection reset>");
    }
  }

  @Test
  void a_head_may_have_sixty_four_kibibytes() throws IOException {
    Stage stage = stage(OriginLimits.DEFAULT, Script.status(200));
    String start = "GET " + stage.path() + " HTTP/1.1\r\nX: ";
    String rest = "x".repeat(65_536 - start.length() - 4);
    try (Peer peer = new Peer(stage.url())) {
      assertThat(peer.send(start + rest + "\r\n\r\n").readAll()).isEqualTo(answer(200, "OK"));
    }
    try (Peer peer = new Peer(stage.url())) {
      assertThat(peer.send(start + rest + "x\r\n\r\n").readAll())
          .isEqualTo(answer(431, "Request Header Fields Too Large"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 1048577", "Transfer-Encoding: chunked\r\n\r\nfffff0\r\n"})
  void a_body_may_have_a_mebibyte(String framing) throws IOException, InterruptedException {
    Stage stage = stage(OriginLimits.DEFAULT, Script.status(200));
    try (Peer peer = new Peer(stage.url())) {
      peer.send(
          Peer.head("POST " + stage.path() + " HTTP/1.1", "Content-Length: 1048576")
              + "x".repeat(1 << 20));
      assertThat(peer.readAll()).isEqualTo(answer(200, "OK"));
    }
    RequestSeen seen = (RequestSeen) new Watch(stage).until(PeerClosed.class).get(0);
    assertThat(seen.body()).hasSize(1 << 20);
    try (Peer peer = new Peer(stage.url())) {
      peer.send(
          Peer.head("POST " + stage.path() + " HTTP/1.1", framing) + "x".repeat((1 << 20) + 1));
      assertThat(peer.readAll()).startsWith("HTTP/1.1 413 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET / HTTP/2\r\n\r\n",
        "GET / a HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx"
      })
  void what_is_no_request_is_told_so(String bytes) throws IOException {
    Stage stage = stage(OriginLimits.DEFAULT, Script.status(200));
    try (Peer peer = new Peer(stage.url())) {
      assertThat(peer.send(bytes).readAll()).isEqualTo(answer(400, "Bad Request"));
    }
  }

  @Test
  void a_body_that_waits_to_be_asked_for_is_asked_for() throws IOException {
    Stage stage = stage(OriginLimits.DEFAULT, Script.status(200));
    String goOn = Peer.head("HTTP/1.1 100 Continue");
    try (Peer peer = new Peer(stage.url())) {
      peer.send(
          Peer.head(
              "POST " + stage.path() + " HTTP/1.1", "Expect: 100-continue", "Content-Length: 1"));
      assertThat(peer.read(goOn.length())).isEqualTo(goOn);
      assertThat(peer.send("x").readAll()).isEqualTo(answer(200, "OK"));
    }
  }

  @Test
  void connections_beyond_the_limit_are_closed() throws IOException {
    OriginLimits limits = new OriginLimits(9, 1_000, 1_000, 10_000, 2, LONG, LONG);
    Stage stage = stage(limits, Script.bare().raw("a").hold());
    try (Peer first = Peer.get(stage.url());
        Peer second = Peer.get(stage.url())) {
      assertThat(first.read(1)).isEqualTo("a");
      assertThat(second.read(1)).isEqualTo("a");
      assertThat(Peer.answer(stage.url())).matches("|<Connection reset>|<Broken pipe>");
    }
  }

  @Test
  void a_request_that_does_not_come_is_not_waited_for() throws IOException {
    OriginLimits limits =
        new OriginLimits(9, 1_000, 1_000, 10_000, 9, Duration.ofMillis(200), LONG);
    Stage stage = stage(limits, Script.status(200));
    try (Peer peer = new Peer(stage.url())) {
      assertThat(peer.send("GET ").readAll()).isEmpty();
    }
    assertThat(stage.records()).isEmpty();
  }

  @Test
  void a_peer_that_does_not_close_is_not_waited_for() throws IOException, InterruptedException {
    OriginLimits limits =
        new OriginLimits(9, 1_000, 1_000, 10_000, 9, LONG, Duration.ofMillis(200));
    Stage stage = stage(limits, Script.status(200));
    Watch watch = new Watch(stage);
    try (Peer peer = Peer.get(stage.url())) {
      watch.until(Ended.class);
      assertThat(peer.readAll()).isEqualTo(answer(200, "OK"));
      // Once the origin has closed as well, what is sent is answered with a reset.
      while (!peer.isRefused("x")) {
        Thread.onSpinWait();
      }
    }
    assertThat(Watch.kinds(stage.records())).containsExactly("RequestSeen", "Wrote", "Ended");
  }

  @Test
  void a_thousand_streams_need_no_thousand_threads() throws IOException {
    int before = Thread.activeCount();
    Script script =
        Script.bare().raw("a").pause(Duration.ofMillis(20)).raw("b").await("all").raw("c").end();
    Stage stage = stage(OriginLimits.DEFAULT.withMaxRequestsPerStage(1_000), script);
    List<Peer> peers = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        peers.add(Peer.get(stage.url()));
      }
      for (Peer peer : peers) {
        assertThat(peer.read(2)).isEqualTo("ab");
      }
      assertThat(Thread.activeCount() - before).isLessThan(50);
      stage.release("all");
      for (Peer peer : peers) {
        assertThat(peer.readAll()).isEqualTo("c");
      }
    } finally {
      for (Peer peer : peers) {
        peer.close();
      }
    }
  }
}

package dev.ssespec.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.server.WireRecord.Abandoned;
import dev.ssespec.server.WireRecord.PeerClosed;
import dev.ssespec.server.WireRecord.RequestSeen;
import dev.ssespec.server.WireRecord.WasReset;
import dev.ssespec.server.WireRecord.Wrote;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeftOver.class)
final class OriginRecordsTest {
  private static final int STREAM_HEAD_BYTES = 124;

  /** Strongly held: a level that is set on a logger goes with it. */
  private static final Logger RECORDING = Logger.getLogger(Recording.class.getName());

  private Origin origin;

  @BeforeEach
  void start() {
    origin = Origin.start();
  }

  @AfterEach
  void stop() {
    origin.close();
  }

  @Test
  void a_request_is_kept_byte_by_byte() throws IOException, InterruptedException {
    Stage stage = origin.stage(Program.of(Script.status(204)));
    String head =
        Peer.head(
            "POST " + stage.path() + "?q=1 HTTP/1.1",
            "hOsT:  a",
            "Last-Event-ID: \u00c3\u00a9\u0001" + "x".repeat(20_480),
            "Transfer-Encoding: chunked");
    try (Peer peer = new Peer(stage.url())) {
      peer.send(head).send("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n").readAll();
    }
    RequestSeen seen = (RequestSeen) new Watch(stage).until(PeerClosed.class).get(0);
    assertThat(new String(seen.head(), ISO_8859_1)).isEqualTo(head);
    assertThat(new String(seen.body(), ISO_8859_1)).isEqualTo("abcde");
    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.target()).isEqualTo(stage.path() + "?q=1");
    assertThat(seen.subPath()).isEmpty();
    assertThat(seen.request()).isEqualTo(1);
  }

  @Test
  void each_write_is_shown_in_order_up_to_the_peers_end() throws IOException, InterruptedException {
    Stage stage = origin.stage(Program.of(Script.eventStream().body("a").body("b").end()));
    Peer.answer(stage.url());
    List<WireRecord> records = new Watch(stage).until(PeerClosed.class);
    assertThat(Watch.kinds(records))
        .containsExactly("RequestSeen", "Wrote", "Wrote", "Wrote", "Wrote", "Ended", "PeerClosed");
    assertThat(new String(((Wrote) records.get(2)).bytes(), ISO_8859_1)).isEqualTo("1\r\na\r\n");
    assertThat(records).isSortedAccordingTo((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
    assertThat(stage.records()).isEqualTo(records);
  }

  @Test
  void a_peer_that_goes_ends_the_script() throws IOException, InterruptedException {
    Stage stage = origin.stage(Program.of(Script.eventStream().headNow().hold()));
    Watch watch = new Watch(stage);
    try (Peer peer = Peer.get(stage.url())) {
      peer.read(STREAM_HEAD_BYTES);
    }
    List<WireRecord> records = watch.until(PeerClosed.class);
    assertThat(Watch.kinds(records)).containsExactly("RequestSeen", "Wrote", "PeerClosed");
    assertThat(((PeerClosed) records.get(2)).byReset()).isFalse();
  }

  @Test
  void a_peer_that_resets_is_told_apart() throws IOException, InterruptedException {
    Stage stage = origin.stage(Program.of(Script.eventStream().headNow().hold()));
    Watch watch = new Watch(stage);
    try (Peer peer = Peer.get(stage.url())) {
      peer.read(STREAM_HEAD_BYTES);
      peer.reset();
    }
    List<WireRecord> records = watch.until(PeerClosed.class);
    assertThat(((PeerClosed) records.get(2)).byReset()).isTrue();
  }

  @Test
  void a_pause_lasts_at_least_as_long_as_it_says() throws IOException, InterruptedException {
    Duration pause = Duration.ofMillis(50);
    Stage stage = origin.stage(Program.of(Script.bare().raw("a").pause(pause).raw("b").end()));
    assertThat(Peer.answer(stage.url())).isEqualTo("ab");
    List<WireRecord> records = new Watch(stage).until(PeerClosed.class);
    assertThat(records.get(2).atNanos() - records.get(1).atNanos())
        .isGreaterThanOrEqualTo(pause.toNanos());
  }

  @Test
  void a_gate_holds_until_it_is_released_and_stays_open() throws IOException, InterruptedException {
    Script script = Script.bare().raw("a").await("gate").raw("b").end();
    Stage stage = origin.stage(Program.of(script, script));
    try (Peer peer = Peer.get(stage.url())) {
      assertThat(peer.read(1)).isEqualTo("a");
      assertThat(Watch.kinds(stage.records())).containsExactly("RequestSeen", "Wrote");
      stage.release("gate");
      assertThat(peer.readAll()).isEqualTo("b");
    }
    assertThat(Peer.answer(stage.url())).isEqualTo("ab");
  }

  @Test
  void closing_a_stage_resets_what_is_open() throws IOException, InterruptedException {
    Stage stage = origin.stage(Program.of(Script.bare().raw("a").hold()));
    Watch watch = new Watch(stage);
    try (Peer peer = Peer.get(stage.url())) {
      peer.read(1);
      stage.close();
      assertThat(peer.readAll()).isEqualTo("<Connection reset>");
    }
    assertThat(Watch.kinds(watch.until(Abandoned.class)))
        .containsExactly("RequestSeen", "Wrote", "Abandoned");
  }

  @Test
  void an_observer_that_fails_or_calls_back_loses_nothing()
      throws IOException, InterruptedException {
    RECORDING.setLevel(Level.OFF);
    Stage stage = origin.stage(Program.of(Script.bare().await("gate").reset()));
    stage.observe(
        r -> {
          stage.release("gate");
          throw new IllegalStateException("on purpose");
        });
    Watch watch = new Watch(stage);
    Peer.answer(stage.url());
    assertThat(Watch.kinds(watch.until(WasReset.class))).containsExactly("RequestSeen", "WasReset");
  }

  @Test
  void closing_a_stage_ends_a_write_that_the_peer_does_not_take()
      throws IOException, InterruptedException {
    Stage stage = origin.stage(Program.of(Script.bare().raw("x".repeat(64 << 20)).end()));
    Watch watch = new Watch(stage);
    try (Peer peer = Peer.get(stage.url())) {
      assertThat(peer.read(1)).isEqualTo("x");
      stage.close();
      assertThat(peer.readAll()).hasSizeLessThan(64 << 20).endsWith("<Connection reset>");
    }
    assertThat(Watch.kinds(watch.until(Abandoned.class)))
        .containsExactly("RequestSeen", "Wrote", "Abandoned");
  }
}

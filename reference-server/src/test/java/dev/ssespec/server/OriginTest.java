package dev.ssespec.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssespec.server.WireRecord.Abandoned;
import dev.ssespec.server.WireRecord.PeerClosed;
import dev.ssespec.server.WireRecord.RequestSeen;
import dev.ssespec.server.WireRecord.WasReset;
import dev.ssespec.server.WireRecord.Wrote;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeftOver.class)
final class OriginTest {
  private static final String STREAM_HEAD =
      Peer.head(
          "HTTP/1.1 200 OK",
          "Content-Type: text/event-stream",
          "Cache-Control: no-store",
          "Transfer-Encoding: chunked",
          "Connection: close");

  private Origin origin;

  @BeforeEach
  void start() {
    origin = Origin.start();
  }

  @AfterEach
  void stop() {
    origin.close();
  }

  private String answerTo(Script script) throws IOException {
    return Peer.answer(origin.stage(Program.of(script)).url());
  }

  @Nested
  final class Responses {
    @Test
    void chunked_ends_with_the_terminating_chunk() throws IOException {
      assertThat(answerTo(Script.eventStream().body("data: a\n\n").body("\u00e9").end()))
          .isEqualTo(STREAM_HEAD + "9\r\ndata: a\n\n\r\n2\r\n\u00c3\u00a9\r\n0\r\n\r\n");
    }

    @Test
    void chunked_and_cut_lacks_the_terminating_chunk() throws IOException {
      assertThat(answerTo(Script.eventStream().body("data: a\n\n").cut()))
          .isEqualTo(STREAM_HEAD + "9\r\ndata: a\n\n\r\n");
    }

    @Test
    void close_delimited_has_no_framing() throws IOException {
      assertThat(answerTo(Script.response(200).http10().closeDelimited().body("a").end()))
          .isEqualTo(Peer.head("HTTP/1.0 200 OK", "Connection: close") + "a");
    }

    @Test
    void content_length_can_be_cut_short() throws IOException {
      assertThat(answerTo(Script.response(200).contentLength(5).body("abc").cut()))
          .isEqualTo(
              Peer.head("HTTP/1.1 200 OK", "Content-Length: 5", "Connection: close") + "abc");
    }

    @Test
    void early_hints_precede_the_head() throws IOException {
      assertThat(answerTo(Script.response(299).early(103).end()))
          .isEqualTo(
              Peer.head("HTTP/1.1 103 Early Hints")
                  + Peer.head("HTTP/1.1 299 ", "Connection: close"));
    }

    @Test
    void raw_bytes_go_out_as_they_are() throws IOException {
      assertThat(answerTo(Script.bare().raw("nonsense\r\n").raw(new byte[] {0, -1}).cut()))
          .isEqualTo("nonsense\r\n\u0000\u00ff");
    }

    @Test
    void a_reset_takes_nothing_with_it_that_was_written() throws IOException {
      assertThat(answerTo(Script.eventStream().body("data").reset()))
          .isEqualTo(STREAM_HEAD + "4\r\ndata\r\n<Connection reset>");
    }

    @Test
    void a_reset_before_the_response_shows_no_byte() throws IOException {
      assertThat(answerTo(Script.resetBeforeResponse())).isEqualTo("<Connection reset>");
    }

    @Test
    void redirects_name_the_stage_on_either_port() throws IOException {
      Stage stage =
          origin.stage(Program.of(Script.redirect(307, "/b"), Script.redirectOtherOrigin(301, "")));
      assertThat(Peer.answer(stage.url()))
          .isEqualTo(redirect("307 Temporary Redirect", stage.url() + "/b"));
      assertThat(Peer.answer(stage.url()))
          .isEqualTo(
              redirect("301 Moved Permanently", "" + origin.otherBase().resolve(stage.path())));
    }

    private String redirect(String status, String location) {
      return Peer.head(
          "HTTP/1.1 " + status, "Location: " + location, "Content-Length: 0", "Connection: close");
    }

    @Test
    void sixteen_mebibytes_arrive_whole() throws IOException {
      String large = "x".repeat(16 << 20);
      assertThat(answerTo(Script.response(200).body(large).end()))
          .isEqualTo(Peer.head("HTTP/1.1 200 OK", "Connection: close") + large);
    }

    @Test
    void ten_thousand_steps_do_not_pile_up() throws IOException {
      ScriptBuilder script = Script.bare();
      for (int i = 0; i < 10_000; i++) {
        script.raw("x");
      }
      assertThat(answerTo(script.end())).isEqualTo("x".repeat(10_000));
    }
  }

  @Nested
  final class Routes {
    @Test
    void the_scripts_come_in_order_and_then_the_last_one_for_ever() throws IOException {
      Stage stage =
          origin.stage(
              new Program(
                  Map.of(
                      "",
                      new Route(List.of(text("1"), text("2")), text("later")),
                      "/b",
                      Route.always(text("b")))));
      assertThat(Peer.answer(stage.url())).isEqualTo("1");
      assertThat(Peer.answer(stage.url().resolve(stage.path() + "/b"))).isEqualTo("b");
      assertThat(Peer.answer(stage.url())).isEqualTo("2");
      assertThat(Peer.answer(stage.url())).isEqualTo("later");
      assertThat(Peer.answer(stage.url())).isEqualTo("later");
    }

    @Test
    void the_second_port_answers_the_same_stages() throws IOException {
      Stage stage = origin.stage(Program.of(text("1")));
      assertThat(Peer.answer(origin.otherBase().resolve(stage.path()))).isEqualTo("1");
    }

    @Test
    void unknown_paths_answer_404() throws IOException {
      Stage stage = origin.stage(Program.of(text("1")));
      String gone = Peer.head("HTTP/1.1 404 Not Found", "Content-Length: 0", "Connection: close");
      assertThat(Peer.answer(origin.base().resolve("/s/guess"))).isEqualTo(gone);
      assertThat(Peer.answer(stage.url().resolve(stage.path() + "/c"))).isEqualTo(gone);
      stage.close();
      assertThat(Peer.answer(stage.url())).isEqualTo(gone);
    }

    private Script text(String text) {
      return Script.bare().raw(text).end();
    }
  }

  @Nested
  final class Records {
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
    void each_write_is_shown_in_order_up_to_the_peers_end()
        throws IOException, InterruptedException {
      Stage stage = origin.stage(Program.of(Script.eventStream().body("a").body("b").end()));
      Peer.answer(stage.url());
      List<WireRecord> records = new Watch(stage).until(PeerClosed.class);
      assertThat(Watch.kinds(records))
          .containsExactly(
              "RequestSeen", "Wrote", "Wrote", "Wrote", "Wrote", "Ended", "PeerClosed");
      assertThat(new String(((Wrote) records.get(2)).bytes(), ISO_8859_1)).isEqualTo("1\r\na\r\n");
      assertThat(records).isSortedAccordingTo((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
      assertThat(stage.records()).isEqualTo(records);
    }

    @Test
    void a_peer_that_goes_ends_the_script() throws IOException, InterruptedException {
      Stage stage = origin.stage(Program.of(Script.eventStream().headNow().hold()));
      Watch watch = new Watch(stage);
      try (Peer peer = Peer.get(stage.url())) {
        peer.read(STREAM_HEAD.length());
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
        peer.read(STREAM_HEAD.length());
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
    void a_gate_holds_until_it_is_released_and_stays_open()
        throws IOException, InterruptedException {
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
      Stage stage = origin.stage(Program.of(Script.bare().await("gate").reset()));
      stage.observe(
          r -> {
            stage.release("gate");
            throw new IllegalStateException("on purpose");
          });
      Watch watch = new Watch(stage);
      Peer.answer(stage.url());
      assertThat(Watch.kinds(watch.until(WasReset.class)))
          .containsExactly("RequestSeen", "WasReset");
    }
  }

  @Nested
  final class Refusing {
    @Test
    void connections_are_refused_in_between_and_open_ones_go_on() throws IOException {
      Stage stage = origin.stage(Program.of(Script.bare().raw("a").await("gate").raw("b").end()));
      try (Peer before = Peer.get(stage.url())) {
        before.read(1);
        origin.refuse();
        origin.refuse();
        assertThatThrownBy(() -> Peer.answer(stage.url())).isInstanceOf(ConnectException.class);
        stage.release("gate");
        assertThat(before.readAll()).isEqualTo("b");
      }
      origin.accept();
      origin.accept();
      assertThat(Peer.answer(stage.url()))
          .isEqualTo(Peer.head("HTTP/1.1 204 No Content", "Connection: close"));
    }

    @Test
    void it_can_be_closed_while_it_refuses() {
      origin.refuse();
      origin.close();
    }
  }
}

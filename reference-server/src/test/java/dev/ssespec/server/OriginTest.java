package dev.ssespec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
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
          "HTTP/1.1 " + status,
          "Location: " + location,
          "Access-Control-Allow-Origin: *",
          "Content-Length: 0",
          "Connection: close");
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
    void a_preflight_is_answered_beside_the_scripts() throws IOException {
      Route route = new Route(List.of(text("1")), text("later")).withPreflight(text("leave"));
      Stage stage = origin.stage(new Program(Map.of("", route)));
      assertThat(leave(stage)).isEqualTo("leave");
      assertThat(Peer.answer(stage.url())).isEqualTo("1");
      assertThat(leave(stage)).isEqualTo("leave");
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

    private static String leave(Stage stage) throws IOException {
      try (Peer peer = new Peer(stage.url())) {
        return peer.send(Peer.head("OPTIONS " + stage.path() + " HTTP/1.1", "Host: a")).readAll();
      }
    }

    private Script text(String text) {
      return Script.bare().raw(text).end();
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

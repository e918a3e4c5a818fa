package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import dev.ssespec.server.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventSourceConnectingTest extends SourceHouse {
  private static Script withTypes(String... types) {
    ScriptBuilder response = Script.response(200);
    for (String type : types) {
      response.header("Content-Type", type);
    }
    return response.body("data: a\n\n").end();
  }

  @Nested
  final class Requests {
    @Test
    void ask_for_an_event_stream_past_all_caches() throws InterruptedException {
      Stage stage = stage(Script.status(204));
      played(options, stage);
      assertThat(text(requests(stage).get(0).head()).split("\r\n"))
          .containsExactlyInAnyOrder(
              "GET " + stage.path() + " HTTP/1.1",
              "Accept: text/event-stream",
              "Cache-Control: no-cache",
              "Accept-Encoding: gzip, deflate",
              "Host: " + stage.url().getAuthority());
    }

    @Test
    void carry_the_headers_method_body_and_id_that_were_asked_for() throws InterruptedException {
      Stage stage = stage(Script.status(204));
      EventSourceOptions chosen =
          options
              .withBody("POST", "{}".getBytes(UTF_8))
              .withHeader("Content-Type", "application/json")
              .withHeader("X-A", "1")
              .withHeader("x-a", "2")
              .withHeader("Accept", "*/*")
              .withLastEventId("7");
      played(chosen, stage);
      assertThat(text(requests(stage).get(0).head()).split("\r\n"))
          .containsExactlyInAnyOrder(
              "POST " + stage.path() + " HTTP/1.1",
              "Content-Type: application/json",
              "Content-Length: 2",
              "X-A: 1",
              "x-a: 2",
              "Accept: */*",
              "Last-Event-ID: 7",
              "Cache-Control: no-cache",
              "Accept-Encoding: gzip, deflate",
              "Host: " + stage.url().getAuthority());
      assertThat(text(requests(stage).get(0).body())).isEqualTo("{}");
    }

    @Test
    void need_a_url_that_has_a_host() {
      for (String url : List.of("ftp://a/", "http:///a", "mailto:a@b")) {
        assertThatThrownBy(() -> client.open(URI.create(url), heard))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(url + " is no http or https URL with a host");
      }
    }
  }

  @Nested
  final class Responses {
    @Test
    void are_announced_before_the_first_byte_of_the_body() throws InterruptedException {
      Stage stage = stage(Script.eventStream().headNow().await("heard").body("data: a\n\n").end());
      EventSource source = client.open(stage.url(), options, heard);
      assertThat(source.readyState()).isEqualTo(ReadyState.CONNECTING);
      assertThat(heard.until("open")).containsExactly("open");
      assertThat(source.readyState()).isEqualTo(ReadyState.OPEN);
      stage.release("heard");
      assertThat(heard.until("error CLOSED"))
          .containsExactly("message|a|", "error CONNECTING", "error CLOSED");
      assertThat(source.readyState()).isEqualTo(ReadyState.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 205, 206, 304, 400, 401, 404, 407, 410, 500, 503})
    void of_another_status_fail_for_good(int status) throws InterruptedException {
      Script response =
          Script.response(status)
              .header("Content-Type", "text/event-stream")
              .body(status == 204 || status == 304 ? "" : "data: a\n\n")
              .hold();
      Stage stage = stage(response);
      assertThat(played(options, stage)).containsExactly("error CLOSED");
      assertThat(requests(stage)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Text/Event-Stream; charset=UTF-8",
          "text/event-stream;charset=iso-8859-1",
          "text/event-stream;",
          "text/event-stream ; x=\"a,b/c\"",
          "text/plain, text/event-stream",
          "text/event-stream, */*",
          "text/event-stream, nonsense"
        })
    void of_type_event_stream_open(String type) throws InterruptedException {
      assertThat(played(withTypes(type)))
          .containsExactly("open", "message|a|", "error CONNECTING", "error CLOSED");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "text/event-streamfoo",
          "application/json",
          "text/event-stream, text/plain",
          "text/plain; x=\",text/event-stream\"",
          "text",
          "text/event stream"
        })
    void of_another_type_fail_for_good(String type) throws InterruptedException {
      assertThat(played(withTypes(type))).containsExactly("error CLOSED");
    }

    @Test
    void of_no_type_fail_for_good() throws InterruptedException {
      assertThat(played(withTypes())).containsExactly("error CLOSED");
    }

    @Test
    void of_two_types_count_by_the_last() throws InterruptedException {
      assertThat(played(withTypes("text/event-stream", "text/plain")))
          .containsExactly("error CLOSED");
    }

    @Test
    void may_be_preceded_by_early_hints() throws InterruptedException {
      Script script =
          Script.response(200)
              .header("Content-Type", "text/event-stream")
              .early(103)
              .early(102)
              .body("data: a\n\n")
              .end();
      assertThat(played(script))
          .containsExactly("open", "message|a|", "error CONNECTING", "error CLOSED");
    }

    @Test
    void may_be_zipped_and_are_read_as_they_come() throws IOException, InterruptedException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      GZIPOutputStream zip = new GZIPOutputStream(bytes, true);
      zip.write("data: a\n\n".getBytes(UTF_8));
      zip.flush();
      byte[] first = bytes.toByteArray();
      bytes.reset();
      zip.write("data: b\n\n".getBytes(UTF_8));
      zip.close();
      Stage stage =
          stage(
              Script.response(200)
                  .header("Content-Type", "text/event-stream")
                  .header("Content-Encoding", "gzip")
                  .chunked()
                  .body(first)
                  .await("first")
                  .body(bytes.toByteArray())
                  .end());
      client.open(stage.url(), options, heard);
      assertThat(heard.until("message|a|")).containsExactly("open", "message|a|");
      stage.release("first");
      assertThat(heard.until("error CLOSED"))
          .containsExactly("message|b|", "error CONNECTING", "error CLOSED");
    }
  }
}

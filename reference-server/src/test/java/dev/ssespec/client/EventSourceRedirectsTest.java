package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.http.MessageHead;
import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import dev.ssespec.server.Stage;
import dev.ssespec.server.WireRecord.RequestSeen;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventSourceRedirectsTest extends SourceHouse {
  private static final Script STREAM = Script.eventStream().body("id: 1\ndata: a\n\n").end();

  private Stage stage(Map<String, Route> routes) {
    return origin.stage(new Program(routes));
  }

  private static List<String> paths(Stage stage) {
    return requests(stage).stream().map(RequestSeen::subPath).toList();
  }

  @ParameterizedTest
  @CsvSource({"301, /b", "302, ''", "303, ''", "307, ''", "308, /b"})
  void are_followed_and_the_permanent_ones_remembered(int status, String second)
      throws InterruptedException {
    Stage stage =
        stage(
            Map.of(
                "", Route.of(Script.redirect(status, "/b")),
                "/b", Route.of(STREAM)));
    assertThat(played(options, stage))
        .containsExactly("open", "message|a|1", "error CONNECTING", "error CLOSED");
    assertThat(paths(stage)).containsExactly("", "/b", second);
    assertThat(ids(stage)).containsExactly("-", "-", "1");
  }

  @Test
  void may_be_twenty_and_no_more() throws InterruptedException {
    Script again = Script.redirect(302, "");
    Script[] twenty = Collections.nCopies(20, again).toArray(new Script[0]);
    Script[] scripts = Arrays.copyOf(twenty, 21);
    scripts[20] = STREAM;
    assertThat(played(options, origin.stage(Program.of(scripts))))
        .containsExactly("open", "message|a|1", "error CONNECTING", "error CLOSED");
    Stage endless = stage(Map.of("", Route.always(again)));
    assertThat(played(options, endless)).containsExactly("error CLOSED");
    assertThat(requests(endless)).hasSize(21);
  }

  @Test
  void to_another_origin_lose_the_credentials_for_good() throws InterruptedException {
    Stage stage =
        stage(
            Map.of(
                "", Route.of(Script.redirectOtherOrigin(307, "/b")),
                "/b", Route.of(Script.redirect(307, "/c")),
                "/c", Route.of(STREAM)));
    EventSourceOptions chosen =
        options
            .withHeader("Authorization", "secret")
            .withHeader("cookie", "secret")
            .withHeader("X-Other", "kept");
    assertThat(played(chosen, stage))
        .containsExactly("open", "message|a|1", "error CONNECTING", "error CLOSED");
    List<MessageHead> heads =
        requests(stage).stream().map(r -> MessageHead.parse(r.head())).toList();
    assertThat(heads.stream().map(h -> h.all("Authorization")))
        .containsExactly(List.of("secret"), List.of(), List.of(), List.of("secret"));
    assertThat(heads.stream().map(h -> h.all("Cookie")))
        .containsExactly(List.of("secret"), List.of(), List.of(), List.of("secret"));
    assertThat(heads.stream().map(h -> h.all("X-Other")))
        .containsExactly(List.of("kept"), List.of("kept"), List.of("kept"), List.of("kept"));
  }

  @Test
  void to_another_origin_that_are_permanent_lose_the_credentials_there_too()
      throws InterruptedException {
    Stage stage =
        stage(Map.of("", Route.of(Script.redirectOtherOrigin(308, "/b")), "/b", Route.of(STREAM)));
    played(options.withHeader("Authorization", "secret"), stage);
    assertThat(paths(stage)).containsExactly("", "/b", "/b");
    assertThat(requests(stage).stream().map(r -> MessageHead.parse(r.head()).all("Authorization")))
        .containsExactly(List.of("secret"), List.of(), List.of());
  }

  @ParameterizedTest
  @CsvSource({"301, GET", "302, GET", "303, GET", "307, POST", "308, POST"})
  void keep_a_post_only_where_they_say_so(int status, String method) throws InterruptedException {
    Stage stage =
        stage(
            Map.of(
                "", Route.of(Script.redirect(status, "/b")),
                "/b", Route.of(Script.status(204))));
    played(options.withBody("POST", "x".getBytes(UTF_8)), stage);
    RequestSeen second = requests(stage).get(1);
    assertThat(second.method()).isEqualTo(method);
    assertThat(text(second.body())).isEqualTo(method.equals("GET") ? "" : "x");
  }

  @Test
  void may_name_a_relative_place_with_spaces_and_utf_8() throws InterruptedException {
    Script relative =
        Script.bare().raw("HTTP/1.1 302 Found\r\nLocation: ?q=a \u00e9\r\n\r\n").end();
    Stage stage = stage(Map.of("", Route.of(relative, STREAM)));
    played(options, stage);
    assertThat(requests(stage).get(1).target()).isEqualTo(stage.path() + "?q=a%20%C3%A9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://127.0.0.1/", "data:text/event-stream,data:a", "http://", "%"})
  void to_nowhere_fail_for_good(String location) throws InterruptedException {
    Script script = Script.response(302).header("Location", location).end();
    assertThat(played(options, stage(Map.of("", Route.always(script)))))
        .containsExactly("error CLOSED");
  }

  @Test
  void without_a_location_fail_for_good() throws InterruptedException {
    assertThat(played(Script.status(302))).containsExactly("error CLOSED");
  }

  @Test
  void tell_the_origin_of_the_stream() throws InterruptedException {
    Stage stage =
        stage(
            Map.of(
                "", Route.of(Script.redirectOtherOrigin(302, "/b")),
                "/b", Route.of(STREAM)));
    List<String> origins = new CopyOnWriteArrayList<>();
    CountDownLatch seen = new CountDownLatch(1);
    client.open(
        stage.url(),
        options,
        event -> {
          origins.add(event.origin());
          seen.countDown();
        });
    seen.await();
    assertThat(origins.get(0) + "/").isEqualTo(origin.otherBase().toString());
  }
}

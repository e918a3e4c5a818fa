package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import dev.ssespec.server.Stage;
import dev.ssespec.server.WireRecord;
import dev.ssespec.server.WireRecord.Ended;
import dev.ssespec.server.WireRecord.RequestSeen;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EventSourceReconnectingTest extends SourceHouse {
  private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

  private static Script stream(String body) {
    return Script.eventStream().body(body).end();
  }

  private static ScriptBuilder unchunked() {
    return Script.response(200).header("Content-Type", "text/event-stream");
  }

  static Stream<Arguments> endings() {
    String body = "id: 1\ndata: a\n\nevent: x\nid: 2\ndata: half";
    byte[] halfCharacter = (body + "\u20ac").getBytes(UTF_8);
    byte[] cutCharacter = Arrays.copyOf(halfCharacter, halfCharacter.length - 1);
    return Map.of(
            "chunked", Script.eventStream().body(body).end(),
            "chunk missing", Script.eventStream().body(body).cut(),
            "chunk cut", Script.eventStream().raw("ff\r\n" + body).cut(),
            "close", unchunked().body(body).end(),
            "close, HTTP/1.0", unchunked().http10().body(body).end(),
            "length", unchunked().contentLength(body.length()).body(body).end(),
            "length cut", unchunked().contentLength(999).body(body).cut(),
            "reset", unchunked().body(body).reset(),
            "reset inside a character", Script.eventStream().body(cutCharacter).reset(),
            "chunk nonsense", Script.eventStream().body(body).raw("nonsense\r\n").hold())
        .entrySet()
        .stream()
        .map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endings")
  void however_the_stream_is_lost_only_the_id_and_the_whole_events_survive(
      String name, Script ending) throws InterruptedException {
    Stage stage = stage(ending, stream("\n\ndata: b\n\n"));
    assertThat(played(options, stage))
        .as(name)
        .containsExactly(
            "open",
            "message|a|1",
            "error CONNECTING",
            "open",
            "message|b|1",
            "error CONNECTING",
            "error CLOSED");
    assertThat(ids(stage)).containsExactly("-", "1", "1");
    assertThat(requests(stage).stream().map(RequestSeen::connection))
        .as("no connection without a request")
        .containsExactly(1, 2, 3);
    assertThat(delays.asked()).containsExactly(THREE_SECONDS, THREE_SECONDS);
  }

  @Test
  void a_reset_before_the_response_is_tried_again() throws InterruptedException {
    Stage stage = stage(Script.resetBeforeResponse(), stream("id: 1\ndata: a\n\n"));
    assertThat(played(options.withLastEventId("0"), stage))
        .containsExactly(
            "error CONNECTING", "open", "message|a|1", "error CONNECTING", "error CLOSED");
    assertThat(ids(stage)).containsExactly("0", "0", "1");
    assertThat(delays.asked()).containsExactly(Duration.ofMillis(3040), THREE_SECONDS);
  }

  @Test
  void a_refused_connection_is_tried_again_until_it_is_accepted() throws InterruptedException {
    Stage stage = stage(stream("data: a\n\n"));
    AtomicInteger refusals = new AtomicInteger();
    Heard accepting =
        new Heard(
            line -> {
              if (line.equals("error CONNECTING") && refusals.incrementAndGet() == 3) {
                origin.accept();
              }
            });
    origin.refuse();
    client.open(stage.url(), options, accepting);
    assertThat(accepting.until("error CLOSED"))
        .containsExactly(
            "error CONNECTING",
            "error CONNECTING",
            "error CONNECTING",
            "open",
            "message|a|",
            "error CONNECTING",
            "error CLOSED");
    assertThat(delays.asked())
        .containsExactly(
            Duration.ofMillis(3040),
            Duration.ofMillis(3080),
            Duration.ofMillis(3160),
            THREE_SECONDS);
  }

  @Test
  void a_failure_on_a_later_connection_is_for_good() throws InterruptedException {
    Stage stage = stage(stream("data: a\n\n"), Script.status(503), stream("data: never\n\n"));
    assertThat(played(options, stage))
        .containsExactly("open", "message|a|", "error CONNECTING", "error CLOSED");
    assertThat(requests(stage)).hasSize(2);
  }

  @Nested
  final class Reconnection_time {
    @Test
    void is_set_by_the_line_and_kept_over_connections() throws InterruptedException {
      played(stream("data: a\n\nretry: 70\n"), stream("data: b\n\n"));
      assertThat(delays.asked()).containsExactly(Duration.ofMillis(70), Duration.ofMillis(70));
    }

    @Test
    void is_not_set_by_a_line_without_its_end() throws InterruptedException {
      played(stream("data: a\n\nretry: 70"));
      assertThat(delays.asked()).containsExactly(THREE_SECONDS);
    }

    @Test
    void of_zero_makes_no_storm() throws InterruptedException {
      played(stream("retry: 0\n\n"));
      assertThat(delays.asked()).containsExactly(Duration.ofMillis(20));
    }

    @Test
    void beyond_all_bounds_is_never_early() throws InterruptedException {
      played(
          stream("retry: 4294967296000\n\n"),
          stream("retry: 9223372036854775807\n\n"),
          stream("retry: 99999999999999999999\n\n"));
      assertThat(delays.asked())
          .containsExactly(
              Duration.ofMillis(4_294_967_296_000L),
              Duration.ofMillis(Long.MAX_VALUE),
              Duration.ofMillis(Long.MAX_VALUE));
    }

    @Test
    void passes_by_the_clock_where_no_other_way_is_given() throws InterruptedException {
      Stage stage = stage(stream("retry: 60\n\n"));
      played(EventSourceOptions.DEFAULT, stage);
      WireRecord end =
          stage.records().stream().filter(Ended.class::isInstance).findFirst().orElseThrow();
      long waited = requests(stage).get(1).atNanos() - end.atNanos();
      assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMillis(60).toNanos());
    }

    @Test
    void beyond_all_bounds_can_be_waited_for_by_the_clock() throws InterruptedException {
      Stage stage = stage(stream("retry: 99999999999999999999\n\n"));
      try (EventSource source = client.open(stage.url(), heard)) {
        assertThat(heard.until("error CONNECTING")).containsExactly("open", "error CONNECTING");
        assertThat(source.readyState()).isEqualTo(ReadyState.CONNECTING);
      }
      assertThat(requests(stage)).hasSize(1);
    }
  }

  @Nested
  final class Last_event_id {
    @Test
    void is_sent_as_utf_8() throws InterruptedException {
      Stage stage = stage(stream("id: \u00e9\u20ac\ud83d\ude00\n\n"));
      played(options, stage);
      assertThat(ids(stage))
          .containsExactly("-", "\u00c3\u00a9\u00e2\u0082\u00ac\u00f0\u009f\u0098\u0080");
    }

    @Test
    void that_was_reset_is_not_sent() throws InterruptedException {
      Stage stage = stage(stream("id: 7\n\n"), stream("id\ndata: a\n\n"));
      assertThat(played(options, stage))
          .containsExactly(
              "open", "error CONNECTING", "open", "message|a|", "error CONNECTING", "error CLOSED");
      assertThat(ids(stage)).containsExactly("-", "7", "-");
    }

    @Test
    void may_have_twenty_kibibytes() throws InterruptedException {
      String id = "x".repeat(20_480);
      Stage stage = stage(stream("id: " + id + "\n\n"));
      played(options, stage);
      assertThat(ids(stage)).containsExactly("-", id);
    }

    @Test
    void that_no_header_can_carry_does_not_stop_the_source() throws InterruptedException {
      Stage stage =
          stage(
              stream("id: a\u0001b\u007f\u001f\tc\ndata: a\n\n"),
              stream("id:  spaced \ndata: b\n\n"),
              stream("id: " + "x".repeat(2 << 20) + "\n\n"));
      assertThat(played(options, stage))
          .containsExactly(
              "open",
              "message|a|a\u0001b\u007f\u001f\tc",
              "error CONNECTING",
              "open",
              "message|b| spaced ",
              "error CONNECTING",
              "open",
              "error CONNECTING",
              "error CLOSED");
      assertThat(requests(stage)).hasSize(4);
      assertThat(ids(stage)).element(3).isEqualTo("-");
    }
  }
}

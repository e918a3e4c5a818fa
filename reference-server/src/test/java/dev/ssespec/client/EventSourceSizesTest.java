package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.parser.Limits;
import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventSourceSizesTest extends SourceHouse {
  @Test
  void an_event_of_sixteen_mebibytes_arrives_whole() throws InterruptedException {
    String data = "x".repeat(16 << 20);
    assertThat(played(Script.eventStream().body("data: " + data + "\n\n").end()))
        .containsExactly("open", "message|" + data + "|", "error CONNECTING", "error CLOSED");
  }

  @Test
  void ten_thousand_events_in_one_write_arrive_in_order() throws InterruptedException {
    StringBuilder body = new StringBuilder();
    List<String> expected = new ArrayList<>();
    expected.add("open");
    for (int i = 0; i < 10_000; i++) {
      body.append("id: ").append(i).append("\ndata: ").append(i).append("\n\n");
      expected.add("message|" + i + "|" + i);
    }
    expected.addAll(List.of("error CONNECTING", "error CLOSED"));
    assertThat(played(Script.eventStream().body(body.toString()).end())).isEqualTo(expected);
  }

  @Test
  void a_stream_may_come_byte_by_byte() throws InterruptedException {
    ScriptBuilder script = Script.eventStream();
    for (byte b : "\ufeffid: 1\r\nevent: \u20ac\r\ndata: \ud83d\ude00\r\n\r\n".getBytes(UTF_8)) {
      script.body(new byte[] {b});
    }
    assertThat(played(script.end()))
        .containsExactly("open", "\u20ac|\ud83d\ude00|1", "error CONNECTING", "error CLOSED");
  }

  @Test
  void a_stream_beyond_the_limits_fails_for_good() throws InterruptedException {
    EventSourceOptions chosen = options.withLimits(Limits.none().withMaxLineBytes(100));
    assertThat(
            played(
                chosen,
                stage(
                    Script.eventStream()
                        .body("data: a\n\ndata: " + "x".repeat(100) + "\n\n")
                        .hold())))
        .containsExactly("open", "message|a|", "error CLOSED");
  }
}

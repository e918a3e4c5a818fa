package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventStreamParserTest {

  private final Recording recording = new Recording();

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static Event message(String data) {
    return new Event("message", data, "");
  }

  @Nested
  class Tells_at_once {

    private final EventStreamParser parser = new EventStreamParser(recording);

    @Test
    void an_event_whose_blank_line_ends_in_a_line_feed() {
      parser.feed(utf8("data: a\n"));
      assertThat(recording.events()).isEmpty();
      parser.feed(utf8("\n"));
      assertThat(recording.events()).containsExactly(message("a"));
    }

    @Test
    void an_event_whose_blank_line_ends_in_a_carriage_return() {
      parser.feed(utf8("data: a\r\r"));
      assertThat(recording.events()).containsExactly(message("a"));
    }

    @Test
    void an_event_between_whose_carriage_returns_no_byte_came() {
      parser.feed(utf8("data: a\r"));
      parser.feed(new byte[0]);
      parser.feed(utf8("\n"));
      assertThat(recording.events()).isEmpty();
      parser.feed(utf8("\r"));
      assertThat(recording.events()).containsExactly(message("a"));
      parser.feed(utf8("\ndata: b\n\n"));
      assertThat(recording.events()).containsExactly(message("a"), message("b"));
    }

    @Test
    void a_comment_and_a_reconnection_time_in_a_block_without_end() {
      parser.feed(utf8(": c\rretry: 5\r"));
      assertThat(recording.interpretation(""))
          .isEqualTo(new Interpretation(List.of(), List.of(" c"), OptionalLong.of(5), ""));
    }
  }

  @Nested
  class Tells_again {

    @Test
    void each_reconnection_time_and_each_comment_that_is_repeated() {
      List<String> told = new ArrayList<>();
      EventStreamParser parser =
          new EventStreamParser(
              new StreamListener() {
                @Override
                public void event(String type, String data, String lastEventId) {
                  told.add(type + ' ' + data);
                }

                @Override
                public void comment(String text) {
                  told.add(text);
                }

                @Override
                public void reconnectionTime(long millis) {
                  told.add("retry " + millis);
                }
              });
      parser.feed(
          utf8("retry: 3000\nretry: 3000\n: keep-alive\n: keep-alive\nevent: update\ndata: a\n\n"));
      parser.feed(utf8("event: update\nretry: 3000\ndata: b\n\n: keep-alive"));
      parser.feed(utf8("\n: keep-alive\n"));
      assertThat(told)
          .containsExactly(
              "retry 3000",
              "retry 3000",
              " keep-alive",
              " keep-alive",
              "update a",
              "retry 3000",
              "update b",
              " keep-alive",
              " keep-alive");
    }
  }

  @Nested
  class Keeps_the_last_event_id {

    @Test
    void that_it_was_given() {
      EventStreamParser parser = new EventStreamParser(recording, "41", Limits.none());
      assertThat(parser.lastEventId()).isEqualTo("41");
      parser.feed(utf8("data: a\n\n"));
      assertThat(recording.events()).containsExactly(new Event("message", "a", "41"));
      assertThat(parser.lastEventId()).isEqualTo("41");
    }

    @Test
    void that_the_interpreter_was_given_too() {
      assertThat(LiteralInterpreter.interpret(utf8("data: a\n\nid\ndata: b\n\n"), "41").events())
          .containsExactly(new Event("message", "a", "41"), new Event("message", "b", ""));
      assertThat(LiteralInterpreter.interpret(new byte[0], "41").lastEventId()).isEqualTo("41");
    }

    @Test
    void only_from_the_blank_line_on() {
      EventStreamParser parser = new EventStreamParser(recording);
      parser.feed(utf8("id: 42\n"));
      assertThat(parser.lastEventId()).isEmpty();
      parser.feed(utf8("\n"));
      assertThat(parser.lastEventId()).isEqualTo("42");
    }

    @Test
    void beyond_the_end_without_what_was_not_committed() {
      EventStreamParser parser = new EventStreamParser(recording);
      parser.feed(utf8("id: 1\n\nid: 2\n"));
      parser.end();
      assertThat(parser.lastEventId()).isEqualTo("1");
    }

    @Test
    void as_the_event_that_commits_it_is_told() {
      List<String> seen = new ArrayList<>();
      EventStreamParser[] parser = new EventStreamParser[1];
      parser[0] = new EventStreamParser((type, data, id) -> seen.add(parser[0].lastEventId()));
      parser[0].feed(utf8("id: 1\ndata: a\n\n"));
      assertThat(seen).containsExactly("1");
    }
  }

  @Nested
  class Takes_bytes {

    private final EventStreamParser parser = new EventStreamParser(recording);

    @Test
    void from_a_part_of_an_array() {
      parser.feed(utf8("data: x\n\ndata: a\n\ndata: x\n\n"), 9, 9);
      assertThat(recording.events()).containsExactly(message("a"));
    }

    @Test
    void but_not_from_outside_an_array() {
      assertThatThrownBy(() -> parser.feed(new byte[3], 2, 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> parser.feed(new byte[3], -1, 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
      parser.feed(utf8("data: a\n\n"));
      assertThat(recording.events()).containsExactly(message("a"));
    }

    @Test
    void from_a_buffer_on_an_array() {
      ByteBuffer buffer = ByteBuffer.wrap(utf8("xxxdata: a\n\nyyy"), 1, 13).slice();
      buffer.position(2).limit(11);
      parser.feed(buffer);
      assertThat(recording.events()).containsExactly(message("a"));
      assertThat(buffer.position()).isEqualTo(11);
    }

    @Test
    void from_a_direct_buffer_of_any_size() {
      String data = "é".repeat(100_000);
      byte[] stream = utf8("data: " + data + "\n\n");
      ByteBuffer buffer = ByteBuffer.allocateDirect(stream.length + 5).put(stream).flip();
      parser.feed(buffer);
      assertThat(recording.events()).containsExactly(message(data));
      assertThat(buffer.remaining()).isZero();
    }

    @Test
    void from_a_read_only_buffer_and_an_empty_one() {
      parser.feed(ByteBuffer.wrap(utf8("data: a\n\n")).asReadOnlyBuffer());
      parser.feed(ByteBuffer.allocateDirect(0));
      parser.feed(ByteBuffer.allocate(0));
      assertThat(recording.events()).containsExactly(message("a"));
    }

    @Test
    void without_changing_them() {
      byte[] stream = utf8("data: a\ndata: é\r\n\r\ndata: b");
      byte[] before = stream.clone();
      parser.feed(stream);
      assertThat(stream).isEqualTo(before);
    }
  }

  @Nested
  class Stops {

    @Test
    void within_the_bytes_that_are_being_fed() {
      EventStreamParser[] parser = new EventStreamParser[1];
      List<String> seen = new ArrayList<>();
      parser[0] =
          new EventStreamParser(
              (type, data, id) -> {
                seen.add(data);
                parser[0].stop();
              });
      parser[0].feed(utf8("data: a\n\ndata: b\n\n"));
      parser[0].feed(utf8("data: c\n\n"));
      ByteBuffer direct = ByteBuffer.allocateDirect(9).put(utf8("data: d\n\n")).flip();
      parser[0].feed(direct);
      assertThat(direct.remaining()).isZero();
      parser[0].end();
      parser[0].stop();
      assertThat(seen).containsExactly("a");
      assertThatThrownBy(() -> parser[0].feed(new byte[0]))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void from_a_comment_or_a_reconnection_time() {
      for (String first : List.of(":\n", "retry: 1\n")) {
        List<String> seen = new ArrayList<>();
        EventStreamParser[] parser = new EventStreamParser[1];
        parser[0] = new EventStreamParser(stopping(seen, () -> parser[0].stop()));
        parser[0].feed(utf8(first + ": x\nretry: 2\ndata: a\n\n"));
        assertThat(seen).hasSize(1);
      }
    }

    @Test
    void in_the_midst_of_heartbeats() {
      List<String> seen = new ArrayList<>();
      EventStreamParser[] parser = new EventStreamParser[1];
      Runnable stop =
          () -> {
            if (seen.size() == 3) {
              parser[0].stop();
            }
          };
      parser[0] = new EventStreamParser(stopping(seen, stop));
      parser[0].feed(utf8(": keep-alive\n\n".repeat(5) + "data: a\n\n"));
      assertThat(seen).containsExactly(" keep-alive", " keep-alive", " keep-alive");
    }

    private static StreamListener stopping(List<String> seen, Runnable stop) {
      return new StreamListener() {
        @Override
        public void event(String type, String data, String lastEventId) {
          seen.add(data);
        }

        @Override
        public void comment(String text) {
          seen.add(text);
          stop.run();
        }

        @Override
        public void reconnectionTime(long millis) {
          seen.add(Long.toString(millis));
          stop.run();
        }
      };
    }
  }

  @Nested
  class Refuses {

    @Test
    void bytes_after_the_end() {
      EventStreamParser parser = new EventStreamParser(recording);
      parser.end();
      parser.end();
      assertThatThrownBy(() -> parser.feed(utf8("data: a\n\n")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The stream has ended: a new connection needs a new parser.");
    }

    @Test
    void bytes_and_the_end_from_inside_a_listener() {
      EventStreamParser[] parser = new EventStreamParser[1];
      parser[0] = new EventStreamParser((type, data, id) -> parser[0].feed(utf8("\n")));
      assertThatThrownBy(() -> parser[0].feed(utf8("data: a\n\n")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("A listener cannot feed the parser that calls it.");
      parser[0] = new EventStreamParser((type, data, id) -> parser[0].end());
      assertThatThrownBy(() -> parser[0].feed(utf8("data: a\n\n")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("A listener cannot end the stream; it can stop the parser.");
    }

    @Test
    void bytes_after_a_listener_has_thrown() {
      EventStreamParser parser =
          new EventStreamParser(
              (type, data, id) -> {
                throw new UnsupportedOperationException(data);
              });
      assertThatThrownBy(() -> parser.feed(utf8("data: a\n\ndata: b\n\n")))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("a");
      assertThatThrownBy(() -> parser.feed(utf8("\n"))).isInstanceOf(IllegalStateException.class);
    }
  }
}

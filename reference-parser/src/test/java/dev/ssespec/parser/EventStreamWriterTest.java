package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssespec.parser.WriteResult.Refused;
import dev.ssespec.parser.WriteResult.Written;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventStreamWriterTest {

  private static final OutgoingEvent EMPTY = OutgoingEvent.empty();

  private static void writes(OutgoingEvent event, String text) {
    assertThat(EventStreamWriter.write(event)).isEqualTo(new Written(text));
  }

  private static void refuses(OutgoingEvent event, String reason) {
    assertThat(EventStreamWriter.write(event)).isEqualTo(new Refused(reason));
  }

  @Nested
  class Writes {

    @Test
    void data_alone() {
      writes(OutgoingEvent.ofData("hello"), "data: hello\n\n");
    }

    @Test
    void every_field() {
      writes(
          OutgoingEvent.ofData("d").withType("t").withId("i").withRetry(10).withComment(" c"),
          ": c\nevent: t\nid: i\nretry: 10\ndata: d\n\n");
    }

    @Test
    void a_line_of_data_for_each_line_end_of_any_kind() {
      writes(
          OutgoingEvent.ofData("a\nb\rc\r\nd\n\re\n"),
          "data: a\ndata: b\ndata: c\ndata: d\ndata: \ndata: e\ndata: \n\n");
    }

    @Test
    void empty_data_and_an_empty_id() {
      writes(EMPTY.withData("").withId(""), "id: \ndata: \n\n");
    }

    @Test
    void spaces_and_colons_as_they_are() {
      writes(
          EMPTY.withData(" : a ").withType(" t").withId(":"), "event:  t\nid: :\ndata:  : a \n\n");
    }

    @Test
    void an_id_a_reconnection_time_or_a_comment_without_data() {
      writes(EMPTY.withId("1"), "id: 1\n\n");
      writes(EMPTY.withRetry(0), "retry: 0\n\n");
      writes(EMPTY.withComment(""), ":\n\n");
    }

    @Test
    void text_as_utf_8() {
      Written written = new Written("data: \uFEFFé\uD83D\uDE00\0\n\n");
      assertThat(EventStreamWriter.write(OutgoingEvent.ofData("\uFEFFé\uD83D\uDE00\0")))
          .isEqualTo(written);
      assertThat(written.bytes()).isEqualTo("data: \uFEFFé\uD83D\uDE00\0\n\n".getBytes(UTF_8));
    }
  }

  @Nested
  class Refuses {

    /** Else the writer, which throws for no value, would throw for this one. */
    @Test
    @SuppressWarnings("NullAway") // What a caller without null checks may do.
    void null_in_place_of_a_field() {
      Optional<String> none = Optional.empty();
      OptionalLong never = OptionalLong.empty();
      assertThatThrownBy(() -> new OutgoingEvent(null, none, none, never, none))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("data is null: an event without data has Optional.empty()");
      assertThatThrownBy(() -> new OutgoingEvent(none, null, none, never, none))
          .hasMessage("type is null: an event without a type has Optional.empty()");
      assertThatThrownBy(() -> new OutgoingEvent(none, none, null, never, none))
          .hasMessage("id is null: an event without an id has Optional.empty()");
      assertThatThrownBy(() -> new OutgoingEvent(none, none, none, null, none))
          .hasMessage(
              "retry is null: an event without a reconnection time has OptionalLong.empty()");
      assertThatThrownBy(() -> new OutgoingEvent(none, none, none, never, null))
          .hasMessage("comment is null: an event without a comment has Optional.empty()");
    }

    @Test
    void nothing() {
      refuses(EMPTY, "The event has no field: a block without one says nothing.");
    }

    @Test
    void a_type_without_data() {
      refuses(
          EMPTY.withType("t").withId("1"),
          "The event has a type and no data, and a block without data is never dispatched: give it"
              + " data, if only an empty string.");
    }

    @Test
    void an_empty_type() {
      refuses(
          OutgoingEvent.ofData("a").withType(""),
          "The type is empty, which is read as \"message\": leave it out.");
    }

    @Test
    void a_negative_reconnection_time() {
      refuses(
          EMPTY.withRetry(-1),
          "The reconnection time is negative: it is zero milliseconds or more.");
    }

    @Test
    void line_ends_where_there_is_one_line() {
      OutgoingEvent event = OutgoingEvent.ofData("a");
      for (String end : new String[] {"\r", "\n", "\r\n"}) {
        refuses(event.withType("t" + end + "data: x"), lineEnd("type"));
        refuses(event.withId(end), lineEnd("id"));
        refuses(event.withComment("c" + end), lineEnd("comment"));
      }
    }

    private static String lineEnd(String field) {
      return "The "
          + field
          + " holds a line end, which would start another field: only data has more than one line.";
    }

    @Test
    void an_id_with_nul() {
      for (String id : new String[] {"a\0", "\0", "\0a"}) {
        refuses(
            EMPTY.withId(id),
            "The id holds U+0000, and a client ignores such an id: use another one.");
      }
    }

    @Test
    void surrogates_without_their_other_half() {
      OutgoingEvent event = OutgoingEvent.ofData("a");
      refuses(OutgoingEvent.ofData("ab\uD83D"), lone("data", 2));
      refuses(event.withType("\uDE00\uD83D"), lone("type", 0));
      refuses(event.withId("\uD83D\uDE00\uD83Dx"), lone("id", 2));
      refuses(event.withComment("\uD800\uD800\uDC00"), lone("comment", 0));
      for (String lone : new String[] {"\uD800", "\uDBFF", "\uDC00", "\uDFFF"}) {
        refuses(OutgoingEvent.ofData("\uD7FF\uE000\uD800\uDC00" + lone), lone("data", 4));
      }
    }

    private static String lone(String field, int index) {
      return "The "
          + field
          + " holds an unpaired surrogate at index "
          + index
          + ", which UTF-8 cannot carry.";
    }
  }
}

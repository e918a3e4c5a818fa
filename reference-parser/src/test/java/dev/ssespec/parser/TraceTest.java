package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssespec.parser.TraceStep.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TraceTest {

  private static final Buffers EMPTY = new Buffers("", "", "", "", OptionalLong.empty());

  private static List<TraceStep> steps(String octets) {
    return Trace.of(octets.getBytes(ISO_8859_1)).steps();
  }

  private static List<Action> actions(String octets) {
    return steps(octets).stream().map(TraceStep::action).toList();
  }

  @Test
  void each_line_shows_its_bytes_and_what_it_does_to_the_buffers() {
    Event event = new Event("x", "\u00E9", "1");
    Buffers typed = new Buffers("", "x", "", "", OptionalLong.empty());
    Buffers named = new Buffers("", "x", "1", "", OptionalLong.empty());
    Buffers full = new Buffers("\u00E9\n", "x", "1", "", OptionalLong.empty());
    Buffers last = new Buffers("", "", "1", "1", OptionalLong.empty());
    assertThat(steps("event:x\rid:1\r\ndata:\u00C3\u00A9\n\n"))
        .containsExactly(
            new TraceStep(
                1,
                0,
                "event:x␍",
                "65 76 65 6E 74 3A 78 0D",
                LineEnd.CR,
                Action.SET_EVENT_TYPE,
                EMPTY,
                typed,
                Optional.empty()),
            new TraceStep(
                2,
                8,
                "id:1␍␊",
                "69 64 3A 31 0D 0A",
                LineEnd.CRLF,
                Action.SET_ID,
                typed,
                named,
                Optional.empty()),
            new TraceStep(
                3,
                14,
                "data:\u00E9␊",
                "64 61 74 61 3A C3 A9 0A",
                LineEnd.LF,
                Action.APPEND_DATA,
                named,
                full,
                Optional.empty()),
            new TraceStep(
                4, 22, "␊", "0A", LineEnd.LF, Action.DISPATCH, full, last, Optional.of(event)));
  }

  @Test
  void each_kind_of_line_is_told() {
    assertThat(actions("\n:c\ndata\nevent\nid\nid:\0\nretry:1\nretry\nfoo\n\ndata:a\nfoo"))
        .containsExactly(
            Action.NOTHING_TO_DISPATCH,
            Action.COMMENT,
            Action.APPEND_DATA,
            Action.SET_EVENT_TYPE,
            Action.SET_ID,
            Action.IGNORE_ID,
            Action.SET_RECONNECTION_TIME,
            Action.IGNORE_RETRY,
            Action.IGNORE_FIELD,
            Action.DISPATCH,
            Action.APPEND_DATA,
            Action.DISCARD_LINE,
            Action.DISCARD_BLOCK);
  }

  @Test
  void a_reconnection_time_shows_in_the_buffers() {
    assertThat(steps("retry: 7\n").get(0).after())
        .isEqualTo(new Buffers("", "", "", "", OptionalLong.of(7)));
  }

  @Test
  void the_end_discards_a_line_and_a_block() {
    Buffers pending = new Buffers("", "", "2", "1", OptionalLong.empty());
    Buffers left = new Buffers("", "", "1", "1", OptionalLong.empty());
    List<TraceStep> steps = steps("id:1\n\nid:2\nda");
    assertThat(steps.subList(3, 5))
        .containsExactly(
            new TraceStep(
                4,
                11,
                "da",
                "64 61",
                LineEnd.NONE,
                Action.DISCARD_LINE,
                pending,
                pending,
                Optional.empty()),
            new TraceStep(
                5,
                13,
                "",
                "",
                LineEnd.NONE,
                Action.DISCARD_BLOCK,
                pending,
                left,
                Optional.empty()));
  }

  @Test
  void the_end_discards_any_buffer() {
    assertThat(actions("data\n")).containsExactly(Action.APPEND_DATA, Action.DISCARD_BLOCK);
    assertThat(actions("event:x\n")).containsExactly(Action.SET_EVENT_TYPE, Action.DISCARD_BLOCK);
    assertThat(actions("id:x\n")).containsExactly(Action.SET_ID, Action.DISCARD_BLOCK);
    assertThat(actions("retry:1\n:c\n"))
        .containsExactly(Action.SET_RECONNECTION_TIME, Action.COMMENT);
    assertThat(actions("")).isEmpty();
  }

  @Test
  void a_byte_order_mark_is_shown_with_its_line_and_left_out() {
    TraceStep first = steps("\u00EF\u00BB\u00BFdata\n\n").get(0);
    assertThat(first.shown()).isEqualTo("\\u{feff}data␊");
    assertThat(first.hex()).isEqualTo("EF BB BF 64 61 74 61 0A");
    assertThat(first.action()).isEqualTo(Action.APPEND_DATA);
    assertThat(actions("\n\u00EF\u00BB\u00BFdata\n"))
        .containsExactly(Action.NOTHING_TO_DISPATCH, Action.IGNORE_FIELD);
  }

  @Test
  void a_reconnection_starts_with_its_last_event_id() {
    Trace trace = Trace.of("data\n\n".getBytes(ISO_8859_1), "9");
    assertThat(trace.steps().get(0).before())
        .isEqualTo(new Buffers("", "", "9", "9", OptionalLong.empty()));
    assertThat(trace.interpretation().lastEventId()).isEqualTo("9");
  }

  static Stream<KnownStream> streams() {
    return KnownStreamsTest.streams();
  }

  @ParameterizedTest
  @MethodSource("streams")
  void a_trace_means_what_the_stream_means(KnownStream stream) {
    Trace trace = Trace.of(stream.bytes());
    assertThat(trace.interpretation()).isEqualTo(stream.expected());
    assertThat(trace.steps().stream().flatMap(step -> step.event().stream()))
        .containsExactlyElementsOf(stream.expected().events());
  }

  @ParameterizedTest
  @MethodSource("streams")
  void steps_are_the_same_however_the_stream_is_cut(KnownStream stream) {
    List<TraceStep> whole = steps(stream.octets());
    for (int cut = 0; cut <= stream.bytes().length; cut++) {
      List<TraceStep> told = new ArrayList<>();
      Tracer tracer = new Tracer("", told::add);
      tracer.feed(stream.bytes(), 0, cut);
      tracer.feed(stream.bytes(), cut, stream.bytes().length - cut);
      tracer.end();
      tracer.end();
      assertThat(told).as("cut at %d", cut).isEqualTo(whole);
    }
  }

  @Test
  void a_step_is_told_as_soon_as_its_line_has_ended() {
    List<TraceStep> told = new ArrayList<>();
    Tracer tracer = new Tracer("", told::add);
    tracer.feed("data\n\r".getBytes(ISO_8859_1));
    assertThat(told.stream().map(TraceStep::action)).containsExactly(Action.APPEND_DATA);
    tracer.feed(":".getBytes(ISO_8859_1));
    assertThat(told.stream().map(TraceStep::action))
        .containsExactly(Action.APPEND_DATA, Action.DISPATCH);
  }

  /** A copy of the data buffer in each step would be half a terabyte. */
  @Test
  void an_event_of_many_lines_takes_no_more_than_the_event() {
    int lines = 100_000;
    List<TraceStep> steps = steps(("data:" + "x".repeat(99) + "\n").repeat(lines) + "\n");
    assertThat(steps).hasSize(lines + 1);
    assertThat(steps.get(0).after().data()).hasToString("x".repeat(99) + "\n");
    assertThat(steps.get(lines - 1).after().data()).hasSize(lines * 100);
    assertThat(steps.get(lines).event().orElseThrow().data()).hasSize(lines * 100 - 1);
  }

  /** To compute such a number took half a minute. */
  @Test
  void a_reconnection_time_may_have_a_million_digits() {
    assertThat(steps("retry:" + "9".repeat(1_000_000) + "\n").get(0).after())
        .isEqualTo(new Buffers("", "", "", "", OptionalLong.of(Long.MAX_VALUE)));
    assertThat(steps("retry:" + "0".repeat(1_000_000) + "7\n").get(0).after())
        .isEqualTo(new Buffers("", "", "", "", OptionalLong.of(7)));
    assertThat(steps("retry:9223372036854775807\nretry:9223372036854775806\n").get(1).after())
        .isEqualTo(new Buffers("", "", "", "", OptionalLong.of(Long.MAX_VALUE - 1)));
    assertThat(steps("retry:9223372036854775808\n").get(0).after())
        .isEqualTo(new Buffers("", "", "", "", OptionalLong.of(Long.MAX_VALUE)));
  }

  @Test
  void nothing_comes_after_the_end() {
    Tracer tracer = new Tracer("", step -> {});
    tracer.end();
    assertThatThrownBy(() -> tracer.feed(new byte[0]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The stream has ended: another one needs a new tracer.");
  }

  @ParameterizedTest
  @MethodSource("streams")
  void the_steps_hold_every_byte(KnownStream stream) {
    String hex =
        String.join(" ", steps(stream.octets()).stream().map(TraceStep::hex).toList()).strip();
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    assertThat(bytes).isEqualTo(stream.bytes());
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void every_action_explains_itself_and_names_its_clause(Action action) {
    assertThat(action.explanation()).isNotEmpty();
    assertThat(action.clause())
        .startsWith("https://html.spec.whatwg.org/multipage/server-sent-events.html#");
    assertThat(Arrays.stream(Action.values()).map(Action::explanation)).doesNotHaveDuplicates();
  }
}

package dev.ssespec.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
  private static final String HEADING = "  line      byte  what the stream holds, and what it does";

  private static Outcome trace(String octets, String... options) {
    var args = new String[options.length + 2];
    args[0] = "trace";
    args[1] = "-";
    System.arraycopy(options, 0, args, 2, options.length);
    return Outcome.of(new ByteArrayInputStream(octets.getBytes(ISO_8859_1)), args);
  }

  @Test
  void people_see_bytes_step_buffers_and_event() {
    Outcome outcome = trace("event: x\rid: 1\r\nretry: 7\ndata: \u00C3\u00A9\n\nfoo\ndata\nda");
    assertThat(outcome.out())
        .containsExactly(
            HEADING,
            "     1         0  event: x␍",
            "                  > event: set the event type buffer",
            "                    event type buffer     \"\" → \"x\"",
            "     2         9  id: 1␍␊",
            "                  > id: set the last event ID buffer",
            "                    event type buffer     \"x\"",
            "                    last event ID buffer  \"\" → \"1\"",
            "     3        16  retry: 7␊",
            "                  > retry: set the reconnection time",
            "                    event type buffer     \"x\"",
            "                    last event ID buffer  \"1\"",
            "                    reconnection time     none → 7 ms",
            "     4        25  data: \u00E9␊",
            "                  bytes 64 61 74 61 3A 20 C3 A9 0A",
            "                  > data: append the value and a line feed to the data buffer",
            "                    data buffer           \"\" → \"\u00E9␊\"",
            "                    event type buffer     \"x\"",
            "                    last event ID buffer  \"1\"",
            "                    reconnection time     7 ms",
            "     5        34  ␊",
            "                  > blank line: commit the id and dispatch the event",
            "                    data buffer           \"\u00E9␊\" → \"\"",
            "                    event type buffer     \"x\" → \"\"",
            "                    last event ID buffer  \"1\"",
            "                    last event ID string  \"\" → \"1\"",
            "                    reconnection time     7 ms",
            "                  * event \"x\", data \"\u00E9\", last event ID \"1\"",
            "     6        35  foo␊",
            "                  > unknown field: ignored",
            "                    last event ID buffer  \"1\"",
            "                    last event ID string  \"1\"",
            "                    reconnection time     7 ms",
            "     7        39  data␊",
            "                  > data: append the value and a line feed to the data buffer",
            "                    data buffer           \"\" → \"␊\"",
            "                    last event ID buffer  \"1\"",
            "                    last event ID string  \"1\"",
            "                    reconnection time     7 ms",
            "     8        44  da",
            "                  > the stream ends inside this line: discarded",
            "                    data buffer           \"␊\"",
            "                    last event ID buffer  \"1\"",
            "                    last event ID string  \"1\"",
            "                    reconnection time     7 ms",
            "     9        46  (end of the stream)",
            "                  > the stream ends before a blank line: the buffers are discarded",
            "                    data buffer           \"␊\" → \"\"",
            "                    last event ID buffer  \"1\"",
            "                    last event ID string  \"1\"",
            "                    reconnection time     7 ms");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  @Test
  void bytes_that_have_no_shape_are_shown_in_hexadecimal() {
    assertThat(trace("\u00EF\u00BB\u00BF:\u0000\n:\u00FF\n").out())
        .containsExactly(
            HEADING,
            "     1         0  \\u{feff}:␀␊",
            "                  bytes EF BB BF 3A 00 0A",
            "                  > comment: ignored",
            "     2         6  :\uFFFD␊",
            "                  bytes 3A FF 0A",
            "                  > comment: ignored");
  }

  @Test
  void long_text_is_cut_in_its_middle() {
    String value = "a".repeat(54) + "b".repeat(1000) + "c".repeat(19);
    assertThat(trace("xxxxxx" + value + "\n:" + "\u0001".repeat(26)).out())
        .containsExactly(
            HEADING,
            "     1         0  xxxxxx" + "a".repeat(54) + "… 1000 more …" + "c".repeat(19) + "␊",
            "                  > unknown field: ignored",
            "     2      1080  :" + "␁".repeat(26),
            "                  bytes 3A" + " 01".repeat(23) + " … 3 more",
            "                  > the stream ends inside this line: discarded");
  }

  @Test
  void long_buffers_are_cut_between_characters() {
    String smiley = "\uD83D\uDE00";
    byte[] utf8 = ("data:a" + smiley.repeat(100) + "\n").getBytes(UTF_8);
    assertThat(trace(new String(utf8, ISO_8859_1)).out().get(4))
        .isEqualTo(
            "                    data buffer           \"\" → \"a"
                + smiley.repeat(30)
                + "… 120 more …"
                + smiley.repeat(10)
                + "␊\"");
  }

  @Test
  void programs_get_the_length_of_a_buffer_that_is_cut() {
    String cut =
        trace("id:" + "7".repeat(1001) + "\ndata:" + "b".repeat(999) + "\n", "--json").out().get(1);
    assertThat(cut.replaceFirst(".*\"after\":", "\"after\":"))
        .isEqualTo(
            "\"after\":{\"data\":\""
                + "b".repeat(999)
                + "\\n\",\"eventType\":\"\",\"lastEventIdBuffer\":\""
                + "7".repeat(1000)
                + "\",\"lastEventIdString\":\"\",\"reconnectionTime\":null,"
                + "\"cut\":{\"lastEventIdBuffer\":1001}},\"event\":null}");
  }

  /** It took minutes, as each step copied and showed the whole data buffer twice. */
  @Test
  void an_event_of_many_lines_is_told_in_time_that_grows_with_its_lines() {
    String event = ("data:" + "x".repeat(50) + "\n").repeat(20_000) + "\n";
    assertThat(trace(event).out()).hasSize(1 + 3 * 20_000 + 4);
    assertThat(trace(event, "--json").out()).hasSize(20_001);
  }

  @Test
  void what_a_terminal_would_obey_is_escaped_for_programs() {
    String hostile = "\u007F\u009B\u202E\u2066\u200B\u2028\uFEFF\uDB40\uDC01\u00E9";
    String data =
        trace(new String(("data:" + hostile + "\n").getBytes(UTF_8), ISO_8859_1), "--json")
            .out()
            .get(0);
    assertThat(data.replaceFirst(".*\"after\":\\{(\"data\":\"[^\"]*\").*", "$1"))
        .isEqualTo(
            "\"data\":\"\\u007f\\u009b\\u202e\\u2066\\u200b\\u2028\\ufeff\\udb40\\udc01\u00E9\\n"
                + "\"");
  }

  @Test
  void programs_get_an_object_for_each_step() {
    String none =
        "{\"data\":\"\",\"eventType\":\"\",\"lastEventIdBuffer\":\"\",\"lastEventIdString\":\"\","
            + "\"reconnectionTime\":null}";
    String clause =
        "\"clause\":\"https://html.spec.whatwg.org/multipage/server-sent-events.html"
            + "#event-stream-interpretation\",";
    String timed = none.replace("null", "5");
    String full = timed.replace("\"data\":\"\"", "\"data\":\"a\\n\"");
    assertThat(trace("retry:5\ndata:a\r\n\r", "--json"))
        .isEqualTo(
            new Outcome(
                0,
                List.of(
                    "{\"line\":1,\"byteOffset\":0,\"shown\":\"retry:5␊\",\"hex\":\"72 65 74 72 79"
                        + " 3A 35"
                        + " 0A\",\"end\":\"lf\",\"action\":\"set-reconnection-time\",\"explanation\":\"retry:"
                        + " set the reconnection time\","
                        + clause
                        + "\"before\":"
                        + none
                        + ",\"after\":"
                        + timed
                        + ",\"event\":null}",
                    "{\"line\":2,\"byteOffset\":8,\"shown\":\"data:a␍␊\",\"hex\":\"64 61 74 61 3A"
                        + " 61 0D"
                        + " 0A\",\"end\":\"crlf\",\"action\":\"append-data\",\"explanation\":\"data:"
                        + " append the value and a line feed to the data buffer\","
                        + clause
                        + "\"before\":"
                        + timed
                        + ",\"after\":"
                        + full
                        + ",\"event\":null}",
                    "{\"line\":3,\"byteOffset\":16,\"shown\":\"␍\",\"hex\":\"0D\",\"end\":\"cr\","
                        + "\"action\":\"dispatch\",\"explanation\":\"blank line: commit the id and"
                        + " dispatch the event\","
                        + clause
                        + "\"before\":"
                        + full
                        + ",\"after\":"
                        + timed
                        + ",\"event\":{\"type\":\"message\",\"data\":\"a\",\"lastEventId\":\"\"}}"),
                List.of()));
  }

  @Test
  void an_address_is_read_by_way_of_curl() {
    assertThat(Outcome.of("trace", "http://127.0.0.1/x"))
        .isEqualTo(
            new Outcome(
                2,
                List.of(),
                List.of(
                    "ssespec: trace reads a file or standard input: curl -sN http://127.0.0.1/x |"
                        + " ./ssespec trace -")));
  }

  /** 1 would say that something was found. */
  @Test
  void a_failure_of_the_kit_is_no_finding() {
    assertThat(trace(failing(new IllegalStateException("broken"))))
        .isEqualTo(
            new Outcome(
                3,
                List.of(),
                List.of(
                    "ssespec: the kit itself has failed, and says nothing of what it was given:"
                        + " java.lang.IllegalStateException: broken (--verbose shows where)")));
    assertThat(trace(failing(new AssertionError("broken"))).code()).isEqualTo(3);
    assertThat(trace(failing(new OutOfMemoryError("broken"))))
        .isEqualTo(
            new Outcome(
                3,
                List.of(),
                List.of(
                    "ssespec: out of memory: what it reads, or a part of it, is too large. Give it"
                        + " more: JAVA_TOOL_OPTIONS=-Xmx8g")));
    Outcome verbose = trace(failing(new IllegalStateException("broken")), "--verbose");
    assertThat(verbose.err().get(1)).isEqualTo("java.lang.IllegalStateException: broken");
    assertThat(verbose.err().get(2)).startsWith("\tat dev.ssespec.cli.TraceCommandTest");
  }

  private static InputStream failing(Throwable thrown) {
    return new InputStream() {
      @Override
      public int read() {
        return read(new byte[1], 0, 1);
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        if (thrown instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) thrown;
      }
    };
  }

  private static Outcome trace(InputStream in, String... options) {
    return Outcome.of(
        in, Stream.concat(Stream.of("trace", "-"), Stream.of(options)).toArray(String[]::new));
  }

  @Test
  void a_file_is_read_as_standard_input_is(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a"), ":c\n");
    assertThat(Outcome.of("trace", file.toString())).isEqualTo(trace(":c\n"));
    assertThat(trace("")).isEqualTo(new Outcome(0, List.of(), List.of()));
    Path none = folder.resolve("none");
    assertThat(Outcome.of("trace", none.toString()))
        .isEqualTo(new Outcome(2, List.of(), List.of("ssespec: There is no file " + none + ".")));
  }
}

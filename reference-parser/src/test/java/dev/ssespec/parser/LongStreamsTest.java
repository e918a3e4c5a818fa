package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and events that are longer than any buffer of the parser. */
class LongStreamsTest {

  private static final String MIXED = "abc é 日本語 😀 ";

  private static void reads(String stream, Interpretation expected, int size) {
    byte[] bytes = stream.getBytes(UTF_8);
    assertThat(Recording.ofWhole(bytes)).isEqualTo(expected);
    assertThat(Recording.ofPieces(bytes, size)).isEqualTo(expected);
  }

  private static Interpretation messages(String... data) {
    List<Event> events = List.of(data).stream().map(d -> new Event("message", d, "")).toList();
    return new Interpretation(events, List.of(), OptionalLong.empty(), "");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000, 1024, 8192, 65536, 70_001})
  void a_line_of_ascii(int size) {
    for (int length : new int[] {8185, 8186, 8187, 65_535, 65_536, 65_537, 200_000}) {
      String data = "0123456789".repeat(length / 10 + 1).substring(0, length);
      reads("data: " + data + "\n\ndata:" + data + "\n\n", messages(data, data), size);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000, 1021, 8192, 65536, 70_001})
  void a_line_of_many_scripts(int size) {
    for (int shift = 0; shift < 5; shift++) {
      String data = "x".repeat(shift) + MIXED.repeat(9000);
      reads("data: " + data + "\n\ndata: a\n\n", messages(data, "a"), size);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 65536, 1_000_000})
  void many_long_lines(int size) {
    String line = MIXED.repeat(2500);
    String stream = ("data: " + line + "\r\n").repeat(5) + "\r\ndata: a\r\n\r\n";
    String data = (line + "\n").repeat(4) + line;
    reads(stream, messages(data, "a"), size);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 65536, 1_000_000})
  void a_long_line_that_breaks_off_inside_a_character(int size) {
    byte[] stream = ("data: " + "日".repeat(30_000) + "?\ndata: b\n\n").getBytes(UTF_8);
    stream[6 + 90_000] = (byte) 0xE6;
    Interpretation expected = messages("日".repeat(30_000) + "\uFFFD\nb");
    assertThat(Recording.ofWhole(stream)).isEqualTo(expected);
    assertThat(Recording.ofPieces(stream, size)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1000, 65536})
  void bytes_that_are_no_text_at_all(int size) {
    for (int b : new int[] {0x80, 0xC3, 0xE6, 0xF0, 0xFF}) {
      byte[] stream = new byte[140_000];
      Arrays.fill(stream, (byte) b);
      System.arraycopy("data:".getBytes(UTF_8), 0, stream, 0, 5);
      System.arraycopy("\n\n".getBytes(UTF_8), 0, stream, stream.length - 2, 2);
      Interpretation expected = messages("\uFFFD".repeat(stream.length - 7));
      assertThat(Recording.ofWhole(stream)).isEqualTo(expected);
      assertThat(Recording.ofPieces(stream, size)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 65536, 1_000_000})
  void every_other_field(int size) {
    String text = MIXED.repeat(6000);
    String stream =
        ":"
            + text
            + "\nignored: "
            + text
            + "\n"
            + text
            + "\ndatas: "
            + text
            + "\nevents: "
            + text
            + "\nretry: "
            + "0".repeat(99_999)
            + "7\nretries: 1"
            + text
            + "\nidx: "
            + text
            + "\nid: "
            + text
            + "\nevent:"
            + text
            + "\ndata: a\n\ndata: b\n\n";
    reads(
        stream,
        new Interpretation(
            List.of(new Event(text, "a", text), new Event("message", "b", text)),
            List.of(text),
            OptionalLong.of(7),
            text),
        size);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 63, 1000})
  void a_reconnection_time_of_many_digits(int size) {
    String zeros = "0".repeat(500);
    readsTime("retry: " + zeros + "17\n", 17, size);
    readsTime("retry:" + zeros + "17\n", 17, size);
    readsTime("retry: 9" + zeros + "\n", Long.MAX_VALUE, size);
    readsTime("retry: 3\nretry: 9" + zeros + "x" + zeros + "\n", 3, size);
    readsTime("retry: 3\nretry: 9" + zeros, 3, size);
  }

  private static void readsTime(String stream, long millis, int size) {
    reads(stream, new Interpretation(List.of(), List.of(), OptionalLong.of(millis), ""), size);
  }

  @Test
  void a_long_data_line_without_end_is_discarded() {
    byte[] stream = ("data: a\n\ndata: " + MIXED.repeat(9000)).getBytes(UTF_8);
    assertThat(Recording.ofPieces(stream, 1000)).isEqualTo(messages("a"));
  }
}

package dev.ssespec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A remembered line is recognised byte by byte, and only where all of it stands. */
class RepeatedLineTest {

  /** A line of this length in the middle of an array; an LF behind it, and room to {@code to}. */
  private static byte[] line(int length, int room) {
    byte[] bytes = new byte[3 + length + room];
    Arrays.fill(bytes, (byte) '#');
    for (int i = 0; i < length; i++) {
      bytes[3 + i] = (byte) ('a' + i % 26);
    }
    if (room > 0) {
      bytes[3 + length] = '\n';
    }
    return bytes;
  }

  private static RepeatedLine remembering(int length) {
    var line = new RepeatedLine();
    assertThat(line.remember(line(length, 1), 3, 3 + length, "text")).isTrue();
    assertThat(line.text()).isEqualTo("text");
    return line;
  }

  @Test
  void the_same_line_is_the_same() {
    for (int length = Long.BYTES; length <= 64; length++) {
      byte[] bytes = line(length, 2);
      RepeatedLine line = remembering(length);
      assertThat(line.matches(bytes, 3, 3 + length)).isTrue();
      assertThat(line.matchLine(bytes, 3, bytes.length)).isEqualTo(3 + length);
      bytes[3 + length] = '\r';
      assertThat(line.matchLine(bytes, 3, bytes.length)).isEqualTo(3 + length);
    }
  }

  @Test
  void another_byte_anywhere_is_another_line() {
    for (int length = Long.BYTES; length <= 64; length++) {
      RepeatedLine line = remembering(length);
      for (int place = 0; place < length; place++) {
        byte[] bytes = line(length, 2);
        bytes[3 + place]++;
        assertThat(line.matches(bytes, 3, 3 + length)).isFalse();
        assertThat(line.matchLine(bytes, 3, bytes.length)).isEqualTo(-1);
      }
    }
  }

  @Test
  void a_longer_or_a_shorter_line_is_another() {
    RepeatedLine line = remembering(20);
    byte[] bytes = line(40, 2);
    assertThat(line.matches(bytes, 3, 3 + 19)).isFalse();
    assertThat(line.matches(bytes, 3, 3 + 21)).isFalse();
    assertThat(line.matchLine(bytes, 3, bytes.length)).isEqualTo(-1);
  }

  @Test
  void a_line_whose_end_is_not_in_is_not_told() {
    RepeatedLine line = remembering(20);
    assertThat(line.matchLine(line(20, 2), 3, 3 + 20)).isEqualTo(-1);
    assertThat(line.matchLine(line(20, 2), 3, 3 + 19)).isEqualTo(-1);
    assertThat(line.matchLine(line(20, 2), 3, 3 + 21)).isEqualTo(23);
  }

  @Test
  void what_is_too_short_is_found_in_the_usual_way() {
    for (int length = 0; length < Long.BYTES; length++) {
      RepeatedLine line = remembering(length);
      assertThat(line.matches(line(length, 2), 3, 3 + length)).isFalse();
      assertThat(line.matchLine(line(length, 2), 3, 5 + length)).isEqualTo(-1);
    }
  }

  @Test
  void what_is_too_long_is_not_remembered() {
    RepeatedLine line = remembering(20);
    assertThat(line.remember(line(65, 1), 3, 3 + 65, "long")).isFalse();
    assertThat(line.text()).isEqualTo("text");
    assertThat(line.matches(line(20, 2), 3, 23)).isTrue();
  }
}

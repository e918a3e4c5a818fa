package dev.ssespec.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against bytes that are kept whole and decoded at the end. */
class DataBufferTest {

  private static final int[] SIZES = {
    0, 1, 2, 3, 100, 1023, 1024, 8190, 8191, 8192, 8193, 30_000, 65_534, 65_535, 65_536, 65_537
  };

  private final DataBuffer buffer = new DataBuffer(new TextDecoder(), Limits.none());
  private final ByteArrayOutputStream whole = new ByteArrayOutputStream();

  private void append(byte[] bytes) {
    boolean ascii = true;
    for (byte b : bytes) {
      ascii &= b >= 0;
    }
    buffer.append(bytes, 0, bytes.length, ascii);
    whole.writeBytes(bytes);
  }

  private void takes() {
    String expected = LiteralUtf8.decode(whole.toByteArray(), 0);
    whole.reset();
    assertThat(buffer.isEmpty()).isFalse();
    assertThat(buffer.take().equals(expected)).isTrue();
    assertThat(buffer.isEmpty()).isTrue();
  }

  /** Text of one, two, three and four bytes a character, cut wherever the size falls. */
  private static byte[] text(int size, int shift, boolean ascii) {
    byte[] pattern = (ascii ? "abcdefghij" : "aé日😀b").getBytes(StandardCharsets.UTF_8);
    byte[] text = new byte[size];
    for (int i = 0; i < size; i++) {
      text[i] = pattern[(i + shift) % pattern.length];
    }
    return text;
  }

  @Test
  void two_parts_of_any_size() {
    for (int first : SIZES) {
      for (int second : SIZES) {
        buffer.beginLine();
        append(text(first, 0, false));
        append(text(second, first, false));
        takes();
        buffer.beginLine();
        append(text(first, 0, true));
        append(text(second, first, false));
        takes();
        buffer.beginLine();
        append(text(first, 0, false));
        append(text(second, first, true));
        takes();
      }
    }
  }

  @Test
  void three_parts_around_what_is_kept() {
    for (int first = 65_530; first <= 65_540; first++) {
      for (int second : new int[] {1, 8191, 8192}) {
        buffer.beginLine();
        for (int at = 0; at < first; at += 8000) {
          append(text(Math.min(8000, first - at), at, false));
        }
        append(text(second, first, false));
        append(text(3, first + second, false));
        takes();
      }
    }
  }

  @Test
  void single_bytes_as_long_as_there_is_room() {
    buffer.beginLine();
    byte[] text = text(70_000, 0, false);
    for (byte b : text) {
      if (buffer.append(b)) {
        whole.write(b);
      } else {
        append(new byte[] {b});
      }
    }
    takes();
  }

  @Test
  void whole_lines_at_a_time() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      buffer.beginLine();
      append(text(random.nextInt(20), 0, round % 2 == 0));
      var bytes = new ByteArrayOutputStream();
      String end = new String[] {"\n", "\r\n", "\r"}[round % 3];
      for (int line = 0; line < 1 + random.nextInt(6); line++) {
        byte[] value = text(random.nextInt(round % 5 == 0 ? 3000 : 40), 0, random.nextBoolean());
        bytes.writeBytes("data: ".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(value);
        bytes.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
      }
      bytes.writeBytes("data".getBytes(StandardCharsets.US_ASCII));
      byte[] array = bytes.toByteArray();
      int next = buffer.appendLines(array, 0, array.length);
      copyLines(array, next);
      takes();
    }
  }

  /** What the lines before {@code next} add to the data. */
  private void copyLines(byte[] array, int next) {
    int at = 0;
    while (at < next) {
      whole.write('\n');
      at += "data: ".length();
      while (array[at] != '\n' && array[at] != '\r') {
        whole.write(array[at++]);
      }
      at += array[at] == '\r' && array[at + 1] == '\n' ? 2 : 1;
    }
    assertThat(at).isEqualTo(next);
  }

  @Test
  void most_lines_are_read_at_once() {
    byte[] array = "data: 0123456789abcdef\n".repeat(10).getBytes(StandardCharsets.US_ASCII);
    buffer.beginLine();
    assertThat(buffer.appendLines(array, 0, array.length)).isEqualTo(9 * 23);
    assertThat(buffer.take()).isEqualTo("\n0123456789abcdef".repeat(9));
  }

  @Test
  void a_line_that_is_not_plain_does_not_end_the_row() {
    String lines =
        "data: a\tb\r\ndata: \0\u00e9\r\ndata: \n" + "data: 0123456789abcdef\n".repeat(5);
    byte[] array = lines.getBytes(StandardCharsets.UTF_8);
    buffer.beginLine();
    assertThat(buffer.appendLines(array, 0, array.length)).isEqualTo(array.length - 23);
    assertThat(buffer.take()).isEqualTo("\na\tb\n\0\u00e9\n" + "\n0123456789abcdef".repeat(4));
  }

  @Test
  void lines_without_end_are_left_alone() {
    byte[] array = "data: 0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    buffer.beginLine();
    assertThat(buffer.appendLines(array, 0, array.length)).isZero();
    assertThat(buffer.take()).isEmpty();
  }

  @Test
  void an_event_at_its_limit_is_taken() {
    Limits limits = Limits.none().withMaxEventBytes(5);
    var limited = new DataBuffer(new TextDecoder(), limits);
    limited.beginLine();
    limited.append(text(4, 0, true), 0, 4, true);
    assertThat(limited.append((byte) 'x')).isTrue();
    assertThat(limited.append((byte) 'x')).isFalse();
    assertThat(limited.take()).isEqualTo("abcdx");
    limited.beginLine();
    assertThatThrownBy(() -> limited.append(text(6, 0, true), 0, 6, true))
        .isInstanceOf(LimitExceededException.class);
  }
}

package dev.ssespec.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChunkedDecoderTest {
  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }

  private static String decode(ChunkedDecoder decoder, String text) throws MalformedHttpException {
    return new String(decoder.decode(bytes(text)), ISO_8859_1);
  }

  @Test
  void it_does_not_matter_where_the_bytes_are_cut() throws MalformedHttpException {
    String coded = "3\r\nabc\r\n00A ; x=\"y\"\r\n0123456789\r\n0\r\nA: b\r\nC: d\r\n\r\n";
    for (int i = 0; i <= coded.length(); i++) {
      for (int j = i; j <= coded.length(); j++) {
        ChunkedDecoder decoder = new ChunkedDecoder();
        String payload =
            decode(decoder, coded.substring(0, i))
                + decode(decoder, coded.substring(i, j))
                + decode(decoder, coded.substring(j));
        assertThat(payload).isEqualTo("abc0123456789");
        assertThat(decoder.isComplete()).isTrue();
      }
    }
  }

  @Test
  void what_stands_behind_the_end_is_left_alone() throws MalformedHttpException {
    ByteBuffer in = bytes("1\r\na\r\n0\r\n\r\nnext");
    assertThat(new ChunkedDecoder().decode(in)).containsExactly('a');
    assertThat(in.remaining()).isEqualTo(4);
  }

  @Test
  void it_is_not_complete_before_the_last_byte() throws MalformedHttpException {
    ChunkedDecoder decoder = new ChunkedDecoder();
    assertThat(decode(decoder, "1\r\na\r\n0\r\n\r")).isEqualTo("a");
    assertThat(decoder.isComplete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "x, chunk without a size: found 0x78",
    "1x, chunk size holds 0x78",
    "1000000000000000, chunk size of more than 15 digits",
    "1|aab, 'chunked coding: expected 0x0D, found 0x61'"
  })
  void what_is_broken_is_named(String coded, String message) {
    assertThatThrownBy(() -> decode(new ChunkedDecoder(), coded.replace("|", "\r\n")))
        .isInstanceOf(MalformedHttpException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"1;", "'0\r\nA:'"})
  void what_has_no_end_is_given_up(String start) {
    assertThatThrownBy(() -> decode(new ChunkedDecoder(), start + "x".repeat(70_000)))
        .hasMessage("chunk extensions or trailer fields of more than 65536 bytes");
  }
}

package dev.ssespec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against the decoder that takes one byte after the other. */
class TextDecoderTest {

  /** Letters, and the bytes at the edges of what may lead or continue a sequence. */
  private static final int[] EDGES = {
    'a', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
    0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
  };

  private final TextDecoder decoder = new TextDecoder();

  /** Decodes a part of an array in which the neighbours would continue or begin a sequence. */
  private void decodes(byte[] text) {
    byte[] bytes = new byte[text.length + 2];
    bytes[0] = (byte) 0xE3;
    bytes[bytes.length - 1] = (byte) 0x81;
    System.arraycopy(text, 0, bytes, 1, text.length);
    String expected = LiteralUtf8.decode(text, 0);
    if (!decoder.decode(bytes, 1, 1 + text.length, false).equals(expected)) {
      assertThat(decoder.decode(bytes, 1, 1 + text.length, false))
          .as(Arrays.toString(text))
          .isEqualTo(expected);
    }
  }

  @Test
  void every_four_bytes_of_the_edges() {
    byte[] text = new byte[4];
    for (int a : EDGES) {
      for (int b : EDGES) {
        for (int c : EDGES) {
          for (int d : EDGES) {
            text[0] = (byte) a;
            text[1] = (byte) b;
            text[2] = (byte) c;
            text[3] = (byte) d;
            decodes(text);
          }
        }
      }
    }
  }

  @Test
  void three_bytes_at_every_distance_from_the_end() {
    for (int length = 0; length < 12; length++) {
      byte[] text = new byte[length + 3];
      Arrays.fill(text, (byte) 'x');
      for (int place = 0; place <= length; place++) {
        byte[] one = text.clone();
        one[place] = (byte) 0xE6;
        one[place + 1] = (byte) 0x97;
        one[place + 2] = (byte) 0xA5;
        decodes(one);
        decodes(Arrays.copyOf(one, place + 2));
        decodes(Arrays.copyOf(one, place + 1));
      }
    }
  }

  @Test
  void every_three_bytes_that_may_be_a_character() {
    byte[] text = new byte[3];
    for (int lead = 0xE0; lead <= 0xEF; lead++) {
      for (int second = 0x78; second < 0xC8; second++) {
        for (int third = 0x7E; third < 0xC2; third++) {
          text[0] = (byte) lead;
          text[1] = (byte) second;
          text[2] = (byte) third;
          decodes(text);
        }
      }
    }
  }

  @Test
  void texts_around_the_length_that_is_decoded_in_parts() {
    for (int length = TextDecoder.SEGMENT - 4; length <= TextDecoder.SEGMENT + 4; length++) {
      for (int shift = 0; shift < 4; shift++) {
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
          text[i] = (byte) new int[] {0xF0, 0x9F, 0x98, 0x80}[(i + shift) % 4];
        }
        decodes(text);
      }
    }
  }

  @Test
  void a_short_text_behind_a_long_one() {
    byte[] ones = new byte[1000];
    Arrays.fill(ones, (byte) 0x80);
    for (int length = 1; length < ones.length; length = length * 2 + 1) {
      decodes(Arrays.copyOf(ones, length));
      decodes(new byte[] {'a', (byte) 0xC3, (byte) 0xA9});
    }
  }
}

package dev.ssespec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against one byte after the other, wherever the end stands and whatever stands around it. */
class LineEndsTest {

  private static final byte[] FILLS = {'a', 0, 0x09, 0x0B, 0x0C, 0x0E, 0x7F, (byte) 0x80, -1};
  private static final byte[] ENDS = {'\n', '\r'};
  private static final int LONGEST = 26;

  /** What stands in front of and behind the bytes to look at is a trap. */
  private static final int MARGIN = 9;

  @FunctionalInterface
  private interface Check {
    void of(byte[] bytes, int from, int to);
  }

  private static void everywhere(Check check) {
    for (byte fill : FILLS) {
      for (byte end : ENDS) {
        for (int length = 0; length <= LONGEST; length++) {
          for (int place = 0; place <= length; place++) {
            byte[] bytes = new byte[length + 2 * MARGIN];
            Arrays.fill(bytes, (byte) '\n');
            Arrays.fill(bytes, MARGIN, MARGIN + length, fill);
            if (place < length) {
              bytes[MARGIN + place] = end;
              Arrays.fill(bytes, MARGIN + place + 1, MARGIN + length, (byte) 0x8D);
            }
            check.of(bytes, MARGIN, MARGIN + length);
          }
        }
      }
    }
  }

  private static int slowly(byte[] bytes, int from, int to) {
    boolean ascii = true;
    int at = from;
    while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
      ascii &= bytes[at] >= 0;
      at++;
    }
    return ascii ? at : ~at;
  }

  @Test
  void finds_the_first_end_and_tells_ascii() {
    everywhere(
        (bytes, from, to) ->
            assertThat(LineEnds.find(bytes, from, to)).isEqualTo(slowly(bytes, from, to)));
  }

  @Test
  void finds_one_byte_of_many_kinds_that_is_no_end() {
    for (int b = 0; b < 256; b++) {
      for (int place = 0; place < 16; place++) {
        byte[] bytes = "0123456789abcdef\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        bytes[place] = (byte) b;
        assertThat(LineEnds.find(bytes, 0, 17)).isEqualTo(slowly(bytes, 0, 17));
      }
    }
  }

  @Test
  void a_step_copies_all_and_finds_the_first_byte_that_is_not_plain() {
    for (int b = 0; b < 256; b++) {
      for (int place = 0; place < LineEnds.STEP; place++) {
        byte[] bytes = new byte[2 + LineEnds.STEP];
        Arrays.fill(bytes, (byte) 0x0E);
        bytes[0] = '\n';
        bytes[1 + place] = (byte) b;
        Arrays.fill(bytes, 2 + place, bytes.length, (byte) (b % 2 == 0 ? 0x7F : '\r'));
        byte[] target = new byte[3 + LineEnds.STEP + 1];
        int plain = LineEnds.copyStep(bytes, 1, target, 3);
        boolean isPlain = b > '\r' && b < 0x80;
        int behind = b % 2 == 0 || place == LineEnds.STEP - 1 ? LineEnds.STEP : place + 1;
        assertThat(plain).isEqualTo(isPlain ? behind : place);
        byte[] expected = new byte[target.length];
        System.arraycopy(bytes, 1, expected, 3, LineEnds.STEP);
        assertThat(target).isEqualTo(expected);
      }
    }
  }
}

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
  void finds_and_copies_up_to_the_last_words() {
    everywhere(
        (bytes, from, to) -> {
          byte[] target = new byte[3 + to - from + Long.BYTES];
          int found = LineEnds.findAndCopy(bytes, from, to, target, 3);
          int slowly = slowly(bytes, from, to);
          int end = slowly >= 0 ? slowly : ~slowly;
          boolean inWords = end < to - (to - from) % Long.BYTES;
          assertThat(found).isEqualTo(inWords ? slowly : to);
          int copied = inWords ? end : to - (to - from) % Long.BYTES;
          assertThat(Arrays.copyOfRange(target, 3, 3 + copied - from))
              .isEqualTo(Arrays.copyOfRange(bytes, from, copied));
          assertThat(Arrays.copyOf(target, 3)).isEqualTo(new byte[3]);
        });
  }
}

package dev.ssespec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {

  @Test
  void parser_and_interpreter_agree_on_every_hostile_string_of_up_to_five_symbols() {
    assertThat(HostileStrings.compareAll(5)).isEqualTo(sumOfPowers(12, 5));
  }

  /** Wherever the string stands in the steps in which long lines of data are copied. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 24, 31, 32, 40})
  void they_agree_on_every_hostile_string_of_up_to_four_symbols_inside_lines_of_data(int place) {
    String before = "data\ndata: " + "x".repeat(place);
    String after = "y".repeat(40) + "\ndata: " + "z".repeat(40) + "\n\ndata: b\n\n";
    assertThat(HostileStrings.compareAllBetween(before, after, 4)).isEqualTo(sumOfPowers(12, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {": keep-alive\n", ": keep-alive\r", ": keep-alive\r\n\r\n"})
  void they_agree_on_every_hostile_string_of_up_to_four_symbols_among_heartbeats(String beat) {
    String before = "id: 1\nevent: a\n" + beat + beat;
    String after = beat + "\n" + beat + beat + "data: b\n\n";
    assertThat(HostileStrings.compareAllBetween(before, after, 4)).isEqualTo(sumOfPowers(12, 4));
  }

  @Test
  @Tag("exhaustive")
  void parser_and_interpreter_agree_on_every_hostile_string_of_up_to_seven_symbols() {
    assertThat(HostileStrings.compareAll(7)).isEqualTo(sumOfPowers(12, 7));
  }

  private static long sumOfPowers(long base, int highest) {
    long sum = 0;
    long power = 1;
    for (int i = 0; i <= highest; i++) {
      sum += power;
      power *= base;
    }
    return sum;
  }
}

package dev.ssespec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void parser_and_interpreter_agree_on_every_hostile_string_of_up_to_five_symbols() {
    assertThat(HostileStrings.compareAll(5)).isEqualTo(sumOfPowers(12, 5));
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

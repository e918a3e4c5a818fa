package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  @Test
  void leavesNothingThatATerminalObeys() {
    assertThat(Visible.line("a\u001b[31m\r\n\t\u0000\u007f\u009b é 😀"))
        .isEqualTo("a\\x1b[31m\\r\\n\\t\\0\\x7f\\x9b é 😀");
  }

  @Test
  void leavesNothingThatTurnsOrHidesText() {
    assertThat(Visible.line("\u202e\u2066\u200b\ufeff\u2028\ud800\uffff"))
        .isEqualTo("\\u202e\\u2066\\u200b\\ufeff\\u2028\\ud800\\uffff");
  }

  @Test
  void keepsLinesWhereAskedTo() {
    assertThat(Visible.lines("a\r\nb")).isEqualTo("a\\r\nb");
  }

  @ParameterizedTest
  @CsvSource({
    "abc,  3, abc",
    "abcd, 3, abc… (1 more characters)",
    "ab😀, 3, ab… (2 more characters)",
  })
  void cutsWithoutTearingACharacter(String text, int limit, String cut) {
    assertThat(Visible.cut(text, limit)).isEqualTo(cut);
  }
}

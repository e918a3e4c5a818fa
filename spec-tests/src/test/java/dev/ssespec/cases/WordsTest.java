package dev.ssespec.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words words = Words.of(42, "P-001");

  @Test
  void aPlaceholderKeepsItsLength() {
    assertThat(words.fill("data: {a}{b}")).hasSize("data: {a}{b}".length()).doesNotContain("{");
  }

  @Test
  void theSameLetterIsTheSameWordInTextAndBytes() {
    String filled = words.fill("{a} {a}");

    assertThat(filled.substring(0, 3)).isEqualTo(filled.substring(4));
    assertThat(words.fill("{a} {a}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(filled.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void otherBracesStay() {
    assertThat(words.fill("{\"a\":1} {ab} {} {A}")).isEqualTo("{\"a\":1} {ab} {} {A}");
  }

  @Test
  void seedAndCaseDecideTheWords() {
    assertThat(Words.of(42, "P-001").fill("{a}")).isEqualTo(words.fill("{a}"));
    assertThat(Words.of(43, "P-001").fill("{a}")).isNotEqualTo(words.fill("{a}"));
    assertThat(Words.of(42, "P-002").fill("{a}")).isNotEqualTo(words.fill("{a}"));
  }

  @Test
  void anEscapedByteIsThatByte() {
    assertThat(Escaped.bytes("a\\xFFé\\x0")).containsExactly('a', 0xFF, 0xC3, 0xA9, '\\', 'x', '0');
  }
}

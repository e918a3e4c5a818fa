package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstDifferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1                      | 1.0                  | ``",
        "{\"a\":[1,2]}          | {\"a\":[1,2]}        | ``",
        "{\"a\":1,\"b\":2}      | {\"b\":2,\"a\":1}    | ``",
        "null                   | null                 | ``",
        "{\"a\":null}           | {}                   | a: expected null, got nothing",
        "{}                     | {\"a\":1}            | a: expected nothing, got 1",
        "[{\"d\":\"ab\"}]       | [{\"d\":\"ac\"}]     | [0].d: expected \"ab\", got \"ac\"",
        "[1]                    | [1,2]                | [1]: expected nothing, got 2",
        "\"a\"                  | [\"a\"]              | (all of it): expected \"a\", got [\"a\"]",
      })
  void isFoundInReadingOrder(String expected, String actual, String sentence) {
    assertThat(
            FirstDifference.between(Make.json(expected), Make.json(actual))
                .map(FirstDifference::sentence)
                .orElse(""))
        .isEqualTo(sentence);
  }

  @Test
  void tellsTheCharacterWithinALongText() {
    var long1 = "\"" + "x".repeat(100) + "one\"";
    var long2 = "\"" + "x".repeat(100) + "two\"";
    assertThat(FirstDifference.between(Make.json(long1), Make.json(long2)).orElseThrow().sentence())
        .isEqualTo(
            "(all of it): expected …\"one\" from character 100, got …\"two\" from character 100");
  }
}

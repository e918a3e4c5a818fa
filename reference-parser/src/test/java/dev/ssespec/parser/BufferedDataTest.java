package dev.ssespec.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BufferedDataTest {

  private final BufferedData one = BufferedData.of("a\n");

  @Test
  void what_is_appended_changes_no_earlier_moment() {
    BufferedData two = one.plus("b\n");
    BufferedData three = two.plus("c\n");
    assertThat(one).hasToString("a\n").hasSize(2);
    assertThat(two).hasToString("a\nb\n");
    assertThat(three).hasToString("a\nb\nc\n");
  }

  @Test
  void one_moment_may_go_on_in_two_ways() {
    BufferedData left = one.plus("b");
    BufferedData right = one.plus("c");
    assertThat(left).hasToString("a\nb");
    assertThat(right).hasToString("a\nc");
    assertThat(left.plus("d")).hasToString("a\nbd");
  }

  @Test
  void the_empty_one_stays_empty() {
    assertThat(BufferedData.empty().plus("")).isSameAs(BufferedData.empty());
    assertThat(BufferedData.empty().plus("x")).hasToString("x");
    assertThat(BufferedData.empty()).hasToString("").isEmpty();
  }

  @Test
  void equal_is_what_holds_the_same_text() {
    assertThat(one).isEqualTo(BufferedData.of("a\n")).hasSameHashCodeAs(BufferedData.of("a\n"));
    assertThat(one.plus("b")).isEqualTo(BufferedData.of("a\nb")).isNotEqualTo(one.plus("c"));
    assertThat(one).isNotEqualTo(one.plus("b")).isNotEqualTo(BufferedData.of("b\n"));
    assertThat(one.equals(null)).isFalse();
    assertThat(one.plus("")).isEqualTo(one);
  }

  @Test
  void nothing_behind_a_moment_can_be_read() {
    one.plus("later");
    assertThat(one.charAt(1)).isEqualTo('\n');
    assertThat(one.subSequence(1, 2)).isEqualTo("\n");
    assertThatThrownBy(() -> one.charAt(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> one.subSequence(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}

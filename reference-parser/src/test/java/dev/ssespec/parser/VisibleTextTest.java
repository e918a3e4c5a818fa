package dev.ssespec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void what_can_be_seen_stays() {
    assertThat(VisibleText.of("a é日😀 ~")).isEqualTo("a é日😀 ~");
  }

  @Test
  void controls_become_their_pictures() {
    assertThat(VisibleText.of("\0\t\r\n\u001F\u007F")).isEqualTo("␀␉␍␊␟␡");
  }

  @Test
  void what_has_no_shape_is_named_by_number() {
    assertThat(VisibleText.of("\uFEFF\u2028\u2029\u0085\u202E\uE000\uD800\u0378"))
        .isEqualTo("\\u{feff}\\u{2028}\\u{2029}\\u{85}\\u{202e}\\u{e000}\\u{d800}\\u{378}");
  }
}

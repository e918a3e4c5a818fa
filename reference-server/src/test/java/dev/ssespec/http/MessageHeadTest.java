package dev.ssespec.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageHeadTest {
  private static MessageHead parse(String head) {
    return MessageHead.parse(head.getBytes(ISO_8859_1));
  }

  @Test
  void fields_keep_their_order_case_and_bytes() {
    assertThat(parse("start\r\nB:  1 \t\r\na:\u00e9\u0001\u0000\r\nb:\r\n\r\n"))
        .isEqualTo(
            new MessageHead(
                "start",
                List.of(
                    new HeaderField("B", "1"),
                    new HeaderField("a", "\u00e9\u0001\u0000"),
                    new HeaderField("b", "")),
                List.of()));
  }

  @Test
  void lines_that_are_no_fields_are_kept_apart() {
    assertThat(parse("start\na: 1\n folded: 2\n: 3\nnothing\n\n"))
        .isEqualTo(
            new MessageHead(
                "start",
                List.of(new HeaderField("a", "1")),
                List.of(" folded: 2", ": 3", "nothing")));
  }

  @Test
  void names_are_looked_up_without_regard_to_case() {
    MessageHead head = parse("start\r\nConnection: a, Close\r\nCONNECTION: b\r\n\r\n");
    assertThat(head.all("connection")).containsExactly("a, Close", "b");
    assertThat(head.first("connection")).hasValue("a, Close");
    assertThat(head.first("other")).isEmpty();
    assertThat(head.lists("connection", "close")).isTrue();
    assertThat(head.lists("connection", "c")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a|b||c, 8", "a..c, 3", "a|.c, 4", "a.|c, 4", "a|b|, -1", "'', -1"})
  void the_end_is_behind_the_blank_line(String head, int end) {
    byte[] bytes = head.replace("|", "\r\n").replace(".", "\n").getBytes(ISO_8859_1);
    assertThat(MessageHead.end(bytes, 0, bytes.length)).isEqualTo(end);
  }
}

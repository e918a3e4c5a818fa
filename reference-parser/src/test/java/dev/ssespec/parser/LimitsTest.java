package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final String MARK = "\uFEFF";

  /**
   * What a stream gives under limits, the same at every size of pieces, or the message of its end.
   */
  private static String read(Limits limits, String stream) {
    byte[] bytes = stream.getBytes(UTF_8);
    Set<String> results =
        IntStream.rangeClosed(1, bytes.length)
            .mapToObj(size -> readInPieces(limits, bytes, size))
            .collect(Collectors.toSet());
    assertThat(results).hasSize(1);
    return results.iterator().next();
  }

  private static String readInPieces(Limits limits, byte[] bytes, int size) {
    StringBuilder seen = new StringBuilder();
    EventStreamParser parser =
        new EventStreamParser(
            (type, data, id) -> seen.append(data.length()).append(';'), "", limits);
    try {
      for (int at = 0; at < bytes.length; at += size) {
        parser.feed(bytes, at, Math.min(size, bytes.length - at));
      }
    } catch (LimitExceededException e) {
      seen.append("limit ").append(e.limit());
      assertThat(e.actual()).isGreaterThan(e.limit());
    }
    return seen.toString();
  }

  @Nested
  class A_line {

    private final Limits ten = Limits.none().withMaxLineBytes(10);

    @Test
    void may_be_as_long_as_its_limit() {
      assertThat(read(ten, "data: abcd\n\n: 45678901".substring(0, 22) + "\ndata\n\n"))
          .isEqualTo("4;0;");
    }

    @Test
    void may_not_be_longer() {
      assertThat(read(ten, "data: abc\n\ndata: abcde\n\n")).isEqualTo("3;limit 10");
    }

    @Test
    void may_not_be_longer_though_it_is_ignored_or_has_no_end() {
      assertThat(read(ten, "data: abc\n\nignored: abc")).isEqualTo("3;limit 10");
    }

    @Test
    void may_not_be_longer_among_others_of_its_block() {
      Limits twenty = Limits.none().withMaxLineBytes(20);
      String line = "data: 01234567890123";
      assertThat(read(twenty, (line + "\n").repeat(4) + "\n")).isEqualTo("59;");
      assertThat(read(twenty, (line + "\n").repeat(2) + line + "4\n" + line + "\n\n"))
          .isEqualTo("limit 20");
      assertThat(read(twenty, ": 34567890123456789\n".repeat(3) + ": 3456789012345678901\n"))
          .isEqualTo("limit 20");
    }

    @Test
    void is_measured_without_a_byte_order_mark_and_without_its_line_end() {
      assertThat(read(ten, MARK + "data: abcd\r\n\r\n")).isEqualTo("4;");
      assertThat(read(Limits.none().withMaxLineBytes(0), MARK + "\r\n\r\n")).isEmpty();
    }

    @Test
    void says_what_is_wrong_and_the_way_out() {
      EventStreamParser parser = new EventStreamParser(new Recording(), "", ten);
      LimitExceededException thrown =
          catchThrowableOfType(
              LimitExceededException.class, () -> parser.feed("data: abcde\n".getBytes(UTF_8)));
      assertThat(thrown)
          .hasMessage(
              "The line is too long: the limit is 10 bytes and it has at least 11."
                  + " Raise it with Limits.withMaxLineBytes, or use Limits.none().");
      assertThat(thrown.limit()).isEqualTo(10);
      assertThat(thrown.actual()).isEqualTo(11);
      assertThatThrownBy(() -> parser.feed(new byte[0])).isInstanceOf(IllegalStateException.class);
    }
  }

  @Nested
  class An_event {

    private final Limits ten = Limits.none().withMaxEventBytes(10);

    @Test
    void may_be_as_large_as_its_limit_with_the_line_feeds_in_it() {
      assertThat(read(ten, "data: 0123456789\n\n")).isEqualTo("10;");
      assertThat(read(ten, "data: 0123\ndata: 56789\n\ndata\ndata: 123456789\n\n"))
          .isEqualTo("10;10;");
    }

    @Test
    void may_not_be_larger_in_one_line() {
      assertThat(read(ten, "data: 0123456789A\n\n")).isEqualTo("limit 10");
    }

    @Test
    void may_not_be_larger_in_many_lines() {
      assertThat(read(ten, "data: 0123\ndata: 56789A\n\n")).isEqualTo("limit 10");
      assertThat(read(ten, "data: 0\n\n" + "data\n".repeat(11) + "\n")).isEqualTo("1;10;");
      assertThat(read(ten, "data: 0\n\n" + "data\n".repeat(12) + "\n")).isEqualTo("1;limit 10");
    }

    @Test
    void is_measured_in_bytes_of_utf_8() {
      assertThat(read(ten, "data: ééééé\n\ndata: ééééé!\n\n")).isEqualTo("5;limit 10");
    }

    @Test
    void names_its_way_out() {
      EventStreamParser parser = new EventStreamParser(new Recording(), "", ten);
      assertThatThrownBy(() -> parser.feed("data: 0123456789A\n".getBytes(UTF_8)))
          .hasMessage(
              "The event is too long: the limit is 10 bytes and it has at least 11."
                  + " Raise it with Limits.withMaxEventBytes, or use Limits.none().");
    }
  }

  @Nested
  class An_id {

    private final Limits three = Limits.none().withMaxIdBytes(3);

    @Test
    void may_be_as_long_as_its_limit() {
      assertThat(read(three, "id: abc\ndata: a\n\n")).isEqualTo("1;");
    }

    @Test
    void may_not_be_longer() {
      assertThat(read(three, "data: a\n\nid: abcd\ndata: a\n\n")).isEqualTo("1;limit 3");
    }

    @Test
    void may_not_be_longer_though_its_line_has_no_end() {
      assertThat(read(three, "data: a\n\nid: abcd")).isEqualTo("1;limit 3");
      assertThat(read(three, "data: a\n\nid:abcd")).isEqualTo("1;limit 3");
      assertThat(read(three, "data: a\n\nid: abc")).isEqualTo("1;");
      assertThat(read(three, "data: a\n\nidx: abcd\n: abcd")).isEqualTo("1;");
    }

    @Test
    void names_its_way_out() {
      EventStreamParser parser = new EventStreamParser(new Recording(), "", three);
      assertThatThrownBy(() -> parser.feed("id: abcd\n".getBytes(UTF_8)))
          .hasMessage(
              "The id is too long: the limit is 3 bytes and it has at least 4."
                  + " Raise it with Limits.withMaxIdBytes, or use Limits.none().");
    }
  }

  @Test
  void are_none_by_default() {
    assertThat(Limits.none()).isEqualTo(new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
  }

  @Test
  void change_one_at_a_time() {
    assertThat(Limits.none().withMaxLineBytes(1).withMaxEventBytes(2).withMaxIdBytes(3))
        .isEqualTo(new Limits(1, 2, 3));
    assertThat(new Limits(1, 2, 3).withMaxLineBytes(0)).isEqualTo(new Limits(0, 2, 3));
    assertThat(new Limits(1, 2, 3).withMaxEventBytes(0)).isEqualTo(new Limits(1, 0, 3));
    assertThat(new Limits(1, 2, 3).withMaxIdBytes(0)).isEqualTo(new Limits(1, 2, 0));
  }

  @Test
  void are_never_negative() {
    assertThatThrownBy(() -> new Limits(-1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A limit is zero bytes or more, but got line -1, event 0, id 0");
    assertThatThrownBy(() -> new Limits(0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limits(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}

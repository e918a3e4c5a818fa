package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarCheckerTest {

  private static final String MARK = "\u00EF\u00BB\u00BF";

  /** Level, code, line:column and offset of each finding; the same however the bytes are cut. */
  private static void finds(String octets, String... expected) {
    byte[] stream = octets.getBytes(ISO_8859_1);
    for (int size = 1; size <= Math.max(1, stream.length); size++) {
      List<String> found = new ArrayList<>();
      GrammarChecker checker = new GrammarChecker(finding -> found.add(brief(finding)));
      for (int at = 0; at < stream.length; at += size) {
        checker.feed(stream, at, Math.min(size, stream.length - at));
      }
      checker.end();
      checker.end();
      assertThat(found).as("pieces of %d", size).containsExactly(expected);
    }
  }

  private static String brief(Finding finding) {
    return "%s %s %d:%d @%d"
        .formatted(
            finding.level(),
            finding.code(),
            finding.line(),
            finding.column(),
            finding.byteOffset());
  }

  private static List<Finding> findings(String text) {
    List<Finding> found = new ArrayList<>();
    GrammarChecker checker = new GrammarChecker(found::add);
    checker.feed(text.getBytes(UTF_8));
    checker.end();
    return found;
  }

  @Nested
  class Finds_nothing {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "data: a\n\n",
          "\n\n\n",
          "data\n\ndata:\n\n",
          ": c\n\n",
          "id: 1\r\nevent: x\r\nretry: 2147483647\r\ndata: a\r\ndata: b\r\n\r\n",
          "data: a\rid: 1\r\r",
          MARK + "data: a\n\n",
          "id\ndata: a\n\n",
          "retry: 0\n\n",
          "data: \0\nevent: \u0001\n\n",
          "data: \u00E2\u0082\u00AC\u00F0\u009F\u0098\u0080\n\n",
        })
    void in_a_stream_without_fault(String octets) {
      finds(octets);
    }
  }

  @Nested
  class Finds_what_must_not_be {

    @Test
    void bytes_that_are_not_utf_8_once_a_line() {
      finds(
          "data: a\u00FFb\u00FF\ndata: \u00FF\n\n",
          "MUST malformed-utf-8 1:8 @7",
          "MUST malformed-utf-8 2:7 @17");
    }

    @Test
    void bytes_that_are_not_utf_8_by_the_character() {
      finds("data: \u00C3\u00A9\u00ED\u00A0\u0080\n\n", "MUST malformed-utf-8 1:8 @8");
      finds("data: \u00C3\u00A9x\u00E2\u0082\n\n", "MUST malformed-utf-8 1:9 @9");
      finds("data: \u00F0\u009F\u0098x\n\n", "MUST malformed-utf-8 1:7 @6");
      finds("\u00C3: x\n\n", "MUST malformed-utf-8 1:1 @0", "SHOULD unknown-field 1:1 @0");
    }

    @Test
    void an_id_with_nul() {
      finds("id: 2\0" + "3\0\ndata: a\n\n", "MUST nul-in-id 1:6 @5");
      finds("id:\0\ndata: a\n\n", "MUST nul-in-id 1:4 @3");
    }

    @Test
    void a_reconnection_time_that_is_not_digits() {
      finds("retry: 1.5\n\n", "MUST retry-not-digits 1:9 @8");
      finds("retry:5 \n\n", "MUST retry-not-digits 1:8 @7");
      finds("retry:  5\n\n", "MUST retry-not-digits 1:8 @7");
      finds("retry: -5\n\n", "MUST retry-not-digits 1:8 @7");
      finds("retry: \u00D9\u00A3\n\n", "MUST retry-not-digits 1:8 @7");
      finds("retry: 1:2/\n\n", "MUST retry-not-digits 1:9 @8");
      finds("retry: 2/\n\n", "MUST retry-not-digits 1:9 @8");
    }

    @Test
    void a_line_without_end() {
      finds("data: a", "MUST unfinished-line 1:1 @0");
      finds("data: a\n\nid", "MUST unfinished-line 3:1 @9");
      finds("data: a\n\n: c\u00E2", "MUST malformed-utf-8 3:4 @12", "MUST unfinished-line 3:1 @9");
    }

    @Test
    void a_block_without_blank_line() {
      finds("data: a\n\n: c\ndata: b\nid: 1\n", "MUST unfinished-block 4:1 @13");
      finds("id: 1\r", "MUST unfinished-block 1:1 @0");
      finds("event: x\ndata", "MUST unfinished-line 2:1 @9", "MUST unfinished-block 1:1 @0");
    }
  }

  @Nested
  class Finds_what_should_not_be {

    @Test
    void an_unknown_field() {
      finds("foo: 1\ndata: a\n\n", "SHOULD unknown-field 1:1 @0");
      finds("datas\n\n", "SHOULD unknown-field 1:1 @0");
    }

    @Test
    void a_name_in_the_wrong_case_or_with_spaces() {
      finds(
          "Data: a\n data: b\ndata : c\nID: 1\nRetry: 5\nEVENT\n\n",
          "SHOULD misspelt-field 1:1 @0",
          "SHOULD misspelt-field 2:1 @8",
          "SHOULD misspelt-field 3:1 @17",
          "SHOULD misspelt-field 4:1 @26",
          "SHOULD misspelt-field 5:1 @32",
          "SHOULD misspelt-field 6:1 @41");
    }

    @Test
    void spaces_where_a_blank_line_was_meant() {
      finds("data: a\n \t\ndata: b\n\n", "SHOULD spaces-for-blank-line 2:1 @8");
    }

    @Test
    void a_byte_order_mark_inside() {
      finds("data: a\n\n" + MARK + "data: b\n\n", "SHOULD byte-order-mark-inside 3:1 @9");
      finds(MARK + MARK + "data: b\n\n", "SHOULD byte-order-mark-inside 1:1 @3");
    }

    @Test
    void a_field_behind_half_a_byte_order_mark() {
      finds(
          "\u00EF\u00BBdata: b\n\n", "MUST malformed-utf-8 1:1 @0", "SHOULD unknown-field 1:1 @0");
      finds("\u00EF", "MUST malformed-utf-8 1:1 @0", "MUST unfinished-line 1:1 @0");
    }

    @Test
    void an_event_type_without_data() {
      finds(": c\nevent: x\nid: 1\n\ndata: a\n\n", "SHOULD event-without-data 2:1 @4");
      finds("event: x\n\nevent: y\ndata\n\n", "SHOULD event-without-data 1:1 @0");
    }

    @Test
    void a_field_that_the_block_has_already() {
      finds(
          "id: 1\nid: 2\nevent: x\nevent: y\nretry: 1\nretry: 2\ndata: a\ndata: b\n\nid: 3\n\n",
          "SHOULD repeated-field 2:1 @6",
          "SHOULD repeated-field 4:1 @21",
          "SHOULD repeated-field 6:1 @39");
    }

    @Test
    void an_empty_reconnection_time() {
      finds(
          "retry\nretry:\n\nretry: \n\n",
          "SHOULD retry-empty 1:1 @0",
          "SHOULD repeated-field 2:1 @6",
          "SHOULD retry-empty 2:1 @6",
          "SHOULD retry-empty 4:1 @14");
    }

    @Test
    void a_field_after_a_carriage_return_among_other_line_ends() {
      finds(
          "data: a\n\ndata: b\rid: 5\n\n",
          "ADVICE mixed-line-ends 3:1 @9",
          "SHOULD field-after-bare-cr 4:1 @17");
      finds(
          "data: b\rid: 5\n\n",
          "ADVICE mixed-line-ends 2:1 @8",
          "SHOULD field-after-bare-cr 2:1 @8");
      finds(
          "data: a\n\ndata: b\rid: 5\r\r",
          "ADVICE mixed-line-ends 3:1 @9",
          "SHOULD field-after-bare-cr 4:1 @17");
      finds("data: a\n\ndata: b\r: 5\n\n", "ADVICE mixed-line-ends 3:1 @9");
    }

    @Test
    void the_first_field_behind_bare_crs_once_another_line_end_comes() {
      finds(
          "data: a\rid: 7\revent: x\n\n",
          "ADVICE mixed-line-ends 3:1 @14",
          "SHOULD field-after-bare-cr 2:1 @8",
          "SHOULD field-after-bare-cr 3:1 @14");
      finds(
          "data: a\rid: 7\revent: x\r\rdata: b\r\r\n",
          "ADVICE mixed-line-ends 6:1 @32",
          "SHOULD field-after-bare-cr 2:1 @8");
      finds("data: a\rid: 7\revent: x\r\r");
    }
  }

  @Nested
  class Advises {

    @Test
    void one_kind_of_line_end_once() {
      finds("data: a\r\n\ndata: b\r\n\n", "ADVICE mixed-line-ends 2:1 @9");
      finds("data: a\n\r", "ADVICE mixed-line-ends 2:1 @8");
    }

    @Test
    void a_last_blank_line_where_nothing_is_lost() {
      finds("data: a\n\n: bye\n", "ADVICE no-last-blank-line 3:1 @9");
      finds("retry: 5\n", "ADVICE no-last-blank-line 1:1 @0");
    }

    @Test
    void a_reconnection_time_that_timers_can_hold() {
      finds("retry: 2147483648\n\n", "ADVICE retry-too-long 1:1 @0");
      finds("retry: 99999999999999999999999999\n\n", "ADVICE retry-too-long 1:1 @0");
    }

    @Test
    void an_id_that_a_header_can_carry() {
      finds("id: a\u0001b\u007F\n\n", "ADVICE id-with-control 1:6 @5");
      finds("id: a\u007F\n\nid: a\tb\n\n", "ADVICE id-with-control 1:6 @5");
    }
  }

  @Nested
  class Explains {

    @Test
    void a_finding_with_its_clause_and_a_way_out() {
      assertThat(findings("retry: soon\n\n"))
          .containsExactly(
              new Finding(
                  Finding.Level.MUST,
                  "retry-not-digits",
                  1,
                  8,
                  7,
                  "https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation",
                  "The reconnection time is not made of ASCII digits alone: the field is ignored.",
                  "Write whole milliseconds in the digits 0 to 9, without sign, point, unit or"
                      + " further spaces."));
    }

    @Test
    void a_name_with_everything_in_it_escaped_and_its_end_cut_off() {
      String name = "\u001B\u200B" + "x".repeat(50);
      assertThat(findings(name + "\n\n"))
          .extracting(Finding::message)
          .containsExactly(
              "The field name \"␛\\u{200b}"
                  + "x".repeat(36)
                  + "…\" is none of data, event, id and retry: the line is ignored.");
    }

    @Test
    void the_right_name() {
      assertThat(findings(" Data: a\n\n"))
          .extracting(Finding::message, Finding::suggestion)
          .containsExactly(
              tuple(
                  "The field name \" Data\" is not \"data\", as names are compared exactly: the"
                      + " line is ignored.",
                  "Write data, in lower case and without spaces."));
    }

    @Test
    void both_kinds_of_line_end_and_the_repeated_field() {
      assertThat(findings("id: 1\nid: 2\r\n\n"))
          .extracting(Finding::message)
          .containsExactly(
              "The line ends in CRLF and the first line in LF; both are right, and some clients"
                  + " fail on the mixture.",
              "The block has this field already, and the last one counts: \"id\".");
    }

    @Test
    void every_rule_without_a_gap_in_its_text() {
      for (GrammarRule rule : GrammarRule.values()) {
        Finding finding = rule.at(new Place(1, 2, 3), "first", "second");
        assertThat(finding.message() + finding.suggestion()).doesNotContain("%");
        assertThat(finding.code()).matches("[a-z0-9-]+");
      }
    }
  }

  @Test
  void a_line_longer_than_any_buffer_is_one_line() {
    String name = "x".repeat(5_000_000);
    assertThat(findings(name + "\n\nid: " + name + "\0\n\n"))
        .extracting(GrammarCheckerTest::brief)
        .containsExactly("SHOULD unknown-field 1:1 @0", "MUST nul-in-id 3:5000005 @10000006");
  }

  @Test
  void bytes_after_the_end_are_misuse() {
    GrammarChecker checker = new GrammarChecker(finding -> {});
    checker.end();
    assertThatThrownBy(() -> checker.feed(new byte[0])).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_part_outside_its_array_is_misuse() {
    GrammarChecker checker = new GrammarChecker(finding -> {});
    assertThatThrownBy(() -> checker.feed(new byte[2], 1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}

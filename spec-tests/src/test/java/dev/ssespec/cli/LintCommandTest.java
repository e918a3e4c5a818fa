package dev.ssespec.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
  private static final String PAGE =
      "https://html.spec.whatwg.org/multipage/server-sent-events.html#";
  private static final String FAULTS = "Data: a\n\nretry: 5s\r\n\n";

  private static InputStream octets(String octets) {
    return new ByteArrayInputStream(octets.getBytes(ISO_8859_1));
  }

  @Nested
  class For_people {
    @Test
    void each_finding_says_where_how_bad_what_and_what_to_do(@TempDir Path folder)
        throws IOException {
      Path file = Files.writeString(folder.resolve("a.txt"), FAULTS);
      Outcome outcome = Outcome.of("lint", file.toString());
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.out())
          .containsExactly(
              file
                  + ":1:1: should: The field name \"Data\" is not \"data\", as names are compared"
                  + " exactly: the line is ignored. [misspelt-field]",
              "    Write data, in lower case and without spaces.",
              "    byte 0 · " + PAGE + "event-stream-interpretation",
              file
                  + ":3:1: advice: The line ends in CRLF and the first line in LF; both are right,"
                  + " and some clients fail on the mixture. [mixed-line-ends]",
              "    End every line with LF.",
              "    byte 9 · " + PAGE + "parsing-an-event-stream",
              file
                  + ":3:9: must: The reconnection time is not made of ASCII digits alone: the"
                  + " field is ignored. [retry-not-digits]",
              "    Write whole milliseconds in the digits 0 to 9, without sign, point, unit or"
                  + " further spaces.",
              "    byte 17 · " + PAGE + "event-stream-interpretation",
              file + ": 1 must, 1 should, 1 advice in 21 bytes");
      assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void a_sound_stream_gives_one_line() {
      assertThat(Outcome.of(octets("data: a\n\n"), "lint", "-"))
          .isEqualTo(new Outcome(0, List.of("<stdin>: nothing found in 9 bytes"), List.of()));
    }

    @Test
    void the_end_of_the_stream_counts() {
      Outcome outcome = Outcome.of(octets("data: a\n"), "lint", "-");
      assertThat(outcome.out())
          .containsExactly(
              "<stdin>:1:1: must: The stream ends before the blank line of the block that starts"
                  + " here: its event is never dispatched, its id never committed."
                  + " [unfinished-block]",
              "    Write a blank line after each event, the last one too.",
              "    byte 0 · " + PAGE + "parsing-an-event-stream",
              "<stdin>: 1 must, 0 should, 0 advice in 8 bytes");
      assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void standard_input_is_watched_for_as_long_as_said() throws IOException {
      try (var writer = new PipedOutputStream();
          var reader = new PipedInputStream(writer)) {
        writer.write("data: a\n".getBytes(ISO_8859_1));
        assertThat(Outcome.of(reader, "lint", "-", "--for", "500ms"))
            .isEqualTo(new Outcome(0, List.of("<stdin>: nothing found in 8 bytes"), List.of()));
      }
      assertThat(Outcome.of(octets("data: a\n\n"), "lint", "-", "--for", "1m"))
          .isEqualTo(new Outcome(0, List.of("<stdin>: nothing found in 9 bytes"), List.of()));
    }

    @Test
    void more_than_anybody_reads_is_only_counted() {
      Outcome outcome =
          Outcome.of(octets("Data: a\n".repeat(3) + "foo\n\n"), "lint", "-", "--max-findings", "1");
      assertThat(outcome.out().subList(3, 5))
          .containsExactly(
              "<stdin>: 3 more, not shown: 2 misspelt-field, 1 unknown-field (see --max-findings)",
              "<stdin>: 0 must, 4 should, 0 advice in 29 bytes");
      assertThat(outcome.out()).hasSize(5);
    }

    @Test
    void lighter_levels_are_counted_though_they_are_not_shown() {
      Outcome outcome = Outcome.of(octets("Data: a\n\r\n"), "lint", "-", "--level", "must");
      assertThat(outcome)
          .isEqualTo(
              new Outcome(
                  0, List.of("<stdin>: 0 must, 1 should, 1 advice in 10 bytes"), List.of()));
    }
  }

  @Nested
  class For_programs {
    @Test
    void what_is_not_shown_is_counted() {
      Outcome outcome =
          Outcome.of(
              octets("Data: a\nretry: x\n\n".repeat(3)), "lint", "-", "--json", "--max-findings=0");
      assertThat(outcome.out())
          .containsExactly(
              "{\"kind\":\"more\",\"source\":\"<stdin>\",\"findings\":6,\"codes\":"
                  + "{\"misspelt-field\":3,\"retry-not-digits\":3}}",
              "{\"kind\":\"end\",\"source\":\"<stdin>\",\"bytes\":54,\"must\":3,\"should\":3,"
                  + "\"advice\":0}");
      assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void an_interrupted_one_has_an_end(@TempDir Path folder) throws Exception {
      Path out = folder.resolve("out");
      Process lint =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "lint",
                  "-",
                  "--json")
              .redirectOutput(out.toFile())
              .start();
      lint.getOutputStream().write("Data: a\n".getBytes(ISO_8859_1));
      lint.getOutputStream().flush();
      while (Files.size(out) == 0 && lint.isAlive()) {
        lint.waitFor(20, TimeUnit.MILLISECONDS);
      }
      lint.toHandle().destroy(); // its standard input stays open
      lint.waitFor();
      assertThat(Files.readAllLines(out).get(1))
          .isEqualTo(
              "{\"kind\":\"end\",\"source\":\"<stdin>\",\"bytes\":8,\"must\":0,\"should\":1,"
                  + "\"advice\":0,\"interrupted\":true}");
    }

    @Test
    void each_line_is_an_object() {
      Outcome outcome = Outcome.of(octets(FAULTS), "lint", "-", "--json", "--level=should");
      assertThat(outcome.out())
          .containsExactly(
              "{\"kind\":\"finding\",\"source\":\"<stdin>\",\"line\":1,\"column\":1,\"byteOffset\":0,\"level\":\"should\",\"code\":\"misspelt-field\",\"message\":\"The"
                  + " field name \\\"Data\\\" is not \\\"data\\\", as names are compared exactly:"
                  + " the line is ignored.\",\"suggestion\":\"Write data, in lower case and without"
                  + " spaces.\",\"clause\":\""
                  + PAGE
                  + "event-stream-interpretation\"}",
              "{\"kind\":\"finding\",\"source\":\"<stdin>\",\"line\":3,\"column\":9,\"byteOffset\":17,\"level\":\"must\",\"code\":\"retry-not-digits\",\"message\":\"The"
                  + " reconnection time is not made of ASCII digits alone: the field is"
                  + " ignored.\",\"suggestion\":\"Write whole milliseconds in the digits 0 to 9,"
                  + " without sign, point, unit or further spaces.\",\"clause\":\""
                  + PAGE
                  + "event-stream-interpretation\"}",
              "{\"kind\":\"end\",\"source\":\"<stdin>\",\"bytes\":21,\"must\":1,\"should\":1,"
                  + "\"advice\":1}");
      assertThat(outcome.code()).isEqualTo(1);
    }
  }

  @Nested
  class A_wrong_command_line {
    @Test
    void names_no_file(@TempDir Path folder) {
      Path none = folder.resolve("none");
      assertThat(Outcome.of("lint", none.toString()))
          .isEqualTo(new Outcome(2, List.of(), List.of("ssespec: There is no file " + none + ".")));
      assertThat(Outcome.of("lint", folder.toString()).code()).isEqualTo(2);
    }

    @Test
    void names_no_path() {
      Outcome outcome = Outcome.of("lint", "a\0b");
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err().get(0))
          .matches(
              "ssespec: No file can have the name a.b here: Nul character not allowed\\."
                  + " A locale with UTF-8 may help: LC_ALL=C\\.UTF-8\\.");
    }

    @Test
    void asks_a_file_as_if_it_were_an_endpoint() {
      assertThat(Outcome.of("lint", "-", "--header", "A: b"))
          .isEqualTo(
              new Outcome(2, List.of(), List.of("ssespec: --header and --ca go with a URL.")));
    }

    @Test
    void names_no_stream_or_an_unknown_level() {
      assertThat(Outcome.of("lint").code()).isEqualTo(2);
      assertThat(Outcome.of("lint", "-", "--level", "most").code()).isEqualTo(2);
      assertThat(Outcome.of("lint", "-", "--max-findings", "-1").code()).isEqualTo(2);
      assertThat(Outcome.of("lint", "ftp://127.0.0.1/x"))
          .isEqualTo(
              new Outcome(
                  2,
                  List.of(),
                  List.of(
                      "ssespec: There is no file ftp://127.0.0.1/x, and of addresses http and"
                          + " https alone are read.")));
    }
  }
}

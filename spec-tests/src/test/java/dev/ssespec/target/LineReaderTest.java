package dev.ssespec.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void readsLinesAndALastOneWithoutItsEnd() throws IOException {
    assertThat(lines("{\"op\":\"a\"}\n{\"op\":\"é\"}\n{\"op\":"))
        .containsExactly(
            new LineReader.Line("{\"op\":\"a\"}", true),
            new LineReader.Line("{\"op\":\"é\"}", true),
            new LineReader.Line("{\"op\":", true));
  }

  @Test
  void keepsOnlyTheBeginningOfNoise() throws IOException {
    List<LineReader.Line> lines = lines("x".repeat(100_000) + "\n{}\n");

    assertThat(lines)
        .containsExactly(
            new LineReader.Line("x".repeat(400), false), new LineReader.Line("{}", true));
  }

  @Test
  void takesALongMessageWhole() throws IOException {
    String message = "{\"data\":\"" + "x".repeat(3_000_000) + "\"}";

    assertThat(lines(message + "\n")).containsExactly(new LineReader.Line(message, true));
  }

  @Test
  void callsEndlessNoiseAFlood() {
    var reader = new LineReader(new Endless("noise\n"));

    assertThatThrownBy(
            () -> {
              while (reader.next().isPresent()) {
                // Read on.
              }
            })
        .isInstanceOf(LineReader.FloodException.class)
        .hasMessage("it flooded its standard output with 16 MiB that are no messages");
  }

  @Test
  void callsALineWithoutEndAFlood() {
    var reader = new LineReader(new Endless("{"));

    assertThatThrownBy(reader::next)
        .isInstanceOf(LineReader.FloodException.class)
        .hasMessage("it wrote a line of more than 64 MiB");
  }

  private static List<LineReader.Line> lines(String output) throws IOException {
    var reader = new LineReader(new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8)));
    List<LineReader.Line> lines = new ArrayList<>();
    for (Optional<LineReader.Line> line = reader.next(); line.isPresent(); line = reader.next()) {
      lines.add(line.get());
    }
    return lines;
  }

  /** The same text again and again. */
  private static final class Endless extends InputStream {
    private final byte[] text;
    private int at;

    Endless(String text) {
      this.text = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      byte next = text[at];
      at = (at + 1) % text.length;
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      for (int i = 0; i < length; i++) {
        buffer[offset + i] = (byte) read();
      }
      return length;
    }
  }
}

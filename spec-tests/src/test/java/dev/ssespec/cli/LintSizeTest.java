package dev.ssespec.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ssespec.parser.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LintSizeTest {
  private static final long MEBIBYTE = 1 << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static InputStream oneLine(long length) {
    return new SequenceInputStream(
        new RepeatedBytes(new byte[] {':'}, length),
        new ByteArrayInputStream("\n\n".getBytes(US_ASCII)));
  }

  /** How many bytes are allocated while a line of this length is read. */
  private static long allocated(long length) {
    long id = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(id);
    Outcome outcome = Outcome.of(oneLine(length), "lint", "-");
    long after = THREADS.getThreadAllocatedBytes(id);
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0, List.of("<stdin>: nothing found in " + (length + 2) + " bytes"), List.of()));
    return after - before;
  }

  @Test
  void a_line_of_any_length_takes_the_same_memory() {
    allocated(1); // loads what is loaded once
    assertThat(allocated(32 * MEBIBYTE)).isLessThan(allocated(1) + MEBIBYTE);
  }

  @Test
  void a_block_of_any_length_leaves_nothing_behind() {
    byte[] line = "Data: hello\r\n".getBytes(US_ASCII);
    var lines = new RepeatedBytes(line, 8 * MEBIBYTE / line.length);
    var linter = new Linter(new LastWord(), Finding.Level.ADVICE, 3);
    byte[] buffer = new byte[65_536];
    long before = live();
    for (int count = lines.read(buffer, 0, buffer.length);
        count >= 0;
        count = lines.read(buffer, 0, buffer.length)) {
      linter.feed(buffer, 0, count);
    }
    assertThat(live() - before).isLessThan(2 * MEBIBYTE);
    assertThat(linter.conclude(StreamEnd.open()).should()).isEqualTo(8 * MEBIBYTE / line.length);
  }

  @Test
  @Timeout(60)
  void a_stream_without_end_is_left_when_nobody_takes_what_is_printed() {
    var endless = new RepeatedBytes("Data: hello\n".getBytes(US_ASCII), Long.MAX_VALUE / 12);
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("nobody reads");
          }
        };
    InputStream oldIn = System.in;
    PrintStream oldOut = System.out;
    try {
      System.setIn(endless);
      System.setOut(new PrintStream(closed, true, US_ASCII));
      assertThat(Main.run("lint", "-")).isZero();
    } finally {
      System.setIn(oldIn);
      System.setOut(oldOut);
    }
  }

  /** How much memory is in use by what somebody still holds. */
  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Shows nothing. */
  private static final class LastWord implements FindingPrinter {
    @Override
    public void found(Finding finding) {}

    @Override
    public void more(Map<String, Long> unshown) {}

    @Override
    public void concluded(LintCount count, StreamEnd end) {}
  }
}

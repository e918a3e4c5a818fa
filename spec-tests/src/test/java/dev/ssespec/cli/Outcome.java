package dev.ssespec.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/** What one call of the command line said, line by line, and its exit code. */
record Outcome(int code, List<String> out, List<String> err) {
  /** Runs a verb with nothing on standard input. */
  static Outcome of(String... args) {
    return of(new ByteArrayInputStream(new byte[0]), args);
  }

  static Outcome of(InputStream in, String... args) {
    InputStream oldIn = System.in;
    PrintStream oldOut = System.out;
    PrintStream oldErr = System.err;
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    try {
      System.setIn(in);
      System.setOut(new PrintStream(out, true, UTF_8));
      System.setErr(new PrintStream(err, true, UTF_8));
      int code = Main.run(args);
      return new Outcome(
          code, out.toString(UTF_8).lines().toList(), err.toString(UTF_8).lines().toList());
    } finally {
      System.setIn(oldIn);
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
  }
}

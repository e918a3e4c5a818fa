package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private static Console.Options options(boolean terminal, boolean quiet, boolean verbose) {
    return new Console.Options(terminal, terminal, quiet, verbose, false, Baseline.EMPTY, TODAY);
  }

  private String said(Run run, Console.Options options) {
    var console = new Console(out, options);
    run.replay(console);
    console.concluded(
        ExitCode.of(run.totals(), run.complete(), options.strict(), Optional.empty()),
        Optional.empty(),
        Optional.of(Path.of("ssespec-report", "report.html")));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void tellsEachDeviationOnceInFullAndThenTheGroups() {
    Golden.assertSame("console.txt", said(Golden.run(), options(false, false, false)));
  }

  @Test
  void tellsEveryRecordWhereVerbose() {
    Golden.assertSame("console-verbose.txt", said(Golden.run(), options(false, false, true)));
  }

  @Test
  void tellsTheEndAloneWhereQuiet() {
    assertThat(said(Golden.run(), options(false, true, false)))
        .isEqualTo(
            """
            must 2/3 · 1 not shown · 1 inconclusive
            exit 1: there are deviations
            report: ssespec-report/report.html
            """);
  }

  @Test
  void drawsItsProgressInPlaceOnATerminal() {
    var run =
        new Run(
            Make.header("lib"),
            List.of(),
            List.of(
                Make.record("P-001", Level.MUST, Verdict.PASS),
                Make.record("P-002", Level.MUST, Verdict.PASS)),
            true);
    assertThat(said(run, options(true, false, false)))
        .isEqualTo(
            """
            \u001b[1mlib\u001b[0m as parser\u001b[2m · 2 checks · seed 42\u001b[0m
            \r[############------------] 1/2  parse/area\u001b[K\
            \r[########################] 2/2  parse/area\u001b[K\
            \r\u001b[K\u001b[1mmust 2/2\u001b[0m
            \u001b[32mexit 0\u001b[0m: every judged case is as it must be
            report: ssespec-report/report.html
            """);
  }

  @Test
  void saysWhereARunWasCutOff() {
    var run =
        new Run(
            Make.header("lib"),
            List.of(),
            List.of(Make.record("P-001", Level.MUST, Verdict.PASS)),
            false);
    assertThat(said(run, options(false, true, false)))
        .isEqualTo(
            """
            cut off after 1 of 1 check
            must 1/1
            exit 3: nothing failed, and not everything could be judged
            report: ssespec-report/report.html
            """);
  }

  @Test
  void tellsWhatTheBaselineExpectsInOneLine() {
    var entry = new Baseline.Entry("P-001", Map.of(), Verdict.FAIL, null, "known", "", "");
    var stale = new Baseline.Entry("P-002", Map.of(), Verdict.FAIL, null, "", "", "");
    var baseline = new Baseline(List.of(entry, stale));
    var run =
        new Run(
            Make.header("lib"),
            List.of(),
            List.of(
                Make.record("P-001", Level.MUST, Verdict.FAIL),
                Make.record("P-002", Level.MUST, Verdict.PASS)),
            true);
    var console =
        new Console(out, new Console.Options(false, false, false, false, false, baseline, TODAY));
    run.replay(console);
    var verdict = BaselineVerdict.of(baseline, run.cases(), false, TODAY);
    console.concluded(
        ExitCode.of(run.totals(), true, false, Optional.of(verdict)),
        Optional.of(verdict),
        Optional.empty());
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            lib as parser · 2 checks · seed 42
            ✗ P-001 parse/area/P-001  must · fail (wrong-result)  as the baseline expects
            parse/area                      1 pass · 1 fail
            must 1/2
            baseline: 1 expected, 0 unexpected, 1 no longer hold, 0 expired
              no longer holds: {"code":"P-002","verdict":"fail"}
            exit 1: there are deviations
            """);
  }
}

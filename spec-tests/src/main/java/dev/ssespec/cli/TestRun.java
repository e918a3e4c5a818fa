package dev.ssespec.cli;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.report.Baseline;
import dev.ssespec.report.BaselineVerdict;
import dev.ssespec.report.BaselineWriter;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Console;
import dev.ssespec.report.ExitCode;
import dev.ssespec.report.Run;
import dev.ssespec.report.RunFile;
import dev.ssespec.report.RunListener;
import dev.ssespec.run.Plug;
import dev.ssespec.run.RunOptions;
import dev.ssespec.run.Runner;
import dev.ssespec.run.Venue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One run from the flags to the exit code: the cases are chosen, the report folder and the baseline
 * are looked at before anything starts, then the target is tested, and everything is written.
 */
final class TestRun {
  /** A client's own reconnection time may be some seconds. */
  private static final int TIMEOUT_SECONDS = 15;

  /** One that can be told its time comes back at once. */
  private static final int PROMPT_SECONDS = 6;

  private final RunFlags flags;
  private final PrintStream out;
  private RunListener audience = new RunListener() {};

  TestRun(RunFlags flags, PrintStream out) {
    this.flags = flags;
    this.out = out;
  }

  /** {@code listener} hears of the run, too. */
  TestRun hearing(RunListener listener) {
    audience = listener;
    return this;
  }

  ExitCode run(Plug plug) {
    List<Case> cases = Selection.of(plug.role(), flags);
    Optional<Baseline> baseline = readBaseline();
    Path folder = ReportFolder.prepare(flags.report());
    var console = new Console(out, consoleOptions(baseline));
    boolean complete = play(plug, cases, folder, console);
    Run run = ReportFolder.render(folder, flags.strict(), baseline.orElse(Baseline.EMPTY), today());
    return conclude(run, complete, baseline, console, folder);
  }

  /** A run whose events come from {@code source} instead of an adapter's target. */
  ExitCode run(RunSource source) {
    Optional<Baseline> baseline = readBaseline();
    Path folder = ReportFolder.prepare(flags.report());
    var console = new Console(out, consoleOptions(baseline));
    boolean complete;
    try (RunFile file = RunFile.create(folder.resolve(ReportFolder.RECORD), flags.verbose())) {
      complete = source.run(new Both(file, console));
    } catch (IOException e) {
      throw ReportFolder.unwritable(folder, e);
    }
    Run run = ReportFolder.render(folder, flags.strict(), baseline.orElse(Baseline.EMPTY), today());
    return conclude(run, complete, baseline, console, folder);
  }

  /** Something that a listener can hear a run of. */
  @FunctionalInterface
  interface RunSource {
    /** Runs; returns whether everything was played to an end. */
    boolean run(RunListener listener);
  }

  private boolean play(Plug plug, List<Case> cases, Path folder, Console console) {
    try (Runner runner = new Runner(plug, options(plug));
        RunFile file = RunFile.create(folder.resolve(ReportFolder.RECORD), flags.verbose())) {
      Thread stopper = new Thread(runner::kill, "ssespec-stop");
      Runtime.getRuntime().addShutdownHook(stopper);
      try {
        return play(runner, plug, cases, new Both(new Both(file, console), audience));
      } finally {
        Runtime.getRuntime().removeShutdownHook(stopper);
      }
    } catch (IOException e) {
      throw ReportFolder.unwritable(folder, e);
    }
  }

  private boolean play(Runner runner, Plug plug, List<Case> cases, Both listener) {
    listener.began(
        RunHeaders.of(plug.role(), runner.hello().target(), flags, plug.options(), plug.command()),
        runner.planned(cases));
    String dishonest = runner.honesty();
    if (!dishonest.isEmpty()) {
      out.println(
          "The adapter is not to be trusted: " + dishonest + ". See ssespec adapter-check.");
    }
    boolean complete = runner.run(cases, listener);
    listener.ended(complete);
    return complete && dishonest.isEmpty();
  }

  private RunOptions options(Plug plug) {
    RunOptions options = quick(plug);
    return flags.slow() ? options.withSlow() : options;
  }

  private RunOptions quick(Plug plug) {
    return switch (plug.role()) {
      case PARSER, SERVER ->
          new RunOptions(flags.seed(), flags.parallel(4), flags.timeout(5), tries(plug));
      case CLIENT, SERVER_URL ->
          new RunOptions(
                  flags.seed(), parallel(plug.venue()), flags.timeout(TIMEOUT_SECONDS), tries(plug))
              .withPrompt(flags.timeout(PROMPT_SECONDS));
    };
  }

  private int parallel(Optional<Venue> venue) {
    int room = venue.map(Venue::room).orElse(OptionalInt.empty()).orElse(64);
    return venue.isPresent() ? Math.min(room, flags.parallel(room)) : flags.parallel(room);
  }

  private int tries(Plug plug) {
    return flags.tries().orElse(RunOptions.tries(plug.role()));
  }

  private Console.Options consoleOptions(Optional<Baseline> baseline) {
    return new Console.Options(
        flags.terminal(),
        flags.color(),
        flags.quiet(),
        flags.verbose(),
        flags.strict(),
        baseline.orElse(Baseline.EMPTY),
        today());
  }

  private Optional<Baseline> readBaseline() {
    return flags.baseline().map(TestRun::readBaseline);
  }

  private static Baseline readBaseline(Path path) {
    try {
      Baseline baseline = Baseline.read(path);
      List<Baseline.Entry> unknown =
          baseline.unknown(
              Catalogue.whole().cases().stream()
                  .map(one -> one.header().code())
                  .collect(Collectors.toSet()));
      if (!unknown.isEmpty()) {
        throw new UsageException(
            "The baseline " + path + " names a case that does not exist: " + unknown.get(0).code());
      }
      return baseline;
    } catch (IOException e) {
      throw new UsageException("The baseline cannot be read: " + e.getMessage());
    }
  }

  private ExitCode conclude(
      Run run, boolean complete, Optional<Baseline> baseline, Console console, Path folder) {
    List<CaseRecord> records = run.cases();
    Optional<BaselineVerdict> compared =
        baseline.map(known -> BaselineVerdict.of(known, records, flags.strict(), today()));
    flags
        .writeBaseline()
        .ifPresent(
            path ->
                write(
                    path,
                    new BaselineWriter(baseline.orElse(Baseline.EMPTY), flags.strict())
                        .write(records)));
    ExitCode exit = ExitCode.of(run.totals(), complete, flags.strict(), compared);
    console.concluded(exit, compared, Optional.of(folder.resolve(ReportFolder.PAGE)));
    return exit;
  }

  private static void write(Path path, Baseline baseline) {
    try {
      baseline.write(path);
    } catch (IOException e) {
      throw new UsageException("The baseline cannot be written: " + e);
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }
}

package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import dev.ssespec.peer.FaultyParser;
import dev.ssespec.peer.ParserFaults;
import dev.ssespec.peer.SoundClient;
import dev.ssespec.peer.SoundParser;
import dev.ssespec.report.ExitCode;
import dev.ssespec.report.MatrixHtml;
import dev.ssespec.report.Run;
import dev.ssespec.report.RunFile;
import dev.ssespec.run.Plug;
import dev.ssespec.target.JvmClientLink;
import dev.ssespec.target.JvmParserLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tests built-in peers, so that a newcomer sees what a run looks like. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Needs no target: tests a sound and a faulty parser and a sound client that are built in, "
            + "prints what came of it, and writes the report.")
final class DemoCommand implements Callable<Integer> {
  private static final String FAULT = "mark-kept";

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where the report goes; default ${DEFAULT-VALUE}.")
  private Path report = Path.of("ssespec-report");

  private final List<Run> runs = new ArrayList<>();

  @Override
  public Integer call() {
    ReportFolder.prepare(report);
    System.out.println("1. A sound parser: every case must be as the standard says.");
    ExitCode sound = play("sound-parser", parser(SoundParser.INFO, new SoundParser()));
    var faulty =
        new FaultyParser(
            ParserFaults.find(FAULT)
                .orElseThrow(() -> new IllegalStateException("No fault is called " + FAULT)));
    System.out.println();
    System.out.println("2. A parser with one fault: " + faulty.info().notes());
    ExitCode found = play("faulty-parser", parser(faulty.info(), faulty));
    System.out.println();
    System.out.println("3. A sound client: it connects, reconnects, resumes.");
    ExitCode client;
    try (SoundClient target = new SoundClient()) {
      client =
          play(
              "sound-client",
              new Plug(Role.CLIENT, JvmClientLink.of(SoundClient.INFO, target), "", List.of()));
    }
    boolean asExpected =
        sound == ExitCode.GOOD && found == ExitCode.DEVIATION && client == ExitCode.GOOD;
    conclude(asExpected);
    return asExpected ? ExitCode.GOOD.code() : ExitCode.DEVIATION.code();
  }

  private static Plug parser(
      dev.ssespec.report.TargetInfo info, dev.ssespec.target.ParserTarget target) {
    return new Plug(Role.PARSER, JvmParserLink.of(info, target), "", List.of());
  }

  private ExitCode play(String name, Plug plug) {
    Path folder = report.resolve(name);
    ExitCode exit = new TestRun(new RunFlags().into(folder), System.out).run(plug);
    try {
      runs.add(RunFile.read(folder.resolve(ReportFolder.RECORD)));
    } catch (IOException e) {
      throw ReportFolder.unwritable(folder, e);
    }
    return exit;
  }

  private void conclude(boolean asExpected) {
    Path matrix = report.resolve("matrix.html");
    try {
      Files.writeString(matrix, MatrixHtml.render(runs, List.of()));
    } catch (IOException e) {
      throw ReportFolder.unwritable(report, e);
    }
    System.out.println();
    System.out.println(
        asExpected
            ? "As it must be: the sound peers pass, and the fault was found."
            : "Not as it must be: see above.");
    System.out.println("All three side by side: " + matrix);
    System.out.println(
        "Next: ssespec parser -- CMD... with an adapter for your library; see README.md.");
  }
}

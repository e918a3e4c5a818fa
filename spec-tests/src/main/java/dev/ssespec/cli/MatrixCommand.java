package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import dev.ssespec.report.ExitCode;
import dev.ssespec.report.MatrixHtml;
import dev.ssespec.report.MatrixMarkdown;
import dev.ssespec.report.Run;
import dev.ssespec.report.SkippedTarget;
import dev.ssespec.target.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets up and runs many targets, and renders one matrix of all. */
@Command(
    name = "matrix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Sets up and runs every target folder below DIR (those with a target.json), skips with a "
            + "reason what this machine lacks a toolchain for, and renders one matrix of all.",
    footer = {"", "Example: ssespec matrix spec-tests/targets"})
final class MatrixCommand implements Callable<Integer> {
  @Mixin private RunFlags flags = new RunFlags();

  @Option(names = "--no-setup", description = "The targets are ready: run no setup command.")
  private boolean noSetup;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders with targets.")
  private List<Path> folders = new ArrayList<>();

  private final List<Run> runs = new ArrayList<>();
  private final List<SkippedTarget> skipped = new ArrayList<>();
  private ExitCode worst = ExitCode.GOOD;

  @Override
  public Integer call() {
    List<TargetFile> targets =
        folders.stream().flatMap(folder -> TargetFile.below(folder).stream()).toList();
    if (targets.isEmpty()) {
      throw new UsageException("There is no target.json below " + folders + ".");
    }
    Path report = ReportFolder.prepare(flags.report());
    for (TargetFile target : targets) {
      runTarget(target);
      // A matrix that is stopped early shows what it had.
      render(report);
    }
    System.out.println("matrix: " + report.resolve("matrix.html"));
    if (runs.isEmpty()) {
      throw new UsageException("No target has a case to run: " + skipped);
    }
    return worst.code();
  }

  private void runTarget(TargetFile target) {
    List<Role> roles = target.roles().stream().filter(this::hasCases).toList();
    Optional<String> reason =
        target
            .missing()
            .or(
                () ->
                    roles.isEmpty()
                        ? Optional.of("no case was chosen for its roles")
                        : Optional.empty());
    if (reason.isPresent()) {
      skip(target, reason.get());
      return;
    }
    try {
      if (!noSetup) {
        new TargetSetup(target).run(System.out);
      }
      for (Role role : roles) {
        runRole(target, role);
      }
    } catch (Link.StartException e) {
      skip(target, String.valueOf(e.getMessage()));
      worst = ExitCode.UNREACHABLE;
    }
  }

  private boolean hasCases(Role role) {
    try {
      return !Selection.of(role, flags.tolerant()).isEmpty();
    } catch (UsageException e) {
      return false;
    }
  }

  private void skip(TargetFile target, String reason) {
    skipped.add(
        new SkippedTarget(
            target.name() + " " + target.version(),
            target.language(),
            target.roles().stream().map(Role::word).toList(),
            reason));
    System.out.println("skipped " + target.name() + " " + target.version() + ": " + reason);
  }

  private void runRole(TargetFile target, Role role) {
    String name = target.folder().getFileName() + "-" + role.word();
    System.out.println();
    System.out.println(
        ">> "
            + target.name()
            + " "
            + target.version()
            + " ("
            + target.language()
            + ") as "
            + role.word());
    RunFlags own = flags.tolerant().into(flags.report().resolve("runs").resolve(name));
    own = target.contract().map(TargetFile.Contract::parallel).map(own::atATime).orElse(own);
    ExitCode exit = run(target, role, own);
    worst = exit.code() > worst.code() ? exit : worst;
    try {
      runs.add(dev.ssespec.report.RunFile.read(own.report().resolve(ReportFolder.RECORD)));
    } catch (IOException e) {
      throw ReportFolder.unwritable(own.report(), e);
    }
  }

  private static ExitCode run(TargetFile target, Role role, RunFlags flags) {
    Optional<String> browser = target.browser();
    if (browser.isPresent()) {
      return BrowserRun.of(flags, browser.get());
    }
    return role == Role.SERVER_URL
        ? WatchedTarget.run(target, flags)
        : new TestRun(flags, System.out).run(TargetPlug.of(target, role));
  }

  private void render(Path report) {
    try {
      Files.writeString(report.resolve("matrix.html"), MatrixHtml.render(runs, skipped));
      Files.writeString(report.resolve("matrix.md"), MatrixMarkdown.render(runs, skipped));
    } catch (IOException e) {
      throw ReportFolder.unwritable(report, e);
    }
  }
}

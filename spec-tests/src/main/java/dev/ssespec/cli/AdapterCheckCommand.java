package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import dev.ssespec.report.ExitCode;
import dev.ssespec.target.ProcessLink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges an adapter, not its library. */
@Command(
    name = "adapter-check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "ssespec adapter-check [OPTIONS] -- CMD...",
    description =
        "Judges the adapter, not the library: hello, framing, flushing, unknown requests, several "
            + "requests at a time, noise on standard output, the end.")
final class AdapterCheckCommand implements Callable<Integer> {
  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "parser, client or server; default: each role that the adapter names.")
  private List<Role> roles = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds that one answer may take; default ${DEFAULT-VALUE}.")
  private int timeout = 5;

  @Parameters(paramLabel = "CMD", description = "The command that starts the adapter.")
  private List<String> command = new ArrayList<>();

  @Override
  public Integer call() {
    if (command.isEmpty()) {
      throw new UsageException(
          "The command that starts the adapter is missing: ssespec adapter-check -- CMD...");
    }
    var check =
        new AdapterCheck(
            ProcessLink.of(command, Path.of("").toAbsolutePath()),
            Duration.ofSeconds(timeout),
            System.out);
    int faults = check.run(roles);
    System.out.println(
        faults == 0 ? "The adapter keeps to the protocol." : "Faults of the adapter: " + faults);
    return faults == 0 ? ExitCode.GOOD.code() : ExitCode.DEVIATION.code();
  }
}

package dev.ssespec.cli;

import dev.ssespec.report.ExitCode;
import dev.ssespec.target.Link;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point of the command line. */
@Command(
    name = "ssespec",
    mixinStandardHelpOptions = true,
    versionProvider = KitVersion.class,
    synopsisSubcommandLabel = "VERB",
    description = "The conformance kit for Server-Sent Events (text/event-stream).",
    subcommands = {
      DemoCommand.class,
      ParserCommand.class,
      ClientCommand.class,
      ServerCommand.class,
      MatrixCommand.class,
      LintCommand.class,
      TraceCommand.class,
      ListCommand.class,
      ExplainCommand.class,
      PlaygroundCommand.class,
      AdapterCheckCommand.class,
    },
    footer = {
      "",
      "Exit codes: 0 as it must be, or as the baseline expects; 1 deviations; 2 usage;",
      "            3 not everything could be judged; 4 the target could not be started or reached.",
      "",
      "Start with: ssespec demo"
    })
public final class Main implements Runnable {
  private static final Set<String> TAKES_COMMAND = Set.of("parser", "client", "adapter-check");

  @Spec private CommandSpec spec;

  /** Made by the command line parser alone. */
  @SuppressWarnings("NullAway.Init")
  Main() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: a verb is missing.");
  }

  /** Runs one verb and ends the process with its exit code. */
  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.setOut(out);
    System.setErr(err);
    System.exit(run(args));
  }

  /** Runs one verb; returns its exit code. */
  static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    var line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (exception, commandLine, parsed) -> {
          if (exception instanceof UsageException || exception instanceof Link.StartException) {
            commandLine.getErr().println("ssespec: " + exception.getMessage());
            return exception instanceof UsageException
                ? ExitCode.USAGE.code()
                : ExitCode.UNREACHABLE.code();
          }
          throw exception;
        });
    line.getSubcommands()
        .forEach((verb, command) -> command.setStopAtPositional(TAKES_COMMAND.contains(verb)));
    return line;
  }
}

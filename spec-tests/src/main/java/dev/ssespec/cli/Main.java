package dev.ssespec.cli;

import dev.ssespec.parser.VisibleText;
import dev.ssespec.report.ExitCode;
import dev.ssespec.target.Link;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
      "            3 not everything could be judged, or the kit failed; 4 the target could not be",
      "            started or reached.",
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
    CommandLine line = commandLine();
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      line.getErr()
          .println(
              "ssespec: out of memory: what it reads, or a part of it, is too large. Give it more:"
                  + " JAVA_TOOL_OPTIONS=-Xmx8g");
      return ExitCode.INCOMPLETE.code();
    } catch (Error e) {
      return unexpected(e, line, args);
    }
  }

  /** Nothing was found, and nothing was judged: 1 would say that there was. */
  private static int unexpected(Throwable e, CommandLine line, String... args) {
    boolean hides = line.getCommandSpec().optionsMap().containsKey("--verbose");
    boolean shown = !hides || List.of(args).contains("--verbose");
    line.getErr()
        .println(
            "ssespec: the kit itself has failed, and says nothing of what it was given: "
                + VisibleText.of(e.toString())
                + (shown ? "" : " (--verbose shows where)"));
    if (shown) {
      e.printStackTrace(line.getErr());
    }
    return ExitCode.INCOMPLETE.code();
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
          return unexpected(exception, commandLine, parsed.originalArgs().toArray(String[]::new));
        });
    line.getSubcommands()
        .forEach((verb, command) -> command.setStopAtPositional(TAKES_COMMAND.contains(verb)));
    return line;
  }
}

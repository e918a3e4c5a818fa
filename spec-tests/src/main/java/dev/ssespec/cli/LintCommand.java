package dev.ssespec.cli;

import dev.ssespec.cli.ServerCommand.Durations;
import dev.ssespec.parser.Finding;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.ExitCode;
import dev.ssespec.run.EndpointOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a recorded or live stream against the grammar. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "ssespec lint [OPTIONS] FILE|-|URL",
    description =
        "Checks a recorded or live stream against the grammar: each finding with line, "
            + "column, byte offset, clause, and what to do about it. Streams may be of any "
            + "size, and without end.",
    footer = {
      "",
      "Levels: must    not in the grammar, or a field that every client ignores",
      "        should  in the grammar, and yet without the effect that was meant",
      "        advice  right, and safer or clearer another way",
      "",
      "Exit codes: 0 no finding of level must; 1 at least one; 2 usage, no such file;",
      "            3 the transfer was cut off, and nothing of level must found before that;",
      "            4 the URL cannot be reached, or answers with no event stream.",
      "",
      "Examples: ssespec lint recorded.txt --level should",
      "          ssespec lint http://127.0.0.1:8080/events --for 30s",
      "          ssespec lint https://localhost:8443/events --header 'Authorization: Bearer x'",
      "          curl -sN https://example.org/events | ssespec lint - --json"
    })
final class LintCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|-|URL",
      description = "Where the stream is; - is standard input. Only loopback URLs need no consent.")
  private String source = "-";

  @Option(
      names = "--json",
      description = "One JSON object a line: a finding each, and in the end their number.")
  private boolean json;

  @Option(
      names = "--level",
      paramLabel = "must|should|advice",
      description = "Show findings of this level and the graver ones; default all.")
  private Finding.Level level = Finding.Level.ADVICE;

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      description =
          "Show so many findings, and count the others by their kind; default ${DEFAULT-VALUE}. "
              + "The exit code knows all of them.")
  private long most = 1000;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description =
          "How long it is watched: 500ms, 10s, 2m; default 10s for a URL, for others to the end.")
  private Optional<String> watch = Optional.empty();

  @Option(names = "--no-color", description = "No colours, whatever the terminal.")
  private boolean noColor;

  @Option(
      names = "--verbose",
      description = "Where the kit itself fails, show where in its code.") // Main looks.
  boolean verbose;

  @Mixin private RequestFlags request = new RequestFlags();

  @Mixin private Consent consent = new Consent();

  @Override
  public Integer call() throws InterruptedException {
    if (most < 0) {
      throw new UsageException("--max-findings must be 0 or more but was " + most + ".");
    }
    if (LiveStream.isAddress(source)) {
      EndpointOptions options = options();
      consent.require(options.uri());
      var stream = new LiveStream(options);
      return lint(source, stream::copyTo);
    }
    if (!request.isEmpty()) {
      throw new UsageException("--header and --ca go with a URL.");
    }
    var recorded = new ByteSource(source);
    Optional<Duration> span = watch.map(time -> Durations.parse("--for", time));
    return lint(
        recorded.shownName(),
        sink -> span.isPresent() ? recorded.copyTo(sink, span.get()) : recorded.copyTo(sink));
  }

  private EndpointOptions options() {
    Duration span = Durations.parse("--for", watch.orElse("10s"));
    try {
      return request
          .trusting(EndpointOptions.of(URI.create(source)))
          .lasting(span, span)
          .asking("GET", Bytes.none(), request.fields());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Reads a stream, for as long as it takes. */
  @FunctionalInterface
  private interface Reading {
    StreamEnd copyTo(ByteSource.Sink sink) throws InterruptedException;
  }

  /** Whoever interrupts it is told what was found up to then. */
  private int lint(String name, Reading reading) throws InterruptedException {
    var linter = new Linter(printer(name), level, most);
    var stopper = new Thread(() -> linter.conclude(StreamEnd.interrupted()), "ssespec-stop");
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      StreamEnd end = reading.copyTo(linter);
      return exit(linter.conclude(end), end).code();
    } finally {
      forget(stopper);
    }
  }

  private static void forget(Thread stopper) {
    try {
      Runtime.getRuntime().removeShutdownHook(stopper);
    } catch (IllegalStateException e) {
      // It is at work.
    }
  }

  private static ExitCode exit(LintCount count, StreamEnd end) {
    if (count.must() > 0) {
      return ExitCode.DEVIATION;
    }
    return end.kind() == StreamEnd.Kind.CUT_OFF ? ExitCode.INCOMPLETE : ExitCode.GOOD;
  }

  private FindingPrinter printer(String name) {
    boolean color =
        !noColor && System.getenv("NO_COLOR") == null && Boolean.getBoolean("ssespec.terminal");
    return json ? new FindingJson(name, System.out) : new FindingText(name, System.out, color);
  }
}

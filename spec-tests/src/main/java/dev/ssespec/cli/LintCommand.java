package dev.ssespec.cli;

import dev.ssespec.parser.Finding;
import dev.ssespec.report.ExitCode;
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
      "            4 the URL cannot be reached, or answers with no event stream.",
      "",
      "Examples: ssespec lint recorded.txt --level should",
      "          ssespec lint http://127.0.0.1:8080/events --for 30s",
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
      names = "--for",
      paramLabel = "TIME",
      description = "How long a URL is watched: 500ms, 10s, 2m; default ${DEFAULT-VALUE}.")
  private String watch = "10s";

  @Option(names = "--no-color", description = "No colours, whatever the terminal.")
  private boolean noColor;

  @Mixin private Consent consent = new Consent();

  @Override
  public Integer call() throws InterruptedException {
    LintCount count = LiveStream.isAddress(source) ? lintLive() : lintRecorded();
    return (count.must() > 0 ? ExitCode.DEVIATION : ExitCode.GOOD).code();
  }

  private LintCount lintLive() throws InterruptedException {
    var stream = new LiveStream(source, ServerCommand.Durations.parse("--for", watch));
    consent.require(stream.uri());
    Linter linter = linter(source);
    if (stream.copyTo(linter)) {
      linter.end();
    }
    return linter.conclude();
  }

  private LintCount lintRecorded() {
    var recorded = new ByteSource(source);
    Linter linter = linter(recorded.shownName());
    if (recorded.copyTo(linter)) {
      linter.end();
    }
    return linter.conclude();
  }

  private Linter linter(String name) {
    boolean color =
        !noColor && System.getenv("NO_COLOR") == null && Boolean.getBoolean("ssespec.terminal");
    FindingPrinter printer =
        json ? new FindingJson(name, System.out) : new FindingText(name, System.out, color);
    return new Linter(printer, level);
  }
}

package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tests a parser behind a stdio adapter. */
@Command(
    name = "parser",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "ssespec parser [OPTIONS] -- CMD...",
    description = "Tests a parser: bytes in, events out, behind a stdio adapter.",
    footer = {"", "Example: ssespec parser -- node adapter.mjs"})
final class ParserCommand implements Callable<Integer> {
  @Mixin private RunFlags flags = new RunFlags();

  @Parameters(paramLabel = "CMD", description = "The command that starts the adapter.")
  private List<String> command = new ArrayList<>();

  @Override
  public Integer call() {
    return AdapterRun.of(Role.PARSER, flags, command);
  }
}

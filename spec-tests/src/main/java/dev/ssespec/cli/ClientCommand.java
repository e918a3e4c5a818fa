package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tests a client behind a stdio adapter. */
@Command(
    name = "client",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "ssespec client [OPTIONS] -- CMD...",
    description = "Tests a client: it connects, reports events, reconnects; the kit is the server.",
    footer = {"", "Example: ssespec client -- node adapter.mjs"})
final class ClientCommand implements Callable<Integer> {
  @Mixin private RunFlags flags = new RunFlags();

  @Parameters(paramLabel = "CMD", description = "The command that starts the adapter.")
  private List<String> command = new ArrayList<>();

  @Override
  public Integer call() {
    return AdapterRun.of(Role.CLIENT, flags, command);
  }
}

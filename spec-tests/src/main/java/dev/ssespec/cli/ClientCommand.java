package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests a client: behind a stdio adapter, or a browser. */
@Command(
    name = "client",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "ssespec client [OPTIONS] -- CMD...",
      "       ssespec client [OPTIONS] --browser PATH",
      "       ssespec client [OPTIONS] --browser-page [--bind ADDR]"
    },
    description = "Tests a client: it connects, reports events, reconnects; the kit is the server.",
    footer = {
      "",
      "Examples: ssespec client -- node adapter.mjs",
      "          ssespec client --browser chromium"
    })
final class ClientCommand implements Callable<Integer> {
  @Mixin private RunFlags flags = new RunFlags();

  @Option(
      names = "--browser",
      paramLabel = "PATH",
      description = "Start this Chromium, Firefox or MiniBrowser, and test its EventSource.")
  private Optional<String> browser = Optional.empty();

  @Option(
      names = "--browser-page",
      description = "Print an address, and test the browser in which it is opened.")
  private boolean browserPage;

  @Option(
      names = "--bind",
      paramLabel = "ADDR",
      description =
          "With --browser-page: the IPv4 address of this machine by which another one reaches it;"
              + " unless given, this machine alone does.")
  private Optional<String> bind = Optional.empty();

  @Parameters(paramLabel = "CMD", description = "The command that starts the adapter.")
  private List<String> command = new ArrayList<>();

  @Override
  public Integer call() {
    int ways = (command.isEmpty() ? 0 : 1) + (browser.isPresent() ? 1 : 0) + (browserPage ? 1 : 0);
    if (ways > 1) {
      throw new UsageException("Say one of CMD, --browser and --browser-page.");
    }
    if (bind.isPresent() && !browserPage) {
      throw new UsageException("--bind goes with --browser-page.");
    }
    if (browser.isPresent()) {
      return BrowserRun.of(flags, browser.get()).code();
    }
    if (browserPage) {
      return BrowserRun.byHand(flags, bind).code();
    }
    return AdapterRun.of(Role.CLIENT, flags, command);
  }
}

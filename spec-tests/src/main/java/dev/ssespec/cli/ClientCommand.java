package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import dev.ssespec.run.Plug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests a client: behind a stdio adapter or a contract-test service, or a browser. */
@Command(
    name = "client",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "ssespec client [OPTIONS] -- CMD...",
      "       ssespec client [OPTIONS] --contract-url URL [--contract-command CMD]",
      "       ssespec client [OPTIONS] --browser PATH",
      "       ssespec client [OPTIONS] --browser-page [--bind ADDR]"
    },
    description = "Tests a client: it connects, reports events, reconnects; the kit is the server.",
    footer = {
      "",
      "Examples: ssespec client -- node adapter.mjs",
      "          ssespec client --contract-url http://127.0.0.1:8000",
      "          ssespec client --browser chromium"
    })
final class ClientCommand implements Callable<Integer> {
  @Mixin private RunFlags flags = new RunFlags();

  @Mixin private ContractOptions contract = new ContractOptions();

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
    long ways =
        Stream.of(!command.isEmpty(), contract.given(), browser.isPresent(), browserPage)
            .filter(given -> given)
            .count();
    if (ways > 1) {
      throw new UsageException("Say one of CMD, --contract-url, --browser and --browser-page.");
    }
    if (bind.isPresent() && !browserPage) {
      throw new UsageException("--bind goes with --browser-page.");
    }
    if (contract.given()) {
      Plug service = contract.plug(flags);
      return new TestRun(flags.atATime(1), System.out).run(service).code();
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

package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import dev.ssespec.contract.ContractLink;
import dev.ssespec.contract.ContractTarget;
import dev.ssespec.run.Plug;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that lead to a contract-test service. */
@SuppressWarnings("CanBeFinal")
final class ContractOptions {
  private static final String URL = "--contract-url";
  private static final String COMMAND = "--contract-command";

  @Option(
      names = URL,
      paramLabel = "URL",
      description =
          "Where a test service answers that speaks LaunchDarkly's contract-test service protocol, "
              + "on this machine; instead of an adapter. One case at a time unless --parallel says "
              + "otherwise.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = COMMAND,
      paramLabel = "CMD",
      description =
          "The command line that starts that service, for /bin/sh; the kit ends it afterwards. "
              + "Without it the service has to run already.")
  private Optional<String> command = Optional.empty();

  boolean given() {
    return url.isPresent() || command.isPresent();
  }

  /** The service, plugged in. */
  Plug plug(RunFlags flags) {
    URI address = address();
    ContractTarget service = ContractTarget.at(address).oneAtATime(flags.parallel(1) == 1);
    if (command.isPresent()) {
      service = service.startedBy(List.of("/bin/sh", "-c", command.get()), Path.of(""));
    }
    String launcher = System.getProperty("ssespec.launcher", "./ssespec");
    return new Plug(
        Role.CLIENT,
        ContractLink.of(service),
        launcher + " client",
        words(address, command),
        List.of(),
        Optional.empty());
  }

  private URI address() {
    String text =
        url.orElseThrow(
            () ->
                new UsageException(
                    COMMAND
                        + " starts a service of which "
                        + URL
                        + " says where it answers: both are needed."));
    try {
      return ContractTarget.address(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(URL + " is no use: " + e.getMessage() + "; it was " + text + ".");
    }
  }

  /** The options as they stand on a command line. */
  static List<String> words(URI url, Optional<String> command) {
    List<String> words = new ArrayList<>(List.of(URL, url.toString()));
    command.ifPresent(
        line -> {
          words.add(COMMAND);
          words.add(line);
        });
    return words;
  }
}

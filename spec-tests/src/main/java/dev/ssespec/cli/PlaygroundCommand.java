package dev.ssespec.cli;

import dev.ssespec.playground.Playground;
import dev.ssespec.playground.PlaygroundOptions;
import dev.ssespec.report.ExitCode;
import dev.ssespec.target.Link;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the demos until it is ended. */
@Command(
    name = "playground",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "ssespec playground [OPTIONS]",
    description =
        "Serves five small systems that live on event streams, each with a page, on a local port "
            + "until it is ended (Ctrl-C).",
    footer = {
      "",
      "Exit codes: 2 usage; 4 the port or the database cannot be had.",
      "",
      "Example: ssespec playground --port 8080 --speed 10"
    })
final class PlaygroundCommand implements Callable<Integer> {
  private static final Path DATABASE = Path.of("ssespec-playground", "cinema");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on; 0 for any that is free; default ${DEFAULT-VALUE}.")
  private int port = 7357;

  @Option(
      names = "--bind",
      paramLabel = "HOST",
      description =
          "The address to listen on; default ${DEFAULT-VALUE}, which this machine alone reaches.")
  private String bind = "127.0.0.1";

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "The cinema's database; its driver must be on the class path. By default an H2 file "
              + "below ssespec-playground.")
  private Optional<String> jdbcUrl = Optional.empty();

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "How many numbers the counter sends in a second; default ${DEFAULT-VALUE}.")
  private double speed = 1;

  @Override
  public Integer call() {
    try (Playground playground = start()) {
      var closing = new Thread(playground::close, "ssespec-playground-closing");
      Runtime.getRuntime().addShutdownHook(closing);
      System.out.println("The playground is open: " + playground.uri());
      playground.streams().forEach((name, uri) -> System.out.println("  " + name + " " + uri));
      awaitTheEnd();
      Runtime.getRuntime().removeShutdownHook(closing);
    }
    return ExitCode.GOOD.code();
  }

  private Playground start() {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port must be from 0 to 65535 but was " + port + ".");
    }
    String database = jdbcUrl.orElseGet(() -> PlaygroundOptions.h2File(DATABASE));
    try {
      return Playground.start(PlaygroundOptions.on(database).at(bind, port).withSpeed(speed));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--speed: " + e.getMessage());
    } catch (SQLException e) {
      throw new Link.StartException(
          "The cinema's database cannot be used; another playground may have it open, and --jdbc-url"
              + " names another one: "
              + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new Link.StartException(String.valueOf(e.getMessage()));
    }
  }

  /** Until this thread is interrupted, or the process ends. */
  private static void awaitTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

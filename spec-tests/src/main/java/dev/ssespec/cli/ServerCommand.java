package dev.ssespec.cli;

import dev.ssespec.report.Bytes;
import dev.ssespec.run.EndpointOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Watches a running endpoint. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "ssespec server [OPTIONS] URL",
    description =
        "Watches a running endpoint of which nothing but the URL is known: a few requests, at a "
            + "civil pace; it says how many beforehand. Only loopback addresses need no consent.",
    footer = {"", "Example: ssespec server http://127.0.0.1:8080/events --for 10s"})
final class ServerCommand implements Callable<Integer> {
  @Mixin private RunFlags flags = new RunFlags();

  @Parameters(paramLabel = "URL", arity = "0..1", description = "Where the stream is.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'",
      description = "One more request header; may be repeated. Credentials are masked in reports.")
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "What opens the stream; default ${DEFAULT-VALUE}.")
  private String method = "GET";

  @Option(
      names = "--body",
      paramLabel = "TEXT|@FILE",
      description = "What is sent with it, or the file that holds it.")
  private Optional<String> body = Optional.empty();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "How long a stream is watched: 10s, 2m; default ${DEFAULT-VALUE}.")
  private String watch = "10s";

  @Mixin private Consent consent = new Consent();

  @Override
  public Integer call() {
    EndpointOptions options = options();
    consent.require(options.uri());
    return new WatchedEndpoint(options, flags).run().code();
  }

  private EndpointOptions options() {
    try {
      URI uri =
          URI.create(
              url.orElseThrow(
                  () -> new UsageException("The URL is missing: ssespec server [OPTIONS] URL")));
      return EndpointOptions.of(uri)
          .lasting(Durations.parse("--for", watch), flags.timeout(5))
          .asking(method, body(), fields());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private Bytes body() {
    if (body.isEmpty()) {
      return Bytes.none();
    }
    String text = body.get();
    if (!text.startsWith("@")) {
      return Bytes.utf8(text);
    }
    try {
      return Bytes.of(Files.readAllBytes(Path.of(text.substring(1))));
    } catch (IOException e) {
      throw new UsageException("The body cannot be read: " + e);
    }
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw new UsageException("--header must look like 'Name: value' but was " + header);
      }
      fields.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    return fields;
  }

  /** Times as people write them. */
  static final class Durations {
    private Durations() {}

    static Duration parse(String option, String text) {
      if (!text.matches("\\d{1,6}(ms|s|m)?")) {
        throw new UsageException(option + " must look like 500ms, 10s or 2m but was " + text + ".");
      }
      long number = Long.parseLong(text.replaceAll("\\D", ""));
      return text.endsWith("ms")
          ? Duration.ofMillis(number)
          : text.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }
  }
}

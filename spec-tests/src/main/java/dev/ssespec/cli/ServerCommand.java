package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import dev.ssespec.report.Bytes;
import dev.ssespec.run.EndpointOptions;
import dev.ssespec.run.EndpointTrigger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Tests a server behind a stdio adapter, or watches a running endpoint. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {"ssespec server [OPTIONS] -- CMD...", "ssespec server [OPTIONS] URL"},
    description = {
      "With CMD: tests a server that emits what it is told to, behind a stdio adapter.",
      "With URL: watches a running endpoint of which nothing but the URL is known: a few requests, "
          + "at a civil pace; it says how many beforehand. Only loopback addresses need no consent."
    },
    footer = {
      "",
      "Examples: ssespec server -- node adapter.mjs",
      "          ssespec server http://127.0.0.1:8080/events --for 10s"
    })
final class ServerCommand implements Callable<Integer> {
  private static final List<String> URL_ONLY =
      List.of(
          "--header",
          "--method",
          "--body",
          "--for",
          "--trigger",
          "--ca",
          "--http2",
          "--i-own-this");

  @Mixin private RunFlags flags = new RunFlags();

  @Parameters(
      paramLabel = "URL | -- CMD",
      arity = "0..*",
      description = "Where the stream is, or the command that starts the adapter.")
  private List<String> words = new ArrayList<>();

  @Spec private CommandSpec spec;

  /** Made by the command line parser alone. */
  @SuppressWarnings("NullAway.Init")
  ServerCommand() {}

  @Mixin private RequestFlags request = new RequestFlags();

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

  @Option(
      names = "--trigger",
      paramLabel = "CMD|URL",
      description =
          "What makes the endpoint send something: a command line for /bin/sh, or a URL to be "
              + "posted to; 'GET URL' asks otherwise. Pulled after each second without an event, "
              + "twelve times at most.")
  private Optional<String> trigger = Optional.empty();

  @Option(
      names = "--http2",
      description = "The endpoint speaks HTTP/2 without TLS, too; behind TLS it is asked anyway.")
  private boolean httpTwo;

  @Mixin private Consent consent = new Consent();

  @Override
  public Integer call() {
    ParseResult parsed = spec.commandLine().getParseResult();
    if (parsed.originalArgs().contains("--")) {
      URL_ONLY.stream()
          .filter(parsed::hasMatchedOption)
          .findFirst()
          .ifPresent(
              name -> {
                throw new UsageException(name + " goes with a URL, not with an adapter.");
              });
      return AdapterRun.of(Role.SERVER, flags, words);
    }
    EndpointOptions options = options();
    consent.require(options.uri());
    if (options.trigger().orElse(null) instanceof EndpointTrigger.Asking asking) {
      consent.require(asking.uri());
    }
    return new WatchedEndpoint(options, flags).run().code();
  }

  private EndpointOptions options() {
    try {
      if (words.size() != 1) {
        throw new UsageException(
            words.isEmpty()
                ? "The URL, or the command, is missing: ssespec server URL, or server -- CMD..."
                : "One URL was expected; a command stands behind -- : ssespec server -- CMD...");
      }
      URI uri = URI.create(words.get(0));
      EndpointOptions plain =
          secured(EndpointOptions.of(uri))
              .lasting(Durations.parse("--for", watch), flags.timeout(5))
              .asking(method, body(), request.fields());
      return trigger.map(EndpointTrigger::parse).map(plain::triggeredBy).orElse(plain);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private EndpointOptions secured(EndpointOptions plain) {
    return request.trusting(httpTwo ? plain.speakingHttpTwo(plain.uri()) : plain);
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

package dev.ssespec.cli;

import dev.ssespec.client.TrustedCertificate;
import dev.ssespec.run.EndpointOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** How an endpoint is asked and trusted, whichever verb does so. */
final class RequestFlags {
  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'",
      description = "One more request header; may be repeated. Credentials are masked in reports.")
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "For https: the certificates, in PEM, that are trusted, and no others.")
  private Optional<Path> certificates = Optional.empty();

  /** Whether any of them was given. */
  boolean isEmpty() {
    return headers.isEmpty() && certificates.isEmpty();
  }

  /**
   * The fields of {@code --header}.
   *
   * @throws UsageException where one does not look like a field
   */
  Map<String, String> fields() {
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

  /**
   * The same options with the trust of {@code --ca}.
   *
   * @throws UsageException where the file cannot be read
   */
  EndpointOptions trusting(EndpointOptions options) {
    if (certificates.isEmpty()) {
      return options;
    }
    try {
      return options.trusting(TrustedCertificate.in(certificates.get()));
    } catch (IOException e) {
      throw new UsageException("--ca cannot be read: " + e.getMessage());
    }
  }
}

package dev.ssespec.run;

import dev.ssespec.report.Bytes;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * Which endpoint is visited, and how.
 *
 * @param uri the endpoint: scheme http or https, and a host
 * @param headers more request headers; one that the kit would send itself takes its place
 * @param method the method that opens a stream, GET unless the user says otherwise
 * @param body sent with that method
 * @param watch how long a stream is watched
 * @param timeout how long an answer may take that has to end, or to begin
 * @param trigger what makes a quiet endpoint send something
 * @param trust what certificates are trusted; empty for what the Java runtime trusts
 * @param httpTwo where the same stream may be had in HTTP/2: by choice behind TLS, else at once
 * @param mayVisit whether a redirect to this address may be followed
 */
public record EndpointOptions(
    URI uri,
    Map<String, String> headers,
    String method,
    Bytes body,
    Duration watch,
    Duration timeout,
    Optional<EndpointTrigger> trigger,
    Optional<SSLContext> trust,
    Optional<URI> httpTwo,
    Predicate<URI> mayVisit) {

  private static final int LAST_PORT = 65_535;

  /** Checks the address and the texts that become lines of a request. */
  public EndpointOptions {
    if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("(?i)https?")) {
      throw new IllegalArgumentException("Expected an http or https URL with a host: " + uri);
    }
    if (uri.getPort() > LAST_PORT) {
      throw new IllegalArgumentException(
          "There is no port " + uri.getPort() + ": the last one is " + LAST_PORT + ".");
    }
    if (!method.matches("[A-Za-z]+")) {
      throw new IllegalArgumentException("Expected a method like GET but was " + method);
    }
    headers = java.util.Collections.unmodifiableSortedMap(sorted(headers));
  }

  private static TreeMap<String, String> sorted(Map<String, String> headers) {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, value) -> {
          if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || value.matches("(?s).*[\r\n\0].*")) {
            throw new IllegalArgumentException("No header field can be made of " + name);
          }
          sorted.put(name, value);
        });
    return sorted;
  }

  /** A plain GET, watched for ten seconds, whose redirects stay on the host that was named. */
  public static EndpointOptions of(URI uri) {
    return new EndpointOptions(
        uri,
        Map.of(),
        "GET",
        Bytes.none(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Optional.empty(),
        Optional.empty(),
        isSecure(uri) ? Optional.of(uri) : Optional.empty(),
        other -> String.valueOf(uri.getHost()).equalsIgnoreCase(other.getHost()));
  }

  /** These options with another time to watch, and to wait for an answer. */
  public EndpointOptions lasting(Duration newWatch, Duration newTimeout) {
    return new EndpointOptions(
        uri, headers, method, body, newWatch, newTimeout, trigger, trust, httpTwo, mayVisit);
  }

  /** These options with another request. */
  public EndpointOptions asking(String newMethod, Bytes newBody, Map<String, String> newHeaders) {
    return new EndpointOptions(
        uri, newHeaders, newMethod, newBody, watch, timeout, trigger, trust, httpTwo, mayVisit);
  }

  /** These options with something that makes the endpoint send. */
  public EndpointOptions triggeredBy(EndpointTrigger newTrigger) {
    return new EndpointOptions(
        uri,
        headers,
        method,
        body,
        watch,
        timeout,
        Optional.of(newTrigger),
        trust,
        httpTwo,
        mayVisit);
  }

  /** These options with other trust. */
  public EndpointOptions trusting(SSLContext context) {
    return new EndpointOptions(
        uri,
        headers,
        method,
        body,
        watch,
        timeout,
        trigger,
        Optional.of(context),
        httpTwo,
        mayVisit);
  }

  /** These options for an endpoint that speaks HTTP/2 there, too. */
  public EndpointOptions speakingHttpTwo(URI there) {
    return new EndpointOptions(
        uri, headers, method, body, watch, timeout, trigger, trust, Optional.of(there), mayVisit);
  }

  private static boolean isSecure(URI uri) {
    return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT).equals("https");
  }

  /** Whether streams are opened with a plain GET. */
  boolean isGet() {
    return method.equals("GET");
  }
}

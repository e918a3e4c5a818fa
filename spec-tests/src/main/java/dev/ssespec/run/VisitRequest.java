package dev.ssespec.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request to an endpoint, made of what an EventSource sends, what the user added, and what the
 * visit is about; the last of these wins.
 */
final class VisitRequest {
  private final EndpointOptions options;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private String method;
  private String version = "HTTP/1.1";

  VisitRequest(EndpointOptions options) {
    this.options = options;
    method = options.method();
    with("Accept", "text/event-stream");
    // What a fetch with cache mode no-store sends, which is an EventSource's.
    with("Cache-Control", "no-cache");
    with("Pragma", "no-cache");
    with("Accept-Encoding", "identity");
    with("User-Agent", "ssespec");
    options.headers().forEach(this::with);
  }

  VisitRequest with(String name, String value) {
    without(name);
    fields.put(name, value);
    return this;
  }

  VisitRequest without(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    fields.keySet().removeIf(other -> other.toLowerCase(Locale.ROOT).equals(lower));
    return this;
  }

  VisitRequest method(String newMethod) {
    method = newMethod;
    return this;
  }

  VisitRequest version(String newVersion) {
    version = newVersion;
    return this;
  }

  /** The request line, for people. */
  String line(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return method + " " + path + query + " " + version;
  }

  /** The head's bytes; header values are written as UTF-8, as the standard has Last-Event-ID. */
  byte[] head(URI uri) {
    var head = new StringBuilder(line(uri)).append("\r\n");
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    head.append("Host: ").append(uri.getHost()).append(port).append("\r\n");
    fields.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (hasBody()) {
      head.append("Content-Length: ").append(options.body().length()).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(UTF_8);
  }

  /** Head and body. */
  byte[] bytes(URI uri) {
    byte[] head = head(uri);
    if (!hasBody()) {
      return head;
    }
    byte[] body = options.body().toArray();
    byte[] whole = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  private boolean hasBody() {
    return !options.isGet() && method.equals(options.method());
  }

  @Override
  public String toString() {
    return new String(head(options.uri()), ISO_8859_1);
  }
}

package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssespec.client.StreamExchange.Answer;
import dev.ssespec.http.HeaderField;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * One fetch: a request and the redirects that it leads through, up to a response that is none.
 *
 * <p>Its owner's thread sends and reads; any thread may {@link #abort}, and the owner's call then
 * ends with an IOException.
 */
final class StreamFetch {
  /** Fetch allows twenty redirects, and fails at the next. */
  private static final int MAX_REDIRECTS = 20;

  /** Of an id beyond it no request could be made at all, so it is not sent. */
  private static final int MAX_ID_BYTES = EventSourceClient.MAX_REQUEST_HEAD_BYTES / 2;

  private final HttpClient http;
  private final EventSourceOptions options;
  private final String lastEventId;
  private @Nullable StreamExchange current;
  private boolean aborted;

  StreamFetch(HttpClient http, EventSourceOptions options, String lastEventId) {
    this.http = http;
    this.options = options;
    this.lastEventId = lastEventId;
  }

  /**
   * What a fetch ended with.
   *
   * @param hop where the response came from
   * @param lasting where the next fetch is to begin: behind the permanent redirects
   */
  record Fetched(
      int status,
      List<String> contentTypes,
      String coding,
      InputStream body,
      Hop hop,
      Hop lasting) {
    /** The body without its content coding; may wait for its first bytes. */
    InputStream decoded() throws IOException {
      return switch (coding) {
        case "gzip" -> GzipBody.decoded(body);
        case "deflate" -> new InflaterInputStream(body);
        default -> body;
      };
    }
  }

  /**
   * Sends the request, and the ones that redirects ask for.
   *
   * @throws IOException on a network error
   * @throws ConnectionFailed where a redirect leads nowhere, or there are too many
   */
  Fetched send(Hop first) throws IOException, ConnectionFailed {
    Hop hop = first;
    Hop lasting = first;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Answer answer = exchange(request(hop));
      int status = answer.response().getStatus();
      HttpFields fields = answer.response().getHeaders();
      String location = fields.get("Location");
      if (!Hop.isRedirect(status) || location == null) {
        return new Fetched(
            status,
            fields.getFields("Content-Type").stream()
                .map(f -> String.valueOf(f.getValue()))
                .toList(),
            String.valueOf(fields.get("Content-Encoding")).toLowerCase(Locale.ROOT),
            answer.body(),
            hop,
            lasting);
      }
      drop();
      boolean permanentSoFar = hop.equals(lasting) && Hop.isPermanent(status);
      hop = hop.follow(status, location, hop.withBody() ? options.method() : "GET");
      lasting = permanentSoFar ? hop : lasting;
    }
    throw new ConnectionFailed("more than " + MAX_REDIRECTS + " redirects");
  }

  /** Ends the fetch, wherever it is. May be called often, by any thread. */
  synchronized void abort() {
    aborted = true;
    drop();
  }

  /** Waits until nothing of the fetch is left. To be called by the owner, after the abort. */
  void settle() {
    StreamExchange last;
    synchronized (this) {
      last = current;
    }
    if (last != null) {
      last.settle();
    }
  }

  private Request request(Hop hop) {
    Request request = http.newRequest(hop.url());
    request.method(hop.withBody() ? options.method() : "GET");
    if (hop.withBody() && options.body().isPresent()) {
      request.body(new BytesRequestContent(options.body().get()));
    }
    return request.headers(fields -> fill(fields, hop));
  }

  private void fill(HttpFields.Mutable fields, Hop hop) {
    fields.put("Accept", ContentType.EVENT_STREAM);
    fields.put("Accept-Encoding", "gzip, deflate");
    fields.put("Cache-Control", "no-cache");
    Set<String> named = new HashSet<>();
    for (HeaderField header : options.headers()) {
      if (hop.admits(header)) {
        if (named.add(header.name().toLowerCase(Locale.ROOT))) {
          fields.remove(header.name());
        }
        fields.add(header.name(), header.value());
      }
    }
    byte[] id = lastEventId.getBytes(UTF_8);
    if (id.length > 0 && id.length <= MAX_ID_BYTES) {
      // Jetty writes each character as one byte, so these come out as UTF-8.
      fields.put("Last-Event-ID", new String(id, ISO_8859_1));
    }
  }

  private Answer exchange(Request request) throws IOException {
    StreamExchange exchange = new StreamExchange(http, request);
    synchronized (this) {
      if (aborted) {
        throw new IOException("aborted by us");
      }
      current = exchange;
    }
    return exchange.send();
  }

  /** A redirect's body is of no interest; it might even have no end. */
  private synchronized void drop() {
    if (current != null) {
      current.close();
    }
  }
}

package dev.ssespec.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * What many {@link EventSource}s share: the HTTP client below them.
 *
 * <ol>
 *   <li>{@link #start} it once.
 *   <li>{@link #open} as many sources as needed; each has one thread of its own.
 *   <li>{@link #close} closes them all, and leaves no thread and no connection behind.
 * </ol>
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * try (EventSourceClient client = EventSourceClient.start();
 *     EventSource source = client.open(url, event -> handle(event.data()))) {
 *   // ...
 * }
 * }</pre>
 */
public final class EventSourceClient implements AutoCloseable {
  static final int MAX_REQUEST_HEAD_BYTES = 1 << 20;

  private static final int MAX_RESPONSE_HEAD_BYTES = 65_536;

  /** Beyond it Jetty's scheduler computes with overflow; it is the end of time all the same. */
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final HttpClient http;
  private final Set<EventSource> sources = ConcurrentHashMap.newKeySet();
  private boolean closed;

  private EventSourceClient(HttpClient http) {
    this.http = http;
  }

  /** A client that trusts, for https, what the Java runtime trusts. */
  public static EventSourceClient start() {
    return start(new SslContextFactory.Client());
  }

  /** A client with other trust for https. That a certificate names the host is checked as well. */
  public static EventSourceClient start(SSLContext tls) {
    SslContextFactory.Client factory = new SslContextFactory.Client();
    factory.setSslContext(tls);
    return start(factory);
  }

  private static EventSourceClient start(SslContextFactory.Client tls) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("ssespec-eventsource-io");
    threads.setDaemon(true);
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setSslContextFactory(tls);
    // A quiet stream is no lost one: the standard has no timeout.
    connector.setIdleTimeout(Duration.ZERO);
    HTTP2Client httpTwo = new HTTP2Client(connector);
    httpTwo.setIdleTimeout(0);
    // Clear text is HTTP/1.1, which is named first; behind TLS the server chooses.
    HttpClientTransportDynamic transport =
        new HttpClientTransportDynamic(
            connector,
            HttpClientConnectionFactory.HTTP11,
            new ClientConnectionFactoryOverHTTP2.HTTP2(httpTwo));
    HttpClient http = new HttpClient(transport);
    http.setExecutor(threads);
    // A connection that is closed while Jetty reads from it gives its buffer back under the
    // reader's
    // hands. From a pool the next connection would get it meanwhile, and lose what it held.
    http.setByteBufferPool(ByteBufferPool.NON_POOLING);
    http.setMaxRequestHeadersSize(MAX_REQUEST_HEAD_BYTES);
    http.setMaxResponseHeadersSize(MAX_RESPONSE_HEAD_BYTES);
    http.setUserAgentField(null);
    LifeCycle.start(http);
    // Jetty's decoder never ends where a coded body is cut off: see GzipBody.
    http.getContentDecoderFactories().clear();
    // These have ideas of their own: the first follows redirects, the others answer challenges.
    List.of(
            RedirectProtocolHandler.NAME,
            WWWAuthenticationProtocolHandler.NAME,
            ProxyAuthenticationProtocolHandler.NAME)
        .forEach(http.getProtocolHandlers()::remove);
    return new EventSourceClient(http);
  }

  /** Opens a source with {@link EventSourceOptions#DEFAULT}. */
  public EventSource open(URI url, EventSourceListener listener) {
    return open(url, EventSourceOptions.DEFAULT, listener);
  }

  /**
   * Opens a source: it begins to connect, and calls the listener from its own thread.
   *
   * @throws IllegalArgumentException if the URL is no http or https URL with a host
   * @throws IllegalStateException if the client is closed
   */
  public EventSource open(URI url, EventSourceOptions options, EventSourceListener listener) {
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("(?i)https?")) {
      throw new IllegalArgumentException(url + " is no http or https URL with a host");
    }
    EventSource source = new EventSource(this, url, options, listener);
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the client is closed; start another one");
      }
      sources.add(source);
    }
    source.start();
    return source;
  }

  /** Closes all sources, waits until their threads have ended, and ends the client's own. */
  @Override
  public void close() {
    List<EventSource> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(sources);
    }
    open.forEach(EventSource::close);
    open.forEach(EventSource::join);
    LifeCycle.stop(http);
  }

  HttpClient http() {
    return http;
  }

  void forget(EventSource source) {
    sources.remove(source);
  }

  /** The clock's own way to wait. */
  CompletableFuture<?> after(Duration time) {
    CompletableFuture<?> over = new CompletableFuture<>();
    Duration bounded = time.compareTo(FOREVER) < 0 ? time : FOREVER;
    Scheduler.Task task =
        http.getScheduler()
            .schedule(() -> over.complete(null), bounded.toNanos(), TimeUnit.NANOSECONDS);
    var unused = over.whenComplete((nothing, cancelled) -> task.cancel());
    return over;
  }
}

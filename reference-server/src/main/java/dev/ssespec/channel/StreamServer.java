package dev.ssespec.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves a {@link Site} over HTTP/1.0, HTTP/1.1 and, without TLS, HTTP/2.
 *
 * <ol>
 *   <li>{@link #start} listens.
 *   <li>Every stream that is open gets a comment at each heartbeat, from one timer for all.
 *   <li>{@link #close} ends every stream in order, between two events, and leaves no thread behind.
 * </ol>
 *
 * <p>No stream holds a thread. Safe for use by many threads.
 *
 * <pre>{@code
 * try (StreamServer server = StreamServer.start(ServerOptions.DEFAULT, site)) {
 *   System.out.println(server.uri());
 * }
 * }</pre>
 */
public final class StreamServer implements AutoCloseable {
  private static final int MOST_THREADS = 32;
  private static final int BACKLOG = 4096;

  /** An id may be long, and it comes in a header. */
  private static final int MOST_HEAD_BYTES = 32_768;

  private static final long ENDING_MILLIS = 2_000;

  private final ServerOptions options;
  private final Server server;
  private final ServerConnector connector;
  private final OpenStreams streams;
  private final ScheduledExecutorService timer;

  private StreamServer(
      ServerOptions options, Server server, ServerConnector connector, OpenStreams streams) {
    this.options = options;
    this.server = server;
    this.connector = connector;
    this.streams = streams;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "ssespec-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Listens.
   *
   * @throws UncheckedIOException if the port cannot be had; nothing is left behind then
   */
  public static StreamServer start(ServerOptions options, Site site) {
    var threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("ssespec-http");
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    var server = new Server(threads);
    var streams = new OpenStreams(options);
    ServerConnector connector = connector(server, options);
    server.addConnector(connector);
    server.setHandler(new SiteHandler(site, streams));
    try {
      connector.open();
      LifeCycle.start(server);
    } catch (IOException e) {
      LifeCycle.stop(server);
      connector.close();
      throw new UncheckedIOException(
          "cannot listen on " + options.bind() + ":" + options.port() + ": " + e.getMessage(), e);
    }
    var started = new StreamServer(options, server, connector, streams);
    started.beat();
    return started;
  }

  private static ServerConnector connector(Server server, ServerOptions options) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MOST_HEAD_BYTES);
    var connector =
        new ServerConnector(
            server, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost(options.bind());
    connector.setPort(options.port());
    connector.setAcceptQueueSize(BACKLOG);
    // Streams are never idle for so long: heartbeats see to it.
    connector.setIdleTimeout(Math.max(60_000, options.heartbeat().multipliedBy(3).toMillis()));
    return connector;
  }

  private void beat() {
    long nanos = options.heartbeat().toNanos();
    var unused = timer.scheduleAtFixedRate(streams::beat, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** Where it listens: scheme, host and port, and the path {@code /}. */
  public URI uri() {
    String host = options.bind().contains(":") ? "[" + options.bind() + "]" : options.bind();
    return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
  }

  /** How many streams are open now. */
  public int openStreams() {
    return streams.count();
  }

  /** Ends every stream and stops listening; waits for slow readers for two seconds at most. */
  @Override
  public void close() {
    timer.shutdownNow();
    streams.end();
    awaitEnd();
    LifeCycle.stop(server);
    try {
      timer.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd() {
    try {
      streams.awaitNone(ENDING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.ssespec.browser;

import java.net.Inet4Address;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A small HTTP server on a port of its own choice. */
final class PageServer implements AutoCloseable {
  private static final int THREADS = 40;
  private static final int CONNECTIONS = 32;
  private static final int IDLE_MILLIS = 30_000;

  private final Server server;
  private final URI base;

  private PageServer(Server server, URI base) {
    this.server = server;
    this.base = base;
  }

  static PageServer start(Inet4Address host, Handler handler) {
    var threads = new QueuedThreadPool(THREADS);
    threads.setName("ssespec-page");
    threads.setDaemon(true);
    var server = new Server(threads);
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host.getHostAddress());
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
    server.setHandler(handler);
    server.setStopTimeout(0);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The page cannot be served at " + host.getHostAddress(), e);
    }
    URI base = URI.create("http://" + host.getHostAddress() + ":" + connector.getLocalPort());
    return new PageServer(server, base);
  }

  URI base() {
    return base;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The page's server cannot be stopped", e);
    }
  }
}

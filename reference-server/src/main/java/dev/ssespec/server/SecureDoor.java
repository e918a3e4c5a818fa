package dev.ssespec.server;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Two further ports of an {@link Origin}, both with TLS, where the same stages answer. One speaks
 * HTTP/1.1, byte by byte as the scripts say. The other offers HTTP/2 as well: there a script's
 * status, fields and body are carried over, and Jetty frames them.
 */
final class SecureDoor implements AutoCloseable {
  private final Origin origin;
  private final RunCertificate certificate = new RunCertificate();
  private final Server server;
  private final ServerConnector plain;
  private final ServerConnector httpTwo;

  SecureDoor(Origin origin) {
    this.origin = origin;
    var threads = new QueuedThreadPool();
    threads.setName("ssespec-origin-tls");
    threads.setDaemon(true);
    server = new Server(threads);
    plain = connector(false);
    httpTwo = connector(true);
    server.setHandler(new Door());
    LifeCycle.start(server);
  }

  private ServerConnector connector(boolean offersTwo) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(origin.limits().maxHeadBytes());
    var one = new Exactly();
    var alpn = new ALPNServerConnectionFactory(offersTwo ? "h2,http/1.1" : "http/1.1");
    alpn.setDefaultProtocol(one.getProtocol());
    var tls = new SslConnectionFactory(keys(), alpn.getProtocol());
    var connector =
        offersTwo
            ? new ServerConnector(server, tls, alpn, new HTTP2ServerConnectionFactory(http), one)
            : new ServerConnector(server, tls, alpn, one);
    connector.setHost("127.0.0.1");
    // A stream may be silent for as long as its script likes.
    connector.setIdleTimeout(0);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(origin.limits().maxConnections(), connector));
    return connector;
  }

  private SslContextFactory.Server keys() {
    var keys = new SslContextFactory.Server();
    keys.setKeyStore(certificate.keys());
    keys.setKeyStorePassword(certificate.password());
    return keys;
  }

  /** The root of one of the ports, with its slash. */
  URI base(boolean offersTwo) {
    int port = (offersTwo ? httpTwo : plain).getLocalPort();
    return URI.create("https://127.0.0.1:" + port + "/");
  }

  RunCertificate certificate() {
    return certificate;
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
    certificate.close();
  }

  /** HTTP/1.1 as on the origin's other ports. */
  private final class Exactly extends AbstractConnectionFactory {
    Exactly() {
      super("http/1.1");
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
      return new OriginConnection(origin, endPoint, origin.nextConnection());
    }
  }

  private final class Door extends Handler.Abstract {
    @Override
    public boolean handle(
        org.eclipse.jetty.server.Request request, Response response, Callback callback) {
      Request read = read(request);
      Stage stage = origin.find(read.path());
      if (stage == null) {
        return false;
      }
      var exchange = new SecureExchange(origin.nextConnection(), origin, response, callback);
      request.addFailureListener(cause -> exchange.peerGone());
      stage.serve(exchange, read);
      return true;
    }
  }

  private static Request read(org.eclipse.jetty.server.Request request) {
    String target = request.getHttpURI().getPathQuery();
    var head = new StringBuilder();
    head.append(request.getMethod()).append(' ').append(target).append(' ');
    head.append(request.getConnectionMetaData().getHttpVersion().asString()).append("\r\n");
    for (HttpField field : request.getHeaders()) {
      head.append(field.getName()).append(": ").append(field.getValue()).append("\r\n");
    }
    byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    return new Request(request.getMethod(), target, bytes, new byte[0]);
  }
}

package dev.ssespec.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Where a test service posts what its client reports: {@code <callback URL>/<number>}, on loopback.
 * Garbage is answered with 400, what is too large with 413, what belongs to no stream that is open
 * with 404, and each post that is taken with 202; then the connection is closed. Safe for all
 * threads.
 */
final class CallbackServer implements AutoCloseable {
  /** No post may have more bytes. */
  static final int MOST_BYTES = 64 << 20;

  /** All posts that are being read may not have more, in KiB; what would is answered with 503. */
  private static final int MOST_KIB_AT_ONCE = 256 << 10;

  /** A client that reports without waiting for answers opens a connection for each event. */
  private static final int CONNECTIONS = 16_384;

  private static final int BLOCK = 64 << 10;

  private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private final Semaphore kib = new Semaphore(MOST_KIB_AT_ONCE);
  private final SecureRandom random = new SecureRandom();
  private final Consumer<String> garbage;
  private final Server server;
  private final ServerConnector connector;

  /** Hears the posts of one stream; calls come from several threads. */
  interface Mailbox {
    /** Some of a post has arrived; a large one takes its time. */
    void arriving();

    /** One post. */
    void posted(int number, ObjectNode post, long bytes);
  }

  /**
   * @param garbage is told what was posted that is no message
   */
  CallbackServer(Consumer<String> garbage) {
    this.garbage = garbage;
    var threads = new QueuedThreadPool(32);
    threads.setName("ssespec-callbacks");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(CONNECTIONS);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    server.setHandler(new Posts());
    try {
      server.start();
    } catch (Exception e) {
      throw new Link.StartException("Cannot listen for the service's callbacks: " + e);
    }
  }

  /** A new callback URL; what is posted there goes to the mailbox. */
  String open(Mailbox mailbox) {
    byte[] bits = new byte[8];
    random.nextBytes(bits);
    String token = HexFormat.of().formatHex(bits);
    mailboxes.put(token, mailbox);
    return "http://127.0.0.1:" + connector.getLocalPort() + "/" + token;
  }

  /** What is posted to that callback URL is answered with 404 from now on. */
  void forget(String callbackUrl) {
    mailboxes.remove(callbackUrl.substring(callbackUrl.lastIndexOf('/') + 1));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      System.getLogger(CallbackServer.class.getName())
          .log(System.Logger.Level.DEBUG, "The callback server did not stop cleanly", e);
    }
  }

  private final class Posts extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      int status = status(request);
      response.setStatus(status);
      // A connection that is kept may be closed just as the next post sets out, which is then lost;
      // and one service never reads the answers, so that each of its posts would hold a connection.
      response.getHeaders().put("Connection", "close");
      callback.succeeded();
      return true;
    }

    private int status(Request request) throws IOException {
      String path = Request.getPathInContext(request);
      int slash = path.lastIndexOf('/');
      if (!request.getMethod().equals("POST")) {
        return 405;
      }
      Mailbox mailbox = slash < 1 ? null : mailboxes.get(path.substring(1, slash));
      if (mailbox == null) {
        return 404;
      }
      String number = path.substring(slash + 1);
      if (!number.matches("[0-9]{1,9}")) {
        return refuse(400, "a post without a number, to " + ContractWords.shorten(path));
      }
      return read(request, Integer.parseInt(number), mailbox);
    }

    private int read(Request request, int number, Mailbox mailbox) throws IOException {
      var body = new java.io.ByteArrayOutputStream();
      int held = 0;
      try (InputStream in = Content.Source.asInputStream(request)) {
        byte[] block = new byte[BLOCK];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
          mailbox.arriving();
          body.write(block, 0, n);
          int needed = body.size() / 1024 + 1;
          if (body.size() > MOST_BYTES) {
            return refuse(413, "a post of more than " + MOST_BYTES + " bytes");
          }
          if (!kib.tryAcquire(needed - held)) {
            return refuse(503, "more than " + MOST_KIB_AT_ONCE + " KiB of posts at once");
          }
          held = needed;
        }
        String text = body.toString(StandardCharsets.UTF_8);
        ObjectNode post = Json.parse(text).orElse(null);
        if (post == null) {
          return refuse(400, "a post that is no JSON object: " + ContractWords.shorten(text));
        }
        mailbox.posted(number, post, body.size());
        return 202;
      } finally {
        kib.release(held);
      }
    }

    private int refuse(int status, String why) {
      garbage.accept(why);
      return status;
    }
  }
}

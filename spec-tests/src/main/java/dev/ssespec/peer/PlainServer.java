package dev.ssespec.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small event stream server on plain sockets: sound, or with one fault, or odd in one way.
 *
 * <p>Event number n happens n intervals after the start, for everybody: its id is n, and its data
 * {@code tick n}. A client without Last-Event-ID gets what happens from then on; one with it gets
 * everything behind that id first.
 *
 * <p>Listens on loopback. Safe for all threads. {@link #close()} ends every connection.
 */
public final class PlainServer implements AutoCloseable {
  /** More connections than this at a time are a crowd. */
  private static final int CROWD = 16;

  private final ServerTraits traits;
  private final ServerSocket socket;
  private final long begun = System.nanoTime();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger openings = new AtomicInteger();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private PlainServer(ServerTraits traits, ServerSocket socket) {
    this.traits = traits;
    this.socket = socket;
  }

  /** A server that is listening. */
  public static PlainServer start(ServerTraits traits) {
    try {
      var server =
          new PlainServer(traits, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
      server.daemon(server::accept, "ssespec-peer");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("No port of this machine could be listened on", e);
    }
  }

  /** Where the stream is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/events");
  }

  private void daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        daemon(() -> serve(connection), "ssespec-peer-connection");
      } catch (IOException e) {
        return; // closed, or out of sockets: either way nobody can be served
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      int opening = openings.incrementAndGet();
      var clock = new ServerClock(begun, traits.interval(), closed);
      new ServerExchange(traits, clock, opening, connections.size() > CROWD).serve(connection);
    } catch (IOException e) {
      // The client is gone, which is how most streams end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A socket could not be closed", e);
    }
  }
}

package dev.ssespec.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A port of its own choice that can stop listening and listen again.
 *
 * <p>A thread blocks in accept, because a channel that blocks really stops listening when it is
 * closed; one that is registered with a selector does so only when the selector comes round.
 */
final class ListeningPort implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ListeningPort.class.getName());
  private static final int BACKLOG = 1024;

  private final String name;
  private final Consumer<SocketChannel> accepted;
  private final InetSocketAddress address;

  // Guarded by this.
  private @Nullable ServerSocketChannel server;
  private @Nullable SocketChannel placeholder;
  private @Nullable Thread acceptor;

  ListeningPort(String name, Inet4Address host, Consumer<SocketChannel> accepted)
      throws IOException {
    this.name = name;
    this.accepted = accepted;
    this.address = (InetSocketAddress) listen(new InetSocketAddress(host, 0)).getLocalAddress();
  }

  int port() {
    return address.getPort();
  }

  /** From now on connections are refused; those that exist go on. */
  synchronized void refuse() {
    if (server == null) {
      return;
    }
    try {
      // Bound without listening, it refuses connections and keeps others from taking the port.
      SocketChannel bound = reuse(SocketChannel.open(StandardProtocolFamily.INET));
      placeholder = bound;
      // Where two may share the port there is no moment in which another could take it.
      boolean shared = bound.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT);
      if (shared) {
        bound.bind(address);
      }
      stopListening();
      if (!shared) {
        bound.bind(address);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep port " + port() + " while it refuses", e);
    }
  }

  /** From now on connections are accepted again. */
  synchronized void accept() {
    if (server != null) {
      return;
    }
    try {
      listen(address);
      dropPlaceholder();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port() + " again", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      stopListening();
      dropPlaceholder();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close port " + port(), e);
    }
  }

  private synchronized ServerSocketChannel listen(InetSocketAddress where) throws IOException {
    ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.INET);
    reuse(opened);
    opened.bind(where, BACKLOG);
    server = opened;
    Thread thread = new Thread(() -> acceptAll(opened), name);
    thread.setDaemon(true);
    thread.start();
    acceptor = thread;
    return opened;
  }

  private static <T extends NetworkChannel> T reuse(T channel) throws IOException {
    channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
      channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    }
    return channel;
  }

  private void acceptAll(ServerSocketChannel opened) {
    boolean failing = false;
    while (opened.isOpen()) {
      try {
        accepted.accept(opened.accept());
        failing = false;
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.log(failing ? Level.TRACE : Level.WARNING, name + " cannot accept a connection", e);
        failing = true;
        // Most likely out of file descriptors: give others the time to close some.
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  private void stopListening() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
    if (acceptor != null) {
      join(acceptor);
      acceptor = null;
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dropPlaceholder() throws IOException {
    if (placeholder != null) {
      placeholder.close();
      placeholder = null;
    }
  }
}

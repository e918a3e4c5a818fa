package dev.ssespec.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.jspecify.annotations.Nullable;

/** Jetty's selector, with our own connections on its end points. */
final class OriginEndPoints extends SelectorManager {
  private static final Logger LOG = System.getLogger(OriginEndPoints.class.getName());

  private final Origin origin;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicBoolean flooded = new AtomicBoolean();

  OriginEndPoints(Origin origin) {
    super(origin.executor(), origin.scheduler(), 1);
    this.origin = origin;
  }

  /** Takes over an accepted connection. */
  void take(SocketChannel channel) {
    try {
      if (open.get() >= origin.limits().maxConnections()) {
        // Said once: whoever floods the origin is not to flood the log as well.
        Level level = flooded.getAndSet(true) ? Level.TRACE : Level.WARNING;
        LOG.log(level, "connections are closed unanswered: {0} are open", open.get());
        channel.close();
        return;
      }
      channel.configureBlocking(false);
      // Each write is to leave at once, however small it is.
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      accept(channel);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a connection was gone before it began", e);
    }
  }

  @Override
  protected EndPoint newEndPoint(
      SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
    return new SocketChannelEndPoint((SocketChannel) channel, selector, key, getScheduler());
  }

  @Override
  public Connection newConnection(
      SelectableChannel channel, EndPoint endPoint, @Nullable Object attachment) {
    return new OriginConnection(origin, endPoint, origin.nextConnection());
  }

  @Override
  protected void endPointOpened(EndPoint endPoint) {
    open.incrementAndGet();
  }

  @Override
  protected void endPointClosed(EndPoint endPoint) {
    open.decrementAndGet();
  }
}

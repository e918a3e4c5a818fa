package dev.ssespec.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection: reads one request, hands it to its stage, and from then on watches for the
 * peer's end while the stage's script writes.
 *
 * <p>It reads from the channel itself, since Jetty's end point shows a reset as an end of input.
 */
final class OriginConnection extends AbstractConnection implements Wire {
  private static final Logger LOG = System.getLogger(OriginConnection.class.getName());
  private static final int READ_BYTES = 16_384;

  private final Origin origin;
  private final EndPoint endPoint;
  private final SocketChannelEndPoint socket;
  private final int number;
  private final RequestReader reader;
  private Scheduler.@Nullable Task deadline;
  private boolean answered;
  private boolean continued;
  private volatile @Nullable ScriptPlayer player;

  OriginConnection(Origin origin, EndPoint endPoint, int number) {
    super(endPoint, origin.executor());
    this.origin = origin;
    this.endPoint = endPoint;
    socket =
        (SocketChannelEndPoint)
            (endPoint instanceof SslConnection.SslEndPoint secured
                ? secured.getSslConnection().getEndPoint()
                : endPoint);
    this.number = number;
    this.reader = new RequestReader(origin.limits());
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public void onOpen() {
    super.onOpen();
    closeAfter(origin.limits().requestDeadline());
    fillInterested();
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    closeNever();
    super.onClose(cause);
  }

  @Override
  public void onFillable() {
    ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
    try {
      while (endPoint.isOpen()) {
        int count = read(buffer.clear());
        if (count < 0) {
          peerGone(false);
          return;
        }
        if (count == 0) {
          fillInterested();
          return;
        }
        // What comes behind the request is of no interest: each connection answers one.
        if (!answered) {
          receive(buffer.flip());
        }
      }
    } catch (IOException e) {
      peerGone(true);
    }
  }

  private int read(ByteBuffer buffer) throws IOException {
    if (endPoint == socket) {
      return socket.getChannel().read(buffer);
    }
    // Jetty's buffers are the other way round: this fills what stands behind the limit.
    buffer.limit(0);
    int count = endPoint.fill(buffer);
    buffer.position(Math.max(count, 0)).limit(buffer.capacity());
    return count;
  }

  @Override
  public void onFillInterestedFailed(Throwable cause) {
    expire();
  }

  /** The request never came, or the peer does not close after our end; or we have closed. */
  private void expire() {
    ScriptPlayer current = player;
    if (current != null) {
      current.leave();
    }
    close();
  }

  /** Not an idle timeout: a peer that trickles is not to hold the connection for ever. */
  private synchronized void closeAfter(Duration time) {
    closeNever();
    deadline = origin.scheduler().schedule(this::expire, time);
  }

  private synchronized void closeNever() {
    if (deadline != null) {
      deadline.cancel();
    }
  }

  private void receive(ByteBuffer in) {
    try {
      Optional<Request> request = reader.feed(in);
      if (request.isPresent()) {
        answered = true;
        serve(request.get());
      } else if (!continued && reader.awaitsContinue()) {
        continued = true;
        write(StatusLine.of("HTTP/1.1", 100, "\r\n"), () -> {}, this::close);
      }
    } catch (RequestReader.Unacceptable e) {
      LOG.log(Level.DEBUG, "connection {0}: {1}", number, e.getMessage());
      answered = true;
      answer(e.status());
    }
  }

  private void serve(Request request) {
    Stage stage = origin.find(request.path());
    if (stage == null) {
      answer(404);
    } else {
      stage.serve(this, request);
    }
  }

  private void answer(int status) {
    String rest = "Content-Length: 0\r\nConnection: close\r\n\r\n";
    write(StatusLine.of("HTTP/1.1", status, rest), this::finish, this::close);
  }

  private void peerGone(boolean byReset) {
    ScriptPlayer current = player;
    if (current == null) {
      close();
    } else {
      current.peerClosed(byReset);
    }
  }

  @Override
  public void play(ScriptPlayer first) {
    player = first;
    // A stream may last as long as its script likes.
    closeNever();
    first.resume();
  }

  @Override
  public void write(byte[] bytes, Runnable done, Runnable failed) {
    endPoint.write(Callback.from(done, cause -> failed.run()), ByteBuffer.wrap(bytes));
  }

  @Override
  public void after(Duration delay, Runnable action) {
    origin
        .scheduler()
        .schedule(() -> getExecutor().execute(action), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Sends a FIN. To close at once could turn it into a reset, and take the last bytes with it. */
  @Override
  public void finish() {
    closeAfter(origin.limits().lingerAfterEnd());
    endPoint.shutdownOutput();
  }

  /** Sends a reset; below TLS, which would say goodbye first. */
  @Override
  public void reset() {
    try {
      socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      LOG.log(Level.TRACE, "already closed", e);
    }
    socket.close();
    close();
  }
}

package dev.ssespec.channel;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a client has left while nothing is sent to it. With HTTP/1 Jetty does not read while
 * a response is under way, so this does. What a client sends meanwhile is thrown away, and then the
 * connection is not used again. With HTTP/2 Jetty reads all the time and tells of it by itself.
 */
final class Departure implements Callback {
  private static final int DISCARD_BYTES = 512;

  private final @Nullable EndPoint socket;
  private final Consumer<Throwable> departed;
  private volatile boolean forgotten;
  private volatile boolean hasRead;

  private Departure(@Nullable EndPoint socket, Consumer<Throwable> departed) {
    this.socket = socket;
    this.departed = departed;
  }

  static Departure of(Request request, Consumer<Throwable> departed) {
    var connection = request.getConnectionMetaData();
    boolean shared = connection.getHttpVersion().compareTo(HttpVersion.HTTP_1_1) > 0;
    return new Departure(shared ? null : connection.getConnection().getEndPoint(), departed);
  }

  void watch() {
    if (socket != null && !forgotten) {
      socket.tryFillInterested(this);
      if (forgotten) {
        forget();
      }
    }
  }

  /** Leaves the socket to Jetty again. */
  void forget() {
    forgotten = true;
    if (socket instanceof AbstractEndPoint endPoint) {
      endPoint.getFillInterest().onFail(new IOException("no longer watched"));
    }
  }

  void close() {
    if (socket != null) {
      socket.close();
    }
  }

  /** A part of the next request may be gone: there can be none. */
  void closeIfRead() {
    if (hasRead) {
      close();
    }
  }

  /** There is something to read. */
  @Override
  public void succeeded() {
    if (socket == null || forgotten) {
      return;
    }
    try {
      // As Jetty has its buffers: nothing in it, and room behind.
      ByteBuffer discarded = ByteBuffer.allocate(DISCARD_BYTES).limit(0);
      int count = socket.fill(discarded);
      if (count < 0) {
        departed.accept(new EOFException("the client has left"));
        return;
      }
      hasRead |= count > 0;
      watch();
    } catch (IOException e) {
      departed.accept(e);
    }
  }

  @Override
  public void failed(Throwable cause) {
    if (!forgotten) {
      departed.accept(cause);
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}

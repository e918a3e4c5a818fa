package dev.ssespec.client;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.util.Promise;

/**
 * One request on a connection of its own, which ends with it.
 *
 * <p>Jetty's pool is not used: it connects ahead of need, so that servers would see connections
 * without a request, and it reuses what a server may have closed already, which would look like a
 * network error of the next stream.
 */
final class StreamExchange {
  private static final Logger LOG = System.getLogger(StreamExchange.class.getName());

  /** How long a connection that is no longer wanted is waited for, to close it. */
  private static final long STRAY_SECONDS = 1;

  private final HttpClient http;
  private final Request request;
  private final CompletableFuture<Connection> connected = new CompletableFuture<>();
  private final CompletableFuture<Answer> answered = new CompletableFuture<>();
  private final BodyPipe body = new BodyPipe();

  StreamExchange(HttpClient http, Request request) {
    this.http = http;
    this.request = request;
  }

  /** A response head, and its body to be read. */
  record Answer(Response response, InputStream body) {}

  /**
   * Hands the body over from Jetty's threads to ours. Jetty's own ways to do that read on our
   * thread, and now and then lose what came right before the end of the connection.
   */
  private final class Listener implements Response.Listener {
    @Override
    public void onHeaders(Response response) {
      answered.complete(new Answer(response, body));
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
      body.put(content);
    }

    @Override
    public void onComplete(Result result) {
      body.end(result.getFailure());
      if (result.isFailed()) {
        answered.completeExceptionally(result.getFailure());
      }
    }
  }

  /**
   * Connects, sends the request, and waits for the head of the response.
   *
   * @throws IOException on a network error, and where {@link #close} was called
   */
  Answer send() throws IOException {
    http.newConnection(
        http.resolveDestination(request), Promise.from(this::talk, this::noConnection));
    try {
      return answered.get();
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }

  private void talk(Connection connection) {
    connected.complete(connection);
    // Closed in the meantime, or else close() finds the connection.
    if (answered.isDone()) {
      connection.close();
      return;
    }
    try {
      connection.send(request, new Listener());
    } catch (RuntimeException e) {
      // A request that Jetty refuses to write: the waiting thread must hear of it.
      answered.completeExceptionally(e);
      connection.close();
    }
  }

  private void noConnection(Throwable failure) {
    connected.completeExceptionally(failure);
    answered.completeExceptionally(failure);
  }

  /** Closes the connection, now or as soon as there is one. May be called often, by any thread. */
  void close() {
    answered.completeExceptionally(new IOException("closed by us"));
    body.close();
    if (connected.isDone() && !connected.isCompletedExceptionally()) {
      connected.join().close();
    }
  }

  /**
   * Waits a little for a connection that is being made although nobody wants it any more, since
   * Jetty loses sight of one that comes while it stops.
   */
  void settle() {
    try {
      connected.get(STRAY_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.TRACE, "no connection to be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

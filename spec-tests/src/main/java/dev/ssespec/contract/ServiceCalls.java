package dev.ssespec.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.net.ConnectException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The requests that the kit makes of a test service. Each has a deadline, and answers of more than
 * 2 MiB are refused. Safe for all threads.
 */
final class ServiceCalls implements AutoCloseable {
  /** How long a stream may take to be created: some services connect before they answer. */
  private static final int CREATION_SECONDS = 20;

  private static final int SECONDS = 5;

  /** Streams whose creation waits for an answer of the kit's own origin hold a connection each. */
  private static final int CONNECTIONS = 512;

  private final URI base;
  private final HttpClient http;

  ServiceCalls(URI base) {
    this.base = base;
    http = new HttpClient();
    http.setFollowRedirects(false);
    http.setMaxConnectionsPerDestination(CONNECTIONS);
    var threads = new QueuedThreadPool(16);
    threads.setName("ssespec-service-calls");
    threads.setDaemon(true);
    http.setExecutor(threads);
    try {
      http.start();
    } catch (Exception e) {
      throw new Link.StartException("Cannot start an HTTP client: " + e);
    }
  }

  /** A request that did not have the answer that the protocol wants; the message is a clause. */
  static final class CallException extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean refused;

    CallException(String message, boolean refused) {
      super(message);
      this.refused = refused;
    }

    /** Whether there was nobody to connect to. */
    boolean refused() {
      return refused;
    }
  }

  /** What {@code GET /} says; an empty object where it says nothing. */
  ObjectNode status() throws CallException {
    ContentResponse response = send(http.newRequest(base).method("GET"), SECONDS);
    if (response.getStatus() != 200) {
      throw unexpected("GET", base, response);
    }
    String text = response.getContentAsString().strip();
    if (text.isEmpty()) {
      return Json.object();
    }
    return Json.parse(text)
        .orElseThrow(
            () ->
                new CallException(
                    "GET "
                        + base
                        + " was answered with what is no JSON object: "
                        + ContractWords.shorten(text),
                    false));
  }

  /** Creates a stream; returns where it is commanded and deleted. */
  URI create(ObjectNode body) throws CallException {
    ContentResponse response = send(posting(base, body), CREATION_SECONDS);
    if (response.getStatus() / 100 != 2) {
      throw unexpected("POST", base, response);
    }
    String location =
        Optional.ofNullable(response.getHeaders().get("Location"))
            .orElseThrow(
                () ->
                    new CallException("POST " + base + " was answered without a Location", false));
    try {
      return base.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new CallException(
          "POST " + base + " was answered with the Location " + ContractWords.shorten(location),
          false);
    }
  }

  /** Commands a stream. */
  void command(URI stream, ObjectNode body) throws CallException {
    ContentResponse response = send(posting(stream, body), SECONDS);
    if (response.getStatus() / 100 != 2) {
      throw unexpected("POST", stream, response);
    }
  }

  /** Deletes a stream, or with the service's own address the service. */
  void delete(URI what) throws CallException {
    ContentResponse response = send(http.newRequest(what).method("DELETE"), SECONDS);
    if (response.getStatus() / 100 != 2) {
      throw unexpected("DELETE", what, response);
    }
  }

  private Request posting(URI where, ObjectNode body) {
    return http.newRequest(where)
        .method("POST")
        .body(new StringRequestContent("application/json", body.toString()));
  }

  private static CallException unexpected(String method, URI where, ContentResponse response) {
    String text = response.getContentAsString().strip();
    return new CallException(
        method
            + " "
            + where
            + " was answered with "
            + response.getStatus()
            + (text.isEmpty() ? "" : ": " + ContractWords.shorten(text)),
        false);
  }

  private static ContentResponse send(Request request, int seconds) throws CallException {
    String what = request.getMethod() + " " + request.getURI();
    try {
      return request.timeout(seconds, TimeUnit.SECONDS).send();
    } catch (TimeoutException e) {
      throw new CallException(what + " was not answered within " + seconds + " s", false);
    } catch (ExecutionException e) {
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      boolean refused = cause instanceof ConnectException;
      throw new CallException(what + " failed: " + cause, refused);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallException(what + " was interrupted", false);
    }
  }

  @Override
  public void close() {
    try {
      http.stop();
    } catch (Exception e) {
      System.getLogger(ServiceCalls.class.getName())
          .log(System.Logger.Level.DEBUG, "The HTTP client did not stop cleanly", e);
    }
  }
}

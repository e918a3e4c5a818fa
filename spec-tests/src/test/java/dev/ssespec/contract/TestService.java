package dev.ssespec.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ssespec.target.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A contract-test service on a free port, to be made sound or faulty by overriding a method. */
class TestService implements AutoCloseable {
  /** An answer of the service. */
  record Answer(int status, Map<String, String> headers, String body) {
    static Answer of(int status) {
      return new Answer(status, Map.of(), "");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger streams = new AtomicInteger();
  final Map<String, ObjectNode> created = new ConcurrentHashMap<>();

  TestService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String path = exchange.getRequestURI().getPath();
      Answer answer = answer(exchange.getRequestMethod(), path, body);
      answer.headers.forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = answer.body.getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(String method, String path, String body) {
    ObjectNode message = Json.parse(body).orElseGet(Json::object);
    return switch (method + (path.equals("/") ? " service" : " stream")) {
      case "GET service" -> status();
      case "POST service" -> create(message);
      case "POST stream" -> command(path, message);
      case "DELETE stream" -> delete(path);
      default -> Answer.of(405);
    };
  }

  Answer status() {
    ObjectNode status = Json.object();
    capabilities().forEach(status.putArray("capabilities")::add);
    return new Answer(200, Map.of("Content-Type", "application/json"), status.toString());
  }

  List<String> capabilities() {
    return List.of();
  }

  Answer create(ObjectNode options) {
    String path = "/streams/" + streams.incrementAndGet();
    created.put(path, options);
    begin(path, options);
    return new Answer(201, Map.of("Location", path), "");
  }

  /** The stream exists: what happens now happens before the kit knows of it. */
  void begin(String path, ObjectNode options) {}

  Answer command(String path, ObjectNode command) {
    return Answer.of(202);
  }

  Answer delete(String path) {
    return Answer.of(created.remove(path) == null ? 404 : 204);
  }

  /** Posts to a callback URL; returns the status that it was answered with. */
  static int post(String url, byte[] body) {
    try {
      var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(body.length);
      try {
        connection.getOutputStream().write(body);
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return -1;
    }
  }

  static int post(String url, String body) {
    return post(url, body.getBytes(UTF_8));
  }

  static String event(String data) {
    ObjectNode post = Json.object().put("kind", "event");
    post.putObject("event").put("data", data);
    return post.toString();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

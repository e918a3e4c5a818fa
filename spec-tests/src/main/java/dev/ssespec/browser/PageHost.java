package dev.ssespec.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page at an unguessable path, and speaks with it: it joins, asks for messages, and
 * posts its own. What is no message is answered with an error, counted, and harms nobody. Safe for
 * all threads.
 */
final class PageHost extends Handler.Abstract implements AutoCloseable {
  /** As long as a line of the adapter protocol may be, and a little for what is around it. */
  static final int MAX_BODY = (64 << 20) + 4096;

  private static final Duration POLL = Duration.ofSeconds(15);
  private static final int TOKEN_BYTES = 16;

  private final String root;
  private final List<URI> frames;
  private final PageServer server;
  private final AtomicInteger visits = new AtomicInteger();
  private final Map<Integer, Visit> known = new ConcurrentHashMap<>();
  private final BlockingQueue<Visit> joined = new LinkedBlockingQueue<>();
  private final AtomicLong garbage = new AtomicLong();
  private volatile String firstGarbage = "";
  private volatile boolean asked;

  PageHost(Inet4Address host, List<URI> frames) {
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    root = "/" + HexFormat.of().formatHex(token) + "/";
    this.frames = List.copyOf(frames);
    server = PageServer.start(host, this);
  }

  /** Where the page is. */
  URI url() {
    return server.base().resolve(root);
  }

  /** The next visit that nobody has claimed; empty where none begins in time. */
  Optional<Visit> claim(Duration wait) throws InterruptedException {
    @Nullable Visit visit = joined.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    return Optional.ofNullable(visit);
  }

  /** Whether the page was ever asked for. */
  boolean wasAsked() {
    return asked;
  }

  /** What was posted here that is no message, in a sentence; empty where nothing was. */
  String remarks() {
    return garbage.get() == 0
        ? ""
        : "The page's address received "
            + (garbage.get() == 1 ? "a request that is" : garbage.get() + " requests that are")
            + " no message; the first one: "
            + firstGarbage;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    String what = path.startsWith(root) ? path.substring(root.length()) : "?";
    response.getHeaders().put("Cache-Control", "no-store");
    if (what.isEmpty() && request.getMethod().equals("GET")) {
      asked = true;
      answer(response, "text/html; charset=utf-8", Resource.bytes("page.html"), callback);
    } else if (what.equals("?") || !request.getMethod().equals("POST")) {
      refuse(response, 404, callback);
    } else {
      posted(what, request, response, callback);
    }
    return true;
  }

  private void posted(String what, Request request, Response response, Callback callback)
      throws IOException, InterruptedException {
    byte[] body = body(request);
    if (body.length > MAX_BODY) {
      garbage("a body of more than 64 MiB");
      refuse(response, 413, callback);
      return;
    }
    Optional<ObjectNode> message = Json.parse(new String(body, StandardCharsets.UTF_8));
    if (what.equals("join") && message.isPresent()) {
      join(response, callback);
      return;
    }
    int slash = what.indexOf('/');
    Visit visit = slash < 0 ? null : known.get(number(what.substring(slash + 1)));
    if (visit == null || message.isEmpty()) {
      garbage(what + " " + new String(body, 0, Math.min(80, body.length), StandardCharsets.UTF_8));
      refuse(response, 400, callback);
    } else if (!visit.over().isEmpty()) {
      refuse(response, 410, callback);
    } else if (what.startsWith("next/")) {
      next(visit, message.get(), response, callback);
    } else if (what.startsWith("said/") && said(visit, message.get(), body.length)) {
      refuse(response, 204, callback);
    } else {
      garbage(what + " " + shorten(message.get().toString()));
      refuse(response, 400, callback);
    }
  }

  private static byte[] body(Request request) throws IOException {
    if (request.getLength() > MAX_BODY) {
      return new byte[MAX_BODY + 1];
    }
    try (InputStream in = Content.Source.asInputStream(request)) {
      return in.readNBytes(MAX_BODY + 1);
    }
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** One page at a time: the one before is out. */
  private synchronized void join(Response response, Callback callback) {
    var visit = new Visit(visits.incrementAndGet());
    known.values().forEach(other -> other.end("the page was opened anew"));
    joined.clear();
    known.put(visit.number(), visit);
    joined.add(visit);
    ObjectNode answer = Json.object().put("visit", visit.number());
    frames.forEach(frame -> answer.withArray("frames").add(frame.toString()));
    answer(response, answer, callback);
  }

  private static void next(Visit visit, ObjectNode message, Response response, Callback callback)
      throws InterruptedException {
    visit.asks(true);
    try {
      ObjectNode answer = Json.object();
      ArrayNode messages = answer.putArray("messages");
      visit.outbox().from(message.path("from").asLong(), POLL).forEach(messages::add);
      answer(response, answer, callback);
    } finally {
      visit.asks(false);
    }
  }

  private static boolean said(Visit visit, ObjectNode message, long bytes) {
    List<ObjectNode> messages = new ArrayList<>();
    for (JsonNode one : message.path("messages")) {
      if (!(one instanceof ObjectNode object)) {
        return false;
      }
      messages.add(object);
    }
    return message.path("from").isIntegralNumber()
        && message.path("messages").isArray()
        && visit.inbox().take(message.path("from").asLong(), messages, bytes);
  }

  private void garbage(String what) {
    if (garbage.getAndIncrement() == 0) {
      firstGarbage = what;
    }
  }

  private static String shorten(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120) + "…";
  }

  private static void refuse(Response response, int status, Callback callback) {
    response.setStatus(status);
    callback.succeeded();
  }

  private static void answer(Response response, ObjectNode json, Callback callback) {
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    answer(response, "application/json", bytes, callback);
  }

  private static void answer(Response response, String type, byte[] bytes, Callback callback) {
    response.getHeaders().put("Content-Type", type);
    response.getHeaders().put("Content-Length", bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  @Override
  public void close() {
    known.values().forEach(visit -> visit.end("the run is over"));
    server.close();
  }
}

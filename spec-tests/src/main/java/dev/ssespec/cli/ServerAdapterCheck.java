package dev.ssespec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.client.WireClient;
import dev.ssespec.client.WireReading;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Json;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;

/** The part of {@code adapter-check} for servers: two of them, what is sent, and how they stop. */
final class ServerAdapterCheck {
  private final Adapter adapter;
  private final AdapterDialogue dialogue;
  private final Duration within;
  private final BiConsumer<String, String> tell;

  ServerAdapterCheck(
      Adapter adapter, AdapterDialogue dialogue, Duration within, BiConsumer<String, String> tell) {
    this.adapter = adapter;
    this.dialogue = dialogue;
    this.within = within;
    this.tell = tell;
  }

  void run() {
    BlockingQueue<ObjectNode> first = start("a-one");
    Optional<URI> one = listening("answers start with the URL where it listens", first);
    BlockingQueue<ObjectNode> second = start("a-two");
    Optional<URI> two = listening("runs two servers at a time", second);
    if (one.isEmpty() || two.isEmpty()) {
      return;
    }
    tell.accept("gives each server an address of its own", one.equals(two) ? "both: " + one : "");
    var stream = new Stream(one.get(), within);
    tell.accept("sends what it is told to an open stream", emits("a-one", first, stream));
    for (String part : new String[] {"type", "id", "retry", "comment", "no-data"}) {
      if (adapter.hello().capabilities().contains(part)) {
        tell.accept("takes " + part + ", as it says", takes("a-one", first, part));
      }
    }
    if (adapter.hello().capabilities().contains("end")) {
      tell.accept("answers end with ended", answers("a-one", first, "end", "ended"));
    }
    stream.close();
    tell.accept("answers stop with stopped", answers("a-one", first, "stop", "stopped"));
    tell.accept("stops one server and leaves the other", leaves(two.get()));
    answers("a-two", second, "stop", "stopped");
  }

  private BlockingQueue<ObjectNode> start(String id) {
    BlockingQueue<ObjectNode> queue = dialogue.listen(id);
    adapter.tell(Json.message("start").put("id", id).put("x-unknown", "ignore me"));
    return queue;
  }

  private Optional<URI> listening(String check, BlockingQueue<ObjectNode> queue) {
    Optional<ObjectNode> answer = next(queue, "listening");
    String url = answer.map(a -> a.path("url").asText()).orElse("");
    boolean good = url.matches("http://[^/ ]+/.*");
    tell.accept(check, good ? "" : answer.map(a -> "it said " + a).orElse("no answer came"));
    return good ? Optional.of(URI.create(url)) : Optional.empty();
  }

  /** The next message of that kind; others, such as connected, are passed over. */
  private Optional<ObjectNode> next(BlockingQueue<ObjectNode> queue, String... ops) {
    for (Optional<ObjectNode> said = dialogue.next(queue);
        said.isPresent();
        said = dialogue.next(queue)) {
      for (String op : ops) {
        if (said.get().path("op").asText().equals(op)) {
          return said;
        }
      }
    }
    return Optional.empty();
  }

  private String emits(String id, BlockingQueue<ObjectNode> queue, Stream stream) {
    for (int seq = 1; seq <= 50; seq++) {
      ObjectNode message = Json.message("send").put("id", id).put("seq", seq);
      message.putObject("event").put("data", "hello " + seq).put("x-unknown", "ignore me");
      adapter.tell(message);
      Optional<ObjectNode> answer = next(queue, "sent", "refused", "unsupported");
      if (!answer.map(a -> a.path("op").asText()).orElse("").equals("sent")
          || answer.orElseThrow().path("seq").asInt() != seq) {
        return answer.map(a -> "it said " + a).orElse("no answer came");
      }
      if (stream.has("hello ")) {
        return "";
      }
    }
    return "fifty events were sent, and none came";
  }

  private String takes(String id, BlockingQueue<ObjectNode> queue, String part) {
    ObjectNode message = Json.message("send").put("id", id).put("seq", 100);
    switch (part) {
      case "comment" -> message.put("comment", "a comment");
      case "retry" -> message.putObject("event").put("data", "x").put("retry", 3000);
      case "no-data" -> message.putObject("event").put("id", "1");
      default -> message.putObject("event").put("data", "x").put(part, "1");
    }
    adapter.tell(message);
    Optional<ObjectNode> answer = next(queue, "sent", "refused", "unsupported");
    return answer.map(a -> a.path("op").asText()).orElse("").equals("sent")
        ? ""
        : answer.map(a -> "it said " + a).orElse("no answer came");
  }

  private String answers(String id, BlockingQueue<ObjectNode> queue, String op, String wanted) {
    adapter.tell(Json.message(op).put("id", id));
    return next(queue, wanted).isPresent() ? "" : "no answer came";
  }

  private String leaves(URI other) {
    try (var stream = new Stream(other, within)) {
      return stream.connects() ? "" : "the other does not answer any more";
    }
  }

  /** Some libraries tell their streams apart by the query. */
  static byte[] request(URI uri) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return String.join(
            "\r\n",
            "GET " + uri.getRawPath() + query + " HTTP/1.1",
            "Host: " + uri.getAuthority(),
            "Accept: text/event-stream",
            "",
            "")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A stream that is read. */
  private static final class Stream implements AutoCloseable {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final dev.ssespec.client.WireCall call;
    private final Duration within;
    private boolean connected;
    private boolean over;

    Stream(URI uri, Duration within) {
      this.within = within;
      call = new WireClient().start(uri, request(uri), within.multipliedBy(20), this::hear);
    }

    private synchronized void hear(WireReading reading) {
      connected = connected || reading instanceof WireReading.Connected;
      over = over || reading.isLast();
      if (reading instanceof WireReading.Body some) {
        body.writeBytes(some.payload());
      }
      notifyAll();
    }

    /** Waits for a text for a little while. */
    synchronized boolean has(String text) {
      return await(200, () -> body.toString(StandardCharsets.UTF_8).contains(text));
    }

    synchronized boolean connects() {
      return await(within.toMillis(), () -> connected);
    }

    private boolean await(long most, java.util.function.BooleanSupplier condition) {
      long deadline = System.nanoTime() + most * 1_000_000;
      while (!condition.getAsBoolean() && !over) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        try {
          wait(millis);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return condition.getAsBoolean();
    }

    @Override
    public void close() {
      call.cancel();
    }
  }
}

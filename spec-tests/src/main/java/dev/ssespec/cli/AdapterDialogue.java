package dev.ssespec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Heard;
import dev.ssespec.target.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Questions to an adapter, each with one answer. */
final class AdapterDialogue {
  private final Adapter adapter;
  private final Duration within;
  private int count;

  AdapterDialogue(Adapter adapter, Duration within) {
    this.adapter = adapter;
    this.within = within;
  }

  /** A new id, on which everything that is said is queued. */
  BlockingQueue<ObjectNode> listen(String id) {
    BlockingQueue<ObjectNode> queue = new LinkedBlockingQueue<>();
    adapter.converse(
        id,
        heard -> {
          if (heard instanceof Heard.Said said) {
            queue.add(said.message());
          }
        });
    return queue;
  }

  /** The next message in time. */
  Optional<ObjectNode> next(BlockingQueue<ObjectNode> queue) {
    try {
      return Optional.ofNullable(queue.poll(within.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private String newId() {
    count++;
    return "a" + count;
  }

  private BlockingQueue<ObjectNode> ask(String stream, boolean end) {
    String id = newId();
    BlockingQueue<ObjectNode> queue = listen(id);
    ObjectNode message = Json.message("parse").put("id", id).put("x-unknown", "ignore me");
    message
        .putArray("chunks")
        .add(Base64.getEncoder().encodeToString(stream.getBytes(StandardCharsets.UTF_8)));
    adapter.tell(message.put("eof", end));
    return queue;
  }

  Optional<ObjectNode> parse(String stream, boolean end) {
    return next(ask(stream, end));
  }

  String parseMany(int howMany) {
    List<BlockingQueue<ObjectNode>> queues = new ArrayList<>();
    for (int i = 0; i < howMany; i++) {
      queues.add(ask("data: n" + i + "\n\n", true));
    }
    for (int i = 0; i < howMany; i++) {
      Optional<ObjectNode> answer = next(queues.get(i));
      String data =
          answer.map(a -> a.path("events").path(0).path("data").asText()).orElse("nothing");
      if (!data.equals("n" + i)) {
        return "request " + i + " of " + howMany + " was answered with " + data;
      }
    }
    return "";
  }

  String parseBig(int bytes) {
    Optional<ObjectNode> answer = parse("data: " + "x".repeat(bytes) + "\n\n", true);
    int length =
        answer.map(a -> a.path("events").path(0).path("data").asText().length()).orElse(-1);
    return length == bytes
        ? ""
        : length < 0 ? "no answer came" : "it gave " + length + " characters";
  }

  /** Whether a capability is really shown. */
  String shows(String capability) {
    ObjectNode answer =
        parse("id: 7\nretry: 1234\n: note\ndata: x\n\n", true).orElseGet(Json::object);
    boolean shown =
        switch (capability) {
          case "retry" -> answer.path("retry").asInt() == 1234;
          case "comments" -> answer.path("comments").path(0).asText().strip().equals("note");
          default ->
              answer.path("events").path(0).path("lastEventId").asText().equals("7")
                  && answer.path("lastEventId").asText("7").equals("7");
        };
    return shown ? "" : "it said " + answer;
  }
}

package dev.ssespec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Program;
import dev.ssespec.server.Script;
import dev.ssespec.server.Stage;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;

/** The part of {@code adapter-check} for clients: two sources at a time, and how they close. */
final class ClientAdapterCheck {
  private final Adapter adapter;
  private final AdapterDialogue dialogue;
  private final BiConsumer<String, String> tell;

  ClientAdapterCheck(Adapter adapter, AdapterDialogue dialogue, BiConsumer<String, String> tell) {
    this.adapter = adapter;
    this.dialogue = dialogue;
    this.tell = tell;
  }

  void run() {
    try (Origin origin = Origin.start();
        Stage one = origin.stage(stream("one"));
        Stage two = origin.stage(stream("two"))) {
      BlockingQueue<ObjectNode> first = open("a-one", one);
      BlockingQueue<ObjectNode> second = open("a-two", two);
      tell.accept("reports events under the id of their source", events(first, second));
      tell.accept("answers close with closed", closed("a-one", first));
      tell.accept("closes one source and leaves the other", closed("a-two", second));
    }
  }

  private static Program stream(String data) {
    return Program.of(Script.eventStream().body("data: " + data + "\n\n").hold());
  }

  private BlockingQueue<ObjectNode> open(String id, Stage stage) {
    BlockingQueue<ObjectNode> queue = dialogue.listen(id);
    ObjectNode message = Json.message("open").put("id", id).put("url", stage.url().toString());
    message.putArray("eventTypes").add("message");
    adapter.tell(message.put("x-unknown", "ignore me"));
    return queue;
  }

  private String events(BlockingQueue<ObjectNode> first, BlockingQueue<ObjectNode> second) {
    String one = dataOfNextEvent(first);
    String two = dataOfNextEvent(second);
    return one.equals("one") && two.equals("two")
        ? ""
        : "the first source reported " + one + ", the second " + two;
  }

  private String dataOfNextEvent(BlockingQueue<ObjectNode> queue) {
    List<ObjectNode> before = new ArrayList<>();
    for (Optional<ObjectNode> said = dialogue.next(queue);
        said.isPresent();
        said = dialogue.next(queue)) {
      if (said.get().path("op").asText().equals("event")) {
        return said.get().path("event").path("data").asText();
      }
      before.add(said.get());
    }
    return "no event but " + before;
  }

  private String closed(String id, BlockingQueue<ObjectNode> queue) {
    adapter.tell(Json.message("close").put("id", id));
    Optional<ObjectNode> answer = dialogue.next(queue);
    return answer.map(a -> a.path("op").asText().equals("closed")).orElse(false)
        ? ""
        : answer.map(a -> "it said " + a).orElse("no answer came");
  }
}

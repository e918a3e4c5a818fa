package dev.ssespec.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.report.TargetInfo;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A {@link ParserTarget} behind the same messages that an adapter's process would speak. */
public final class JvmParserLink implements Link {
  private final TargetInfo info;
  private final ParserTarget target;
  private final Ear ear;
  private final ExecutorService thread;

  private JvmParserLink(TargetInfo info, ParserTarget target, Ear ear) {
    this.info = info;
    this.target = target;
    this.ear = ear;
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              var worker = new Thread(task, "ssespec-jvm-parser");
              worker.setDaemon(true);
              return worker;
            });
  }

  /** A starter of {@code target}. */
  public static Starter of(TargetInfo info, ParserTarget target) {
    return ear -> new JvmParserLink(info, target, ear);
  }

  @Override
  public void tell(ObjectNode message) {
    if (!thread.isShutdown()) {
      thread.execute(() -> ear.said(answer(message)));
    }
  }

  private ObjectNode answer(ObjectNode message) {
    return switch (message.path("op").asText()) {
      case "hello" -> JvmHello.answer(info, "parser");
      case "parse" -> parse(message);
      default -> JvmHello.unsupported(message);
    };
  }

  /** An error of the virtual machine, too: without an answer it would be taken for a hang. */
  private ObjectNode parse(ObjectNode message) {
    String id = message.path("id").asText();
    List<byte[]> chunks = new ArrayList<>();
    message.path("chunks").forEach(chunk -> chunks.add(Base64.getDecoder().decode(chunk.asText())));
    try {
      return parsed(id, target.parse(chunks, message.path("eof").asBoolean()));
    } catch (Throwable e) {
      return Json.message("failed").put("id", id).put("error", e.toString());
    }
  }

  private static ObjectNode parsed(String id, Interpretation result) {
    ObjectNode answer = Json.message("parsed").put("id", id);
    var events = answer.putArray("events");
    for (Event event : result.events()) {
      events
          .addObject()
          .put("type", event.type())
          .put("data", event.data())
          .put("lastEventId", event.lastEventId());
    }
    var comments = answer.putArray("comments");
    result.comments().forEach(comments::add);
    result
        .reconnectionTime()
        .ifPresentOrElse(time -> answer.put("retry", time), () -> answer.putNull("retry"));
    return answer.put("lastEventId", result.lastEventId());
  }

  @Override
  public String log() {
    return "";
  }

  @Override
  public boolean dismiss() {
    thread.shutdown();
    return true;
  }

  @Override
  public void kill() {
    thread.shutdownNow();
  }

  @Override
  public boolean endsForSure() {
    return false;
  }
}

package dev.ssespec.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.report.TargetInfo;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A {@link ServerTarget} behind the same messages that an adapter's process would speak. */
public final class JvmServerLink implements Link {
  private static final System.Logger LOG = System.getLogger(JvmServerLink.class.getName());

  private final TargetInfo info;
  private final ServerTarget target;
  private final Link.Ear ear;
  private final Map<String, Served> servers = new ConcurrentHashMap<>();
  private final Object oneAtATime = new Object();

  /** A server that listens, and the thread on which it is told things, one after another. */
  private record Served(ServerTarget.Running running, ExecutorService thread) {
    void stop() {
      thread.shutdownNow();
      running.stop();
    }

    /** Nobody listens any longer: what it throws is only written down. */
    void release() {
      try {
        stop();
      } catch (RuntimeException | Error e) {
        LOG.log(System.Logger.Level.DEBUG, "A server that was left could not be stopped", e);
      }
    }
  }

  private JvmServerLink(TargetInfo info, ServerTarget target, Link.Ear ear) {
    this.info = info;
    this.target = target;
    this.ear = ear;
  }

  /** A starter of {@code target}. */
  public static Starter of(TargetInfo info, ServerTarget target) {
    return ear -> new JvmServerLink(info, target, ear);
  }

  @Override
  public void tell(ObjectNode message) {
    String id = message.path("id").asText();
    String op = message.path("op").asText();
    Optional<Served> served = Optional.ofNullable(servers.get(id));
    if (op.equals("hello")) {
      say(JvmHello.answer(info, "server"));
    } else if (op.equals("start")) {
      orGone("start", () -> start(id));
    } else if (op.equals("send") && served.isPresent()) {
      tell(served.get(), "send", () -> send(served.get().running(), message));
    } else if (op.equals("end") && served.isPresent()) {
      tell(
          served.get(),
          "end",
          () -> {
            served.get().running().end();
            say(Json.message("ended").put("id", id));
          });
    } else if (op.equals("stop") && served.isPresent()) {
      servers.remove(id);
      orGone("stop", served.get()::stop);
      say(Json.message("stopped").put("id", id));
    } else {
      say(JvmHello.unsupported(message));
    }
  }

  private void start(String id) {
    ServerTarget.Running running = target.start(new Reporter(id));
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> {
              var worker = new Thread(task, "ssespec-jvm-server");
              worker.setDaemon(true);
              return worker;
            });
    servers.put(id, new Served(running, thread));
    say(Json.message("listening").put("id", id).put("url", running.uri().toString()));
  }

  /** What comes too late for a server that was stopped is not told. */
  private void tell(Served served, String call, Runnable what) {
    try {
      served.thread().execute(() -> orGone(call, what));
    } catch (RejectedExecutionException e) {
      // It was stopped meanwhile.
    }
  }

  /** What the library throws ends it: without an answer it would be taken for a hang. */
  private void orGone(String call, Runnable what) {
    try {
      what.run();
    } catch (Throwable e) {
      ear.gone(call + " threw " + e);
    }
  }

  private void send(ServerTarget.Running running, ObjectNode message) {
    ObjectNode answer = Json.message("sent");
    try {
      running.send(event(message));
    } catch (ServerTarget.RefusedException e) {
      answer = Json.message("refused").put("error", e.getMessage());
    }
    answer.set("id", message.path("id"));
    answer.set("seq", message.path("seq"));
    say(answer);
  }

  private static OutgoingEvent event(ObjectNode message) {
    JsonNode json = message.path("event");
    OutgoingEvent event = OutgoingEvent.empty();
    event = json.has("data") ? event.withData(json.path("data").asText()) : event;
    event = json.has("type") ? event.withType(json.path("type").asText()) : event;
    event = json.has("id") ? event.withId(json.path("id").asText()) : event;
    if (json.has("retry")) {
      if (!json.path("retry").isIntegralNumber() || !json.path("retry").canConvertToLong()) {
        throw new ServerTarget.RefusedException("no long holds " + json.path("retry"));
      }
      event = event.withRetry(json.path("retry").asLong());
    }
    return message.has("comment") ? event.withComment(message.path("comment").asText()) : event;
  }

  private void say(ObjectNode message) {
    synchronized (oneAtATime) {
      ear.said(message);
    }
  }

  @Override
  public String log() {
    return "";
  }

  @Override
  public boolean dismiss() {
    kill();
    return true;
  }

  @Override
  public void kill() {
    servers.values().forEach(Served::release);
    servers.clear();
  }

  private final class Reporter implements ServerTarget.Ear {
    private final String id;

    Reporter(String id) {
      this.id = id;
    }

    @Override
    public void connected(String connection, Optional<String> lastEventId) {
      ObjectNode message = Json.message("connected").put("id", id).put("connection", connection);
      lastEventId.ifPresent(value -> message.put("lastEventId", value));
      say(message);
    }

    @Override
    public void disconnected(String connection) {
      say(Json.message("disconnected").put("id", id).put("connection", connection));
    }
  }
}

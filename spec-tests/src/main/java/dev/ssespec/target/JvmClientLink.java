package dev.ssespec.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.Event;
import dev.ssespec.report.TargetInfo;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link ClientTarget} behind the same messages that an adapter's process would speak. */
public final class JvmClientLink implements Link {
  private static final System.Logger LOG = System.getLogger(JvmClientLink.class.getName());

  private final TargetInfo info;
  private final ClientTarget target;
  private final Link.Ear ear;
  private final Map<String, ClientTarget.Source> sources = new ConcurrentHashMap<>();
  private final Object oneAtATime = new Object();

  private JvmClientLink(TargetInfo info, ClientTarget target, Link.Ear ear) {
    this.info = info;
    this.target = target;
    this.ear = ear;
  }

  /** A starter of {@code target}. */
  public static Starter of(TargetInfo info, ClientTarget target) {
    return ear -> new JvmClientLink(info, target, ear);
  }

  @Override
  public void tell(ObjectNode message) {
    String id = message.path("id").asText();
    switch (message.path("op").asText()) {
      case "hello" -> say(JvmHello.answer(info, "client"));
      case "open" -> open(id, message);
      case "close" -> close(id);
      default -> say(JvmHello.unsupported(message));
    }
  }

  /** A close that comes at once waits here until there is a source to close. */
  private void open(String id, ObjectNode message) {
    try {
      synchronized (sources) {
        var reporter =
            new Reporter(id, message.path("closeOn").asText(), message.path("closeTimes").asInt(1));
        sources.put(id, target.open(options(message), reporter));
      }
    } catch (Throwable e) {
      ear.gone("open threw " + e);
    }
  }

  private void close(String id) {
    try {
      opened(id).ifPresent(ClientTarget.Source::close);
      say(Json.message("closed").put("id", id));
    } catch (Throwable e) {
      ear.gone("close threw " + e);
    }
  }

  private Optional<ClientTarget.Source> opened(String id) {
    synchronized (sources) {
      return Optional.ofNullable(sources.remove(id));
    }
  }

  private void say(ObjectNode message) {
    synchronized (oneAtATime) {
      ear.said(message);
    }
  }

  private static ClientTarget.Options options(ObjectNode message) {
    List<String> types = new ArrayList<>();
    message.path("eventTypes").forEach(type -> types.add(type.asText()));
    Map<String, String> headers = new HashMap<>();
    message
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    return new ClientTarget.Options(
        URI.create(message.path("url").asText()),
        types,
        text(message, "lastEventId"),
        headers,
        text(message, "method"),
        text(message, "body"),
        message.path("withCredentials").asBoolean(),
        number(message, "retryMs"),
        number(message, "readTimeoutMs"),
        text(message, "caFile").map(Path::of));
  }

  private static OptionalLong number(ObjectNode message, String key) {
    JsonNode value = message.path(key);
    return value.isNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
  }

  private static Optional<String> text(ObjectNode message, String key) {
    return message.has(key) ? Optional.of(message.get(key).asText()) : Optional.empty();
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
    for (String id : sources.keySet()) {
      opened(id).ifPresent(this::release);
    }
  }

  /** Nobody listens any longer: what it throws is only written down. */
  private void release(ClientTarget.Source source) {
    try {
      source.close();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.DEBUG, "A source that was left could not be closed", e);
    }
  }

  private final class Reporter implements ClientTarget.Ear {
    private final String id;
    private final String closeOn;
    private final int closeTimes;
    private boolean closed;

    Reporter(String id, String closeOn, int closeTimes) {
      this.id = id;
      this.closeOn = closeOn;
      this.closeTimes = closeTimes;
    }

    /** Closes the source from within its own handler, where that was asked for. */
    private void handled(String report) {
      if (!closeOn.equals(report) || closed) {
        return;
      }
      closed = true;
      Optional<ClientTarget.Source> source = JvmClientLink.this.opened(id);
      for (int i = 0; i < closeTimes; i++) {
        source.ifPresent(ClientTarget.Source::close);
      }
      say(Json.message("closed").put("id", id));
    }

    @Override
    public void opened() {
      say(Json.message("opened").put("id", id));
      handled("opened");
    }

    @Override
    public void event(Event event, String origin) {
      ObjectNode message = Json.message("event").put("id", id);
      message
          .putObject("event")
          .put("type", event.type())
          .put("data", event.data())
          .put("lastEventId", event.lastEventId())
          .put("origin", origin);
      say(message);
      handled("event");
    }

    @Override
    public void comment(String text) {
      say(Json.message("comment").put("id", id).put("text", text));
    }

    @Override
    public void reconnecting(String reason) {
      error("connecting", reason);
    }

    @Override
    public void failed(String reason) {
      error("closed", reason);
    }

    private void error(String state, String reason) {
      say(Json.message("error").put("id", id).put("state", state).put("message", reason));
      handled("error");
    }
  }
}

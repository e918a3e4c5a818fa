package dev.ssespec.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.Event;
import dev.ssespec.report.TargetInfo;
import java.net.URI;
import java.net.URISyntaxException;
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
  private final Map<String, Opened> sources = new ConcurrentHashMap<>();
  private final Object oneAtATime = new Object();

  /** A source, and whether its object is to be shown. */
  private record Opened(ClientTarget.Source source, boolean shows) {}

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
      Optional<URI> url = url(message.path("url").asText());
      if (url.isEmpty()) {
        refuse(id, message.path("url").asText());
        return;
      }
      boolean shows = message.path("showObject").asBoolean();
      synchronized (sources) {
        var reporter =
            new Reporter(
                id, message.path("closeOn").asText(), message.path("closeTimes").asInt(1), shows);
        var opened = new Opened(target.open(options(url.get(), message), reporter), shows);
        sources.put(id, opened);
        if (shows) {
          say(showing(Json.message("made").put("id", id), Optional.of(opened)));
        }
      }
    } catch (Throwable e) {
      ear.gone("open threw " + e);
    }
  }

  private void refuse(String id, String address) {
    target
        .refusal(address)
        .ifPresent(
            name ->
                say(
                    Json.message("failed")
                        .put("id", id)
                        .put("name", name)
                        .put("error", "not a URL: " + address)));
  }

  private static Optional<URI> url(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private void close(String id) {
    try {
      Optional<Opened> opened = opened(id);
      opened.ifPresent(one -> one.source().close());
      say(showing(Json.message("closed").put("id", id), opened));
    } catch (Throwable e) {
      ear.gone("close threw " + e);
    }
  }

  private Optional<Opened> opened(String id) {
    synchronized (sources) {
      return Optional.ofNullable(sources.remove(id));
    }
  }

  private Optional<Opened> known(String id) {
    synchronized (sources) {
      return Optional.ofNullable(sources.get(id));
    }
  }

  private static ObjectNode showing(ObjectNode message, Optional<Opened> opened) {
    opened
        .filter(Opened::shows)
        .flatMap(one -> one.source().shown())
        .ifPresent(object -> message.set("object", object.json()));
    return message;
  }

  private void say(ObjectNode message) {
    synchronized (oneAtATime) {
      ear.said(message);
    }
  }

  private static ClientTarget.Options options(URI url, ObjectNode message) {
    List<String> types = new ArrayList<>();
    message.path("eventTypes").forEach(type -> types.add(type.asText()));
    Map<String, String> headers = new HashMap<>();
    message
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    return new ClientTarget.Options(
        url,
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
      opened(id).map(Opened::source).ifPresent(this::release);
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
    private final boolean shows;
    private boolean closed;

    Reporter(String id, String closeOn, int closeTimes, boolean shows) {
      this.id = id;
      this.closeOn = closeOn;
      this.closeTimes = closeTimes;
      this.shows = shows;
    }

    /** Closes the source from within its own handler, where that was asked for. */
    private void handled(String report) {
      if (!closeOn.equals(report) || closed) {
        return;
      }
      closed = true;
      Optional<Opened> opened = JvmClientLink.this.opened(id);
      for (int i = 0; i < closeTimes; i++) {
        opened.ifPresent(one -> one.source().close());
      }
      say(showing(Json.message("closed").put("id", id), opened));
    }

    private void report(ObjectNode message) {
      say(shows ? showing(message, known(id)) : message);
    }

    @Override
    public void opened() {
      report(Json.message("opened").put("id", id));
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
      report(message);
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
      report(Json.message("error").put("id", id).put("state", state).put("message", reason));
      handled("error");
    }
  }
}

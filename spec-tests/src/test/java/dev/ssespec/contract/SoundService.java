package dev.ssespec.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.Event;
import dev.ssespec.peer.SoundClient;
import dev.ssespec.target.ClientTarget;
import dev.ssespec.target.Json;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The reference client behind a service that has everything, event types to be asked for too. */
class SoundService extends TestService {
  private final SoundClient client = new SoundClient();
  private final Map<String, Stream> streams = new ConcurrentHashMap<>();

  @Override
  List<String> capabilities() {
    return List.of(
        "bom", "comments", "event-type-listeners", "headers", "last-event-id", "post", "report");
  }

  @Override
  void begin(String path, ObjectNode options) {
    streams.put(path, new Stream(options));
  }

  @Override
  Answer command(String path, ObjectNode command) {
    Stream stream = streams.get(path);
    if (stream == null) {
      return Answer.of(404);
    }
    stream.types.add(command.path("listen").path("type").asText());
    return Answer.of(204);
  }

  @Override
  Answer delete(String path) {
    Stream stream = streams.remove(path);
    if (stream != null) {
      stream.close();
    }
    return super.delete(path);
  }

  @Override
  public void close() {
    streams.values().forEach(Stream::close);
    client.close();
    super.close();
  }

  private final class Stream implements ClientTarget.Ear {
    private final String callbackUrl;
    private final Set<String> types = ConcurrentHashMap.newKeySet();
    private final AtomicInteger counter = new AtomicInteger();
    private final ExecutorService posting = Executors.newFixedThreadPool(4);
    private final ClientTarget.Source source;

    Stream(ObjectNode options) {
      types.add("message");
      callbackUrl = options.path("callbackUrl").asText();
      Map<String, String> headers = new HashMap<>();
      options
          .path("headers")
          .properties()
          .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
      source =
          client.open(
              new ClientTarget.Options(
                  URI.create(options.path("streamUrl").asText()),
                  List.of(),
                  text(options, "lastEventId"),
                  headers,
                  text(options, "method"),
                  text(options, "body"),
                  false,
                  OptionalLong.of(options.path("initialDelayMs").asLong()),
                  OptionalLong.empty(),
                  Optional.empty()),
              this);
    }

    private static Optional<String> text(ObjectNode options, String key) {
      return options.has(key) ? Optional.of(options.get(key).asText()) : Optional.empty();
    }

    void close() {
      source.close();
      posting.shutdown();
    }

    /** Many at a time, so that posts overtake each other. */
    private void report(ObjectNode post) {
      String url = callbackUrl + "/" + counter.incrementAndGet();
      if (!posting.isShutdown()) {
        posting.execute(() -> post(url, post.toString()));
      }
    }

    @Override
    public void opened() {}

    @Override
    public void event(Event event, String origin) {
      if (types.contains(event.type())) {
        ObjectNode post = Json.object().put("kind", "event");
        post.putObject("event")
            .put("type", event.type())
            .put("data", event.data())
            .put("id", event.lastEventId());
        report(post);
      }
    }

    @Override
    public void comment(String text) {
      report(Json.object().put("kind", "comment").put("comment", text));
    }

    @Override
    public void reconnecting(String reason) {
      report(Json.object().put("kind", "error").put("error", reason));
    }

    @Override
    public void failed(String reason) {
      report(Json.object().put("kind", "error").put("comment", reason));
    }
  }
}

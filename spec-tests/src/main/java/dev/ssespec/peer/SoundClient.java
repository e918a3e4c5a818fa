package dev.ssespec.peer;

import dev.ssespec.client.EventSource;
import dev.ssespec.client.EventSourceClient;
import dev.ssespec.client.EventSourceListener;
import dev.ssespec.client.EventSourceOptions;
import dev.ssespec.client.MessageEvent;
import dev.ssespec.client.ReadyState;
import dev.ssespec.parser.Event;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.target.ClientTarget;
import dev.ssespec.target.ShownObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The reference client as a target. Safe for all threads; {@link #close()} ends its threads. */
public final class SoundClient implements ClientTarget, AutoCloseable {
  /** How it introduces itself. */
  public static final TargetInfo INFO =
      new TargetInfo(
          "ssespec reference client",
          "1",
          "Java",
          "",
          "eventsource",
          List.of(
              "opened",
              "error",
              "comments",
              "last-event-id",
              "origin",
              "reconnect",
              "retry-option",
              "initial-last-event-id",
              "headers",
              "method",
              "body",
              "close-in-handler",
              "object",
              "tls"),
          "");

  private final EventSourceClient client = EventSourceClient.start();
  private final Map<Path, EventSourceClient> trusting = new ConcurrentHashMap<>();

  @Override
  public Source open(Options options, Ear ear) {
    EventSourceOptions how = EventSourceOptions.DEFAULT;
    for (Map.Entry<String, String> header : options.headers().entrySet()) {
      how = how.withHeader(header.getKey(), header.getValue());
    }
    if (options.body().isPresent()) {
      byte[] body = options.body().get().getBytes(StandardCharsets.UTF_8);
      how = how.withBody(options.method().orElse("POST"), body);
    } else if (options.method().isPresent()) {
      how = how.withMethod(options.method().get());
    }
    if (options.lastEventId().isPresent()) {
      how = how.withLastEventId(options.lastEventId().get());
    }
    if (options.retryMillis().isPresent()) {
      how = how.withReconnectionTime(Duration.ofMillis(options.retryMillis().getAsLong()));
    }
    EventSource source = clientFor(options).open(options.url(), how, new Reporter(ear));
    return new Opened(source);
  }

  /** What a client trusts belongs to it: each certificate has a client of its own. */
  private EventSourceClient clientFor(Options options) {
    return options
        .caFile()
        .map(file -> trusting.computeIfAbsent(file, SoundClient::start))
        .orElse(client);
  }

  private static EventSourceClient start(Path caFile) {
    try {
      return EventSourceClient.start(PlainTrust.of(caFile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    trusting.values().forEach(EventSourceClient::close);
  }

  /** The reference client has no handlers to assign, and fires no events of a document's kind. */
  private record Opened(EventSource source) implements Source {
    @Override
    public void close() {
      source.close();
    }

    @Override
    public Optional<ShownObject> shown() {
      int connecting = ReadyState.CONNECTING.number();
      int open = ReadyState.OPEN.number();
      int closed = ReadyState.CLOSED.number();
      return Optional.of(
          new ShownObject(
              source.readyState().number(),
              source.url(),
              List.of(connecting, open, closed, connecting, open, closed),
              Optional.empty()));
    }
  }

  private record Reporter(Ear ear) implements EventSourceListener {
    @Override
    public void open() {
      ear.opened();
    }

    @Override
    public void message(MessageEvent event) {
      ear.event(new Event(event.type(), event.data(), event.lastEventId()), event.origin());
    }

    @Override
    public void comment(String text) {
      ear.comment(text);
    }

    @Override
    public void error(ReadyState state, String reason) {
      if (state == ReadyState.CLOSED) {
        ear.failed(reason);
      } else {
        ear.reconnecting(reason);
      }
    }
  }
}

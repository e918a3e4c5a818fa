package dev.ssespec.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssespec.client.WireCall;
import dev.ssespec.client.WireClient;
import dev.ssespec.client.WireReading;
import dev.ssespec.client.WireReading.Body;
import dev.ssespec.client.WireReading.Head;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.EventStreamParser;
import dev.ssespec.parser.Limits;
import dev.ssespec.parser.StreamListener;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One connection to a stream, which shows what comes, event by event. */
public final class StreamReader implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
  private final EventStreamParser parser;
  private final WireCall call;
  private volatile String lastEventId;

  private StreamReader(URI url, String lastEventId) {
    this.lastEventId = lastEventId;
    parser = new EventStreamParser(new Listener(), lastEventId, Limits.none());
    String id = lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
    call = new WireClient().start(url, get(url, id), Duration.ofSeconds(60), this::read);
  }

  /** A client that has never been here. */
  public static StreamReader open(URI url) {
    return new StreamReader(url, "");
  }

  /** A client that has been here. */
  public static StreamReader resume(URI url, String lastEventId) {
    return new StreamReader(url, lastEventId);
  }

  /** The bytes of a GET with these further header lines. */
  public static byte[] get(URI url, String lines) {
    return request("GET", url, lines, "");
  }

  /** The bytes of a request. */
  public static byte[] request(String method, URI url, String lines, String body) {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String length = body.isEmpty() ? "" : "Content-Length: " + body.getBytes(UTF_8).length + "\r\n";
    return (method
            + " "
            + url.getRawPath()
            + query
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\n"
            + lines
            + length
            + "\r\n"
            + body)
        .getBytes(UTF_8);
  }

  /** The next event. */
  public Event next() throws InterruptedException {
    Object next = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next instanceof Event event) {
      return event;
    }
    throw new AssertionError("no event but " + next);
  }

  /** The next event like this; those before it are dropped. */
  public Event next(Predicate<Event> wanted) throws InterruptedException {
    Event event = next();
    while (!wanted.test(event)) {
      event = next();
    }
    return event;
  }

  /** The next event of that type; those before it are dropped. */
  public Event next(String type) throws InterruptedException {
    return next(event -> event.type().equals(type));
  }

  /** So many events. */
  public List<Event> next(int count) throws InterruptedException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(next());
    }
    return events;
  }

  /** All events up to the end of the stream, and how it ended. */
  public List<String> untilEnd() throws InterruptedException {
    List<String> all = new ArrayList<>();
    Object next;
    do {
      next = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      all.add(next instanceof Event event ? event.data() : String.valueOf(next));
    } while (next instanceof Event);
    return all;
  }

  /** Does something that ends the stream, and gathers what comes up to the end. */
  public List<String> untilEndOf(Runnable ending) throws InterruptedException {
    ending.run();
    return untilEnd();
  }

  /** The last event ID so far, as a client has it that reads everything. */
  public String lastEventId() {
    return lastEventId;
  }

  /** Drops the connection. */
  @Override
  public void close() {
    call.cancel();
  }

  private void read(WireReading reading) {
    if (reading instanceof Body body) {
      parser.feed(body.payload(), 0, body.payload().length);
      lastEventId = parser.lastEventId();
    } else if (reading instanceof Head head && head.status() != 200) {
      seen.add("status " + head.status());
    } else if (reading.isLast()) {
      seen.add(reading.getClass().getSimpleName());
    }
  }

  private final class Listener implements StreamListener {
    @Override
    public void event(String type, String data, String id) {
      seen.add(new Event(type, data, id));
    }
  }
}

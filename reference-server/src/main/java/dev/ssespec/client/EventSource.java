package dev.ssespec.client;

import dev.ssespec.client.StreamFetch.Fetched;
import dev.ssespec.parser.EventStreamParser;
import dev.ssespec.parser.LimitExceededException;
import dev.ssespec.parser.StreamListener;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An EventSource as the standard describes it: connects, dispatches what the stream holds, and
 * connects again when it is lost.
 *
 * <ol>
 *   <li>{@link EventSourceClient#open} makes it {@link ReadyState#CONNECTING}.
 *   <li>A response with status 200 and type {@code text/event-stream} is announced: {@link
 *       ReadyState#OPEN}. Any other response fails the connection for good.
 *   <li>When the stream ends, in order or not, and when no response comes, the connection is
 *       reestablished: {@link ReadyState#CONNECTING} again, and after the reconnection time a new
 *       request, with the last event ID.
 *   <li>{@link #close}, or a failure for good, make it {@link ReadyState#CLOSED}.
 * </ol>
 *
 * <p>The listener is called on one thread, which belongs to this source. The methods here are safe
 * for use by any thread, the listener's included.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">the standard</a>
 */
public final class EventSource implements AutoCloseable {
  private static final Logger LOG = System.getLogger(EventSource.class.getName());
  private static final int READ_BYTES = 16_384;

  private final EventSourceClient client;
  private final URI url;
  private final EventSourceOptions options;
  private final EventSourceListener listener;
  private final Thread thread;
  private final CompletableFuture<Void> closing = new CompletableFuture<>();

  /** Held while the listener is called, so that close() can wait for the call. */
  private final ReentrantLock calling = new ReentrantLock();

  private volatile ReadyState state = ReadyState.CONNECTING;
  private volatile @Nullable StreamFetch fetch;

  // Of the source's thread alone.
  private final Backoff backoff;
  private Hop next;
  private String lastEventId;

  EventSource(
      EventSourceClient client, URI url, EventSourceOptions options, EventSourceListener listener) {
    this.client = client;
    this.url = url;
    this.options = options;
    this.listener = listener;
    this.backoff = new Backoff(options.reconnectionTime());
    this.next = Hop.first(url);
    this.lastEventId = options.lastEventId();
    this.thread = new Thread(this::run, "ssespec-eventsource");
    thread.setDaemon(true);
  }

  /** The URL that was given. */
  public URI url() {
    return url;
  }

  /** Where the connection stands at this moment. */
  public ReadyState readyState() {
    return state;
  }

  /**
   * Closes the source: no further request is made, and once this has returned the listener is not
   * called any more. Waits for a call of the listener that is under way, unless it comes from that
   * call. May be called twice.
   */
  @Override
  public void close() {
    move(ReadyState.CLOSED);
    closing.complete(null);
    StreamFetch current = fetch;
    if (current != null) {
      current.abort();
    }
    whileNoneCalls(() -> {});
  }

  void start() {
    thread.start();
  }

  /** Waits for the end of the source's thread, unless this is it. */
  void join() {
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (state != ReadyState.CLOSED) {
        reestablish(connect());
      }
    } catch (ConnectionFailed | LimitExceededException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the source of " + url + " failed", e);
      fail(e.toString());
    } finally {
      // Also where an Error has ended the thread: nobody is to wait for a source that is dead.
      move(ReadyState.CLOSED);
      client.forget(this);
    }
  }

  /** Makes one connection, and answers how it was lost. */
  private String connect() throws ConnectionFailed {
    StreamFetch current = new StreamFetch(client.http(), options, lastEventId);
    fetch = current;
    try {
      // Closed in the meantime: then close() has not seen this fetch.
      if (state == ReadyState.CLOSED) {
        return "closed";
      }
      Fetched fetched = current.send(next);
      requireEventStream(fetched);
      next = fetched.lasting();
      announce();
      read(fetched);
      return "the stream ended";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    } finally {
      current.abort();
      current.settle();
    }
  }

  private static void requireEventStream(Fetched fetched) throws ConnectionFailed {
    if (fetched.status() != 200) {
      throw new ConnectionFailed("status " + fetched.status());
    }
    Optional<String> type = ContentType.essence(fetched.contentTypes());
    if (!type.equals(Optional.of(ContentType.EVENT_STREAM))) {
      throw new ConnectionFailed("content type " + String.join(", ", fetched.contentTypes()));
    }
  }

  private void read(Fetched fetched) throws IOException {
    Dispatcher dispatcher = new Dispatcher(Hop.origin(fetched.hop().url()));
    EventStreamParser parser = new EventStreamParser(dispatcher, lastEventId, options.limits());
    dispatcher.parser = parser;
    byte[] buffer = new byte[READ_BYTES];
    try {
      InputStream body = fetched.decoded();
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        parser.feed(buffer, 0, n);
      }
      parser.end();
    } finally {
      lastEventId = parser.lastEventId();
    }
  }

  /** The standard's "announce the connection". */
  private void announce() {
    backoff.connected();
    call(ReadyState.OPEN, EventSourceListener::open);
  }

  /** The standard's "reestablish the connection". */
  private void reestablish(String reason) {
    call(ReadyState.CONNECTING, l -> l.error(ReadyState.CONNECTING, reason));
    if (state != ReadyState.CLOSED) {
      ReconnectionDelay delay = options.delay().orElse(client::after);
      CompletableFuture<?> over = delay.after(backoff.next());
      CompletableFuture.anyOf(over, closing).join();
      over.cancel(false);
    }
  }

  /** The standard's "fail the connection". */
  private void fail(String reason) {
    whileNoneCalls(
        () -> {
          if (move(ReadyState.CLOSED)) {
            callListener(l -> l.error(ReadyState.CLOSED, reason));
          }
        });
  }

  /** Moves to the state and calls the listener, unless the source is closed. */
  private void call(ReadyState then, Consumer<EventSourceListener> action) {
    whileNoneCalls(
        () -> {
          if (move(then)) {
            callListener(action);
          }
        });
  }

  private void whileNoneCalls(Runnable action) {
    calling.lock();
    try {
      action.run();
    } finally {
      calling.unlock();
    }
  }

  /** Closed is for good: answers false, and moves nowhere. */
  private synchronized boolean move(ReadyState then) {
    if (state == ReadyState.CLOSED) {
      return false;
    }
    state = then;
    return true;
  }

  private void callListener(Consumer<EventSourceListener> action) {
    try {
      action.accept(listener);
    } catch (RuntimeException e) {
      // As in a browser: a handler that throws is reported, and the stream goes on.
      LOG.log(Level.WARNING, "a listener of " + url + " failed", e);
    }
  }

  /** What the parser finds becomes calls of the listener. */
  private final class Dispatcher implements StreamListener {
    private final String origin;
    private @Nullable EventStreamParser parser;

    Dispatcher(String origin) {
      this.origin = origin;
    }

    @Override
    public void event(String type, String data, String id) {
      dispatch(l -> l.message(new MessageEvent(type, data, id, origin)));
    }

    @Override
    public void comment(String text) {
      dispatch(l -> l.comment(text));
    }

    @Override
    public void reconnectionTime(long millis) {
      backoff.reconnectionTime(Duration.ofMillis(millis));
    }

    private void dispatch(Consumer<EventSourceListener> action) {
      call(ReadyState.OPEN, action);
      if (state == ReadyState.CLOSED && parser != null) {
        parser.stop();
      }
    }
  }
}

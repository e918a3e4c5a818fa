package dev.ssespec.channel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * One open stream: takes portions from its feed and writes them, one at a time.
 *
 * <ol>
 *   <li>{@link #open} sends the head with the first portion, or with a comment.
 *   <li>Each wake, heartbeat, and write that is done with looks for the next portion.
 *   <li>It ends behind a last portion, when the server ends it, when the client leaves, or when the
 *       client reads nothing for too long. The feed is told once, and the stream is no longer
 *       counted.
 * </ol>
 *
 * <p>Nothing here waits: a write that the socket does not take at once goes on when it can.
 */
final class OpenStream extends IteratingCallback {
  private static final Logger LOG = System.getLogger(OpenStream.class.getName());
  private static final byte[] HEARTBEAT = {':', '\n', '\n'};
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Response response;
  private final Callback completion;
  private final Feed feed;
  private final OpenStreams all;
  private final Departure departure;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Runnable wake = this::iterate;

  private volatile boolean heartbeatDue = true;
  private volatile boolean ending;

  /** Since when a write is under way, of {@link System#nanoTime}; 0 where none is. */
  private volatile long writingSince;

  private boolean lastWritten;

  OpenStream(Response response, Callback completion, Feed feed, OpenStreams all) {
    this.response = response;
    this.completion = completion;
    this.feed = feed;
    this.all = all;
    this.departure = Departure.of(response.getRequest(), this::abort);
  }

  void open() {
    all.add(this);
    feed.opened(wake);
    response.getRequest().addFailureListener(this::abort);
    iterate();
    departure.watch();
  }

  /** Sends a comment, unless there is something better to send. */
  void heartbeat() {
    heartbeatDue = true;
    iterate();
  }

  /** Ends the stream behind what is being written. */
  void end() {
    ending = true;
    iterate();
  }

  /** Cuts the stream off if what was written is not read for so long. */
  void requireReader(long now, long patienceNanos) {
    long since = writingSince;
    if (since != 0 && now - since > patienceNanos) {
      abort(new TimeoutException("the client has read nothing for too long"));
    }
  }

  @Override
  protected Action process() {
    writingSince = 0;
    if (lastWritten) {
      return Action.SUCCEEDED;
    }
    Optional<Portion> portion = portion();
    if (portion.isEmpty()) {
      return Action.IDLE;
    }
    lastWritten = portion.get().last();
    writingSince = System.nanoTime() | 1;
    response.write(lastWritten, portion.get().bytes(), this);
    return Action.SCHEDULED;
  }

  private Optional<Portion> portion() {
    if (ending) {
      return Optional.of(new Portion(NOTHING.duplicate(), true));
    }
    boolean heartbeat = heartbeatDue;
    heartbeatDue = false;
    Optional<Portion> portion = feed.next();
    return portion.isEmpty() && heartbeat ? Optional.of(Portion.of(HEARTBEAT)) : portion;
  }

  @Override
  protected void onCompleteSuccess() {
    if (leave()) {
      departure.forget();
      completion.succeeded();
      departure.closeIfRead();
    }
  }

  @Override
  protected void onAborted(Throwable cause) {
    cut(cause);
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    cut(cause);
  }

  private void cut(Throwable cause) {
    if (leave()) {
      LOG.log(Level.DEBUG, "a stream was cut", cause);
      departure.forget();
      completion.failed(cause);
      departure.close();
    }
  }

  private boolean leave() {
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    all.remove(this);
    feed.closed();
    return true;
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}

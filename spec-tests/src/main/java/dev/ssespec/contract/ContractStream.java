package dev.ssespec.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.contract.ContractWords.GarbageException;
import dev.ssespec.contract.ServiceCalls.CallException;
import dev.ssespec.target.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One source at a test service.
 *
 * <ol>
 *   <li>{@link #open} creates it, asks for the types of events that have to be asked for, and then
 *       says {@code ready}; or {@code failed} where the service does not play along.
 *   <li>What the service posts is brought into order and handed on. A missing post is given up when
 *       nothing has come for 2 s.
 *   <li>{@link #end} waits until nothing comes any more, deletes the stream, and says {@code
 *       closed}. A service may drop what its client has reported once it is told to delete, so what
 *       is still under way has to arrive before. What arrives later is not handed on: requests on
 *       several connections have no order among them, so it shows nothing.
 * </ol>
 *
 * <p>Safe for all threads; {@code open} and {@code end} block.
 */
final class ContractStream implements CallbackServer.Mailbox {
  private static final long GAP_MILLIS = 2000;

  /** No post for so long, on a service that answers at once: nothing is under way. */
  private static final long QUIET_MILLIS = 60;

  /** A source that reconnects for ever never is quiet. */
  private static final long NEVER_QUIET_MILLIS = 500;

  private final String id;
  private final ServiceCalls calls;
  private final Set<String> declared;
  private final Voice voice;
  private final ScheduledExecutorService clock;
  private final CallbackOrder order = new CallbackOrder();
  private final CompletableFuture<Optional<URI>> location = new CompletableFuture<>();
  private Optional<ScheduledFuture<?>> gapEnd = Optional.empty();
  private long lastPost = System.nanoTime();
  private boolean over;

  /** Where a stream's words go. */
  record Voice(
      Consumer<ObjectNode> says, Consumer<String> noise, Consumer<CallException> trouble) {}

  ContractStream(
      String id,
      ServiceCalls calls,
      Set<String> declared,
      Voice voice,
      ScheduledExecutorService clock) {
    this.id = id;
    this.calls = calls;
    this.declared = declared;
    this.voice = voice;
    this.clock = clock;
  }

  void open(ObjectNode open, String callbackUrl) {
    Optional<URI> created = Optional.empty();
    try {
      created = Optional.of(calls.create(ContractWords.creation(open, callbackUrl, declared)));
      if (ContractWords.listens(declared)) {
        for (ObjectNode command : ContractWords.listening(open)) {
          calls.command(created.get(), command);
        }
        voice.says.accept(Json.message("ready").put("id", id));
      }
    } catch (CallException e) {
      voice.says.accept(Json.message("failed").put("id", id).put("error", e.getMessage()));
      voice.trouble.accept(e);
    } finally {
      location.complete(created);
    }
  }

  @Override
  public synchronized void arriving() {
    lastPost = System.nanoTime();
  }

  @Override
  public synchronized void posted(int number, ObjectNode post, long bytes) {
    lastPost = System.nanoTime();
    if (over) {
      return;
    }
    int missing = order.next();
    handOn(order.take(number, post, bytes));
    if (order.next() != missing || !order.hasGap()) {
      gapEnd.ifPresent(timer -> timer.cancel(false));
      gapEnd = Optional.empty();
    }
    if (order.hasGap() && gapEnd.isEmpty()) {
      gapEnd = Optional.of(clock.schedule(this::gapIsOld, GAP_MILLIS, TimeUnit.MILLISECONDS));
    }
  }

  private synchronized void gapIsOld() {
    long silent = System.nanoTime() - lastPost;
    long left = TimeUnit.MILLISECONDS.toNanos(GAP_MILLIS) - silent;
    if (left > 0) {
      gapEnd = Optional.of(clock.schedule(this::gapIsOld, left, TimeUnit.NANOSECONDS));
    } else {
      gapEnd = Optional.empty();
      skipGap();
    }
  }

  private synchronized void skipGap() {
    if (!over && order.hasGap()) {
      voice.noise.accept("post " + order.next() + " of " + id + " never came");
      handOn(order.skipGap());
    }
  }

  private void handOn(List<ObjectNode> posts) {
    for (ObjectNode post : posts) {
      try {
        ContractWords.report(id, post).ifPresent(voice.says);
      } catch (GarbageException e) {
        voice.noise.accept(e.getMessage());
      }
    }
  }

  /** Waits for what is under way, deletes the stream, and answers {@code closed}. */
  void end() {
    Optional<URI> created = location.join();
    if (created.isPresent()) {
      awaitQuiet();
      try {
        calls.delete(created.get());
      } catch (CallException e) {
        voice.noise.accept(String.valueOf(e.getMessage()));
        voice.trouble.accept(e);
      }
    }
    synchronized (this) {
      while (order.hasGap()) {
        skipGap();
      }
      over = true;
      gapEnd.ifPresent(timer -> timer.cancel(false));
    }
    voice.says.accept(Json.message("closed").put("id", id));
  }

  /** Deletes the stream at once, if it is there; nothing is said. */
  void abandon() {
    try {
      Optional<URI> created = location.getNow(Optional.empty());
      if (created.isPresent()) {
        calls.delete(created.get());
      }
    } catch (CallException e) {
      // Whoever abandons it does not need to know.
    }
  }

  /**
   * Returns when the service has answered two requests, and nothing was posted for a while that is
   * long beside the time that those took: so a busy machine makes the wait longer.
   */
  private void awaitQuiet() {
    long begin = System.nanoTime();
    long slowest = Math.max(statusNanos(), statusNanos());
    long quiet = Math.max(TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS), 3 * slowest);
    long limit = Math.max(TimeUnit.MILLISECONDS.toNanos(NEVER_QUIET_MILLIS), 2 * quiet);
    long gap = TimeUnit.MILLISECONDS.toNanos(GAP_MILLIS);
    synchronized (this) {
      while (true) {
        long now = System.nanoTime();
        // A post that is missing is on its way until the gap is given up.
        long silent = order.hasGap() ? Long.MAX_VALUE : Math.max(lastPost, begin) + quiet - now;
        long left = Math.min(silent, begin + (order.hasGap() ? gap : limit) - now);
        if (left <= 0) {
          return;
        }
        try {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private long statusNanos() {
    long begin = System.nanoTime();
    try {
      calls.status();
    } catch (CallException e) {
      // The delete that follows tells.
    }
    return System.nanoTime() - begin;
  }
}

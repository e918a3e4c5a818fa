package dev.ssespec.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.contract.ServiceCalls.CallException;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A client behind LaunchDarkly's contract-test service protocol.
 *
 * <ol>
 *   <li>The service is started where there is a command for it, and asked for its status until it
 *       answers, for 10 s at most.
 *   <li>{@code hello} is answered from the status: what the service declares, in the adapter
 *       protocol's words.
 *   <li>{@code open} creates a stream at the service, {@code close} deletes it; see {@link
 *       ContractStream}. What the service posts comes back as messages.
 *   <li>At the end the open streams are deleted, and a service that the kit has started is told to
 *       leave, or ended.
 * </ol>
 *
 * <p>The link {@code hides} what {@code close} does: posts and the answer to a deletion come on
 * different connections, of which neither is the first, and the protocol only says that a deleted
 * stream is one that the kit is done with. So {@code closed} means that the service has answered
 * the deletion, and that nothing posted later is handed on; it does not mean that the client has
 * reported nothing since.
 *
 * <p>Safe for all threads.
 */
public final class ContractLink implements Link {
  /** Beyond that, garbage is counted no more: a flood of it must not fill the report. */
  private static final int MOST_NOISE = 1000;

  private static final Duration START = Duration.ofSeconds(10);

  private final ContractTarget target;
  private final Ear ear;
  private final ServiceCalls calls;
  private final CallbackServer callbacks;
  private final Optional<ServiceProcess> process;
  private final ObjectNode status;
  private final Set<String> declared;
  private final ExecutorService tasks = Executors.newCachedThreadPool(daemons("task"));
  private final ExecutorService endings = Executors.newSingleThreadExecutor(daemons("endings"));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(daemons("clock"));
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final Deque<Open> inOrder = new ArrayDeque<>();
  private final Object oneAtATime = new Object();
  private final AtomicInteger noises = new AtomicInteger();
  private final AtomicBoolean gone = new AtomicBoolean();

  /** A stream and where it is posted to. */
  private static final class Open {
    private final ContractStream stream;
    private final String callbackUrl;
    private boolean closing;

    Open(ContractStream stream, String callbackUrl) {
      this.stream = stream;
      this.callbackUrl = callbackUrl;
    }
  }

  private ContractLink(ContractTarget target, Duration patience, Ear ear) {
    this.target = target;
    this.ear = ear;
    calls = new ServiceCalls(target.url());
    CallbackServer listening = null;
    try {
      listening = new CallbackServer(this::noise);
      callbacks = listening;
      var awaited = ServiceStart.of(target, patience, calls);
      process = awaited.process();
      status = awaited.status();
    } catch (StartException e) {
      calls.close();
      if (listening != null) {
        listening.close();
      }
      throw e;
    }
    declared = ContractWords.declared(status);
    process.ifPresent(one -> one.whenOver(this::gone));
  }

  /**
   * A starter of {@code target}. A service that was there before, and that the kit does not start,
   * is not waited for again.
   */
  public static Starter of(ContractTarget target) {
    var met = new AtomicBoolean();
    return ear -> {
      boolean again = met.get() && target.command().isEmpty();
      var link = new ContractLink(target, again ? Duration.ZERO : START, ear);
      met.set(true);
      return link;
    };
  }

  private static ThreadFactory daemons(String what) {
    return task -> {
      var thread = new Thread(task, "ssespec-contract-" + what);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void tell(ObjectNode message) {
    if (gone.get()) {
      return;
    }
    switch (message.path("op").asText()) {
      case "hello" -> say(ServiceHello.of(target, status));
      case "open" -> open(message);
      case "close" -> close(message.path("id").asText());
      default -> {
        ObjectNode answer = Json.message("unsupported").put("of", message.path("op").asText());
        if (message.has("id")) {
          answer.set("id", message.get("id"));
        }
        say(answer);
      }
    }
  }

  private void open(ObjectNode message) {
    String id = message.path("id").asText();
    var voice = new ContractStream.Voice(this::say, this::noise, this::doubt);
    var stream = new ContractStream(id, calls, declared, voice, clock);
    var opened = new Open(stream, callbacks.open(stream));
    synchronized (inOrder) {
      open.put(id, opened);
      inOrder.add(opened);
    }
    perform(tasks, () -> stream.open(message, opened.callbackUrl));
  }

  private void close(String id) {
    Open closed = open.remove(id);
    if (closed == null) {
      say(Json.message("closed").put("id", id));
      return;
    }
    synchronized (inOrder) {
      closed.closing = true;
      if (!target.oneAtATime()) {
        inOrder.remove(closed);
        perform(tasks, () -> end(closed));
        return;
      }
      for (Open first = inOrder.peek(); first != null && first.closing; first = inOrder.peek()) {
        Open oldest = inOrder.remove();
        perform(endings, () -> end(oldest));
      }
    }
  }

  private void end(Open one) {
    one.stream.end();
    callbacks.forget(one.callbackUrl);
  }

  /** What comes after the end is not done any more. */
  private void perform(ExecutorService where, Runnable task) {
    if (!gone.get()) {
      try {
        where.execute(task);
      } catch (java.util.concurrent.RejectedExecutionException e) {
        // The link was ended meanwhile, and has said so.
      }
    }
  }

  private void say(ObjectNode message) {
    synchronized (oneAtATime) {
      ear.said(message);
    }
  }

  private void noise(String what) {
    if (noises.incrementAndGet() <= MOST_NOISE) {
      synchronized (oneAtATime) {
        ear.noise(what);
      }
    }
  }

  /** A request went wrong: where nobody listens any more, the service is gone. */
  private void doubt(CallException trouble) {
    if (trouble.refused()) {
      try {
        calls.status();
      } catch (CallException e) {
        if (e.refused()) {
          gone("nothing listens at " + target.url() + " any more");
        }
      }
    }
  }

  private void gone(String how) {
    if (gone.compareAndSet(false, true)) {
      ear.gone(how);
      // On a thread of its own: it may be a task of this link that found out.
      Thread cleaner = daemons("cleaner").newThread(this::release);
      cleaner.start();
    }
  }

  private void release() {
    tasks.shutdownNow();
    endings.shutdownNow();
    clock.shutdownNow();
    callbacks.close();
    calls.close();
  }

  @Override
  public String log() {
    return process.map(ServiceProcess::log).orElse("");
  }

  @Override
  public boolean dismiss() {
    if (!gone.compareAndSet(false, true)) {
      process.ifPresent(ServiceProcess::kill);
      return true;
    }
    abandon();
    boolean left = process.map(this::leaves).orElse(true);
    process.ifPresent(ServiceProcess::kill);
    release();
    ear.gone("it was dismissed");
    return left;
  }

  /** A service that lives on shall not keep the streams of a run that is over. */
  private void abandon() {
    if (process.isPresent()) {
      return;
    }
    tasks.shutdown();
    endings.shutdown();
    try {
      // Streams that are being created can be deleted once they are.
      tasks.awaitTermination(2, TimeUnit.SECONDS);
      endings.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (inOrder) {
      inOrder.forEach(one -> one.stream.abandon());
      inOrder.clear();
    }
  }

  /** Whether the service leaves by itself when it is told to. */
  private boolean leaves(ServiceProcess service) {
    Supplier<Boolean> told =
        () -> {
          try {
            calls.delete(target.url());
            return true;
          } catch (CallException e) {
            // One that exits before it answers has done what it was told.
            return !service.alive() || !e.refused();
          }
        };
    return told.get() && service.left();
  }

  @Override
  public void kill() {
    if (gone.compareAndSet(false, true)) {
      abandon();
      process.ifPresent(ServiceProcess::kill);
      release();
      ear.gone("it was ended");
    }
  }
}

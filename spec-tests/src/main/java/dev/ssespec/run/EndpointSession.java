package dev.ssespec.run;

import dev.ssespec.cases.Visit;
import dev.ssespec.client.WireReading;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * All visits of one run to one endpoint.
 *
 * <ol>
 *   <li>The stream is opened, and watched from now on. Where that fails nothing else is tried.
 *   <li>Beside it, a second stream, a resumed one and a compressed one are watched, and three lanes
 *       of short visits are made one after another.
 *   <li>When the lanes are through, twenty streams are opened at a time and dropped.
 *   <li>When the time to watch is over, a stream that ended by itself before is asked for once
 *       more, and every connection is cut.
 * </ol>
 *
 * <p>Where the user has named a trigger, it is pulled while the stream is quiet.
 *
 * <p>It judges nothing. At most twelve connections are open at a time, the burst apart.
 */
final class EndpointSession {
  /** How much is read of a watched body in which no line ends. */
  private static final long PATIENCE = 32L << 20;

  private final EndpointOptions options;
  private final VisitPlan plan;
  private final Transcript transcript = new Transcript();
  private final VisitWire wire;

  EndpointSession(EndpointOptions options, VisitPlan plan) {
    this.options = options;
    this.plan = plan;
    wire = new VisitWire(options, transcript);
  }

  /** Plays everything; every connection is closed when it returns. */
  EndpointRecording play() throws InterruptedException {
    if (options.trigger().isEmpty()) {
      return visit();
    }
    try (var triggering = new Triggering(options.trigger().get(), options, wire, transcript)) {
      triggering.begin();
      return visit();
    }
  }

  private EndpointRecording visit() throws InterruptedException {
    try {
      plan.leftOut().forEach(wire::leaveOut);
      transcript.add(
          dev.ssespec.report.TranscriptEntry.Kind.NOTE,
          "watched for " + options.watch().toMillis() + " ms");
      Duration most = options.watch().plus(options.timeout());
      var arrival = wire.follow(Visit.WATCH, wire.request(), most, PATIENCE);
      VisitExchange watch = arrival.exchange();
      if (watch.unreachable().isPresent()) {
        return EndpointRecording.unreachable(transcript, watch.unreachable().get());
      }
      if (isStream(watch)) {
        visitAll(arrival.uri(), watch);
      } else {
        watch.awaitEnd(settling());
        leaveOutAll("the stream was not opened");
      }
      wire.cutAll();
      wire.awaitAll();
      return EndpointRecording.of(transcript);
    } finally {
      wire.cutAll();
    }
  }

  private static boolean isStream(VisitExchange watch) {
    return watch.head().stream()
        .filter(head -> head.status() == 200)
        .flatMap(head -> head.fields().stream())
        .filter(field -> field.isNamed("Content-Type"))
        .anyMatch(field -> field.value().toLowerCase(Locale.ROOT).startsWith("text/event-stream"));
  }

  private void leaveOutAll(String why) {
    plan.visits().stream()
        .filter(visit -> visit != Visit.WATCH)
        .forEach(visit -> wire.leaveOut(visit, why));
  }

  private void visitAll(URI uri, VisitExchange watch) throws InterruptedException {
    long until = System.nanoTime() + options.watch().toNanos();
    var lanes = new VisitLanes(options, plan, wire, uri, watch, until);
    ExecutorService workers =
        Executors.newFixedThreadPool(
            4,
            task -> {
              var thread = new Thread(task, "ssespec-visit");
              thread.setDaemon(true);
              return thread;
            });
    try {
      lanes.watched();
      var resumed = workers.submit(lanes.resumption());
      for (var done : workers.invokeAll(lanes.all())) {
        finished(done);
      }
      lanes.burst();
      finished(resumed);
    } finally {
      workers.shutdownNow();
    }
    watch.awaitEnd(Duration.ofNanos(until - System.nanoTime()));
    if (endedByItself(watch)) {
      lanes.afterEnd();
    } else if (plan.visits().contains(Visit.AFTER_END)) {
      wire.leaveOut(Visit.AFTER_END, "the stream did not end by itself");
    }
  }

  private static boolean endedByItself(VisitExchange watch) {
    WireReading end = watch.end().orElse(null);
    return end instanceof WireReading.Ended
        || end instanceof WireReading.Truncated
        || end instanceof WireReading.PeerReset;
  }

  private static void finished(java.util.concurrent.Future<Void> done) throws InterruptedException {
    try {
      done.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("A visit broke off", e.getCause());
    }
  }

  private Duration settling() {
    return shorter(Duration.ofSeconds(1), options.watch().dividedBy(5));
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

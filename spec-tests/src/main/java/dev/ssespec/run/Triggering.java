package dev.ssespec.run;

import dev.ssespec.judge.EndpointJudge;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Pulls a trigger while the watched stream is quiet: a second without an event, again and again,
 * twelve times at most. So a head that waits for an event is seen to wait, and a stream that is
 * watched for long is left alone for most of the time, so that its keep-alive shows.
 */
final class Triggering implements AutoCloseable {
  /** How often it is pulled at most. */
  static final int MOST = 12;

  private static final Duration QUIET = Duration.ofSeconds(1);

  private final EndpointTrigger trigger;
  private final EndpointOptions options;
  private final VisitWire wire;
  private final Transcript transcript;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread;

  /** Nothing is pulled yet. */
  Triggering(
      EndpointTrigger trigger, EndpointOptions options, VisitWire wire, Transcript transcript) {
    this.trigger = trigger;
    this.options = options;
    this.wire = wire;
    this.transcript = transcript;
    thread = new Thread(this::run, "ssespec-visit-trigger");
    thread.setDaemon(true);
  }

  /** Begins to look whether the stream is quiet. */
  void begin() {
    thread.start();
  }

  private void run() {
    Duration quiet = EndpointSession.shorter(QUIET, options.watch().dividedBy(4));
    try {
      for (int pulls = 0; pulls < MOST && !over.await(0, TimeUnit.MILLISECONDS); ) {
        VisitExchange watched = wire.watched();
        if (watched == null || watched.end().isPresent()) {
          over.await(quiet.toMillis(), TimeUnit.MILLISECONDS);
        } else if (isQuiet(watched, quiet)) {
          pull();
          pulls++;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isQuiet(VisitExchange watched, Duration quiet) throws InterruptedException {
    int before = watched.events().size();
    watched.await(e -> over.getCount() == 0 || e.events().size() > before, quiet);
    return over.getCount() > 0 && watched.end().isEmpty() && watched.events().size() == before;
  }

  private void pull() throws InterruptedException {
    String problem = TriggerPull.pull(trigger, options.timeout());
    transcript.add(
        Kind.NOTE,
        problem.isEmpty() ? EndpointJudge.PULLED : EndpointJudge.TRIGGER_FAILED + problem);
  }

  @Override
  public void close() {
    over.countDown();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

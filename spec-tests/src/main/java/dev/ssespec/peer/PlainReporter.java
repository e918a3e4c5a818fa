package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import dev.ssespec.parser.Event;
import dev.ssespec.target.ClientTarget;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What the application hears, one thing at a time, and nothing once it is muted. */
final class PlainReporter {
  private static final long LATE_MILLIS = 400;
  private static final int PATIENT = 300;
  private static final ScheduledExecutorService LATER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "plain-client-later");
            thread.setDaemon(true);
            return thread;
          });

  private final PlainManner manner;
  private final ClientTarget.Ear ear;
  private boolean muted;
  private boolean failed;
  private boolean announced;
  private int inResponse;
  private int inPiece;

  PlainReporter(PlainManner manner, ClientTarget.Ear ear) {
    this.manner = manner;
    this.ear = ear;
  }

  private synchronized void say(Runnable message) {
    if (!muted) {
      message.run();
    }
  }

  /** From now on nothing is reported. */
  synchronized void mute() {
    muted = true;
  }

  /** The last thing to be reported: that close is a failure, where a fault says so. */
  synchronized void closing() {
    if (manner.has(REPORTS_CLOSE_AS_ERROR) && !muted && !failed) {
      ear.failed("closed");
    }
    muted = true;
  }

  void opened(boolean firstConnection) {
    inResponse = 0;
    announced = false;
    boolean silent = !firstConnection && manner.has(ANNOUNCES_FIRST_CONNECTION_ALONE);
    if (!silent && !manner.has(ANNOUNCES_AT_FIRST_BYTE)) {
      say(ear::opened);
    }
  }

  /** A new piece of the body is going to be read. */
  void piece() {
    inPiece = 0;
  }

  void comment(String text) {
    firstByte();
    say(() -> ear.comment(text));
  }

  private void firstByte() {
    if (manner.has(ANNOUNCES_AT_FIRST_BYTE) && !announced) {
      announced = true;
      say(ear::opened);
    }
  }

  void event(Event event, String origin) {
    firstByte();
    inResponse++;
    inPiece++;
    if (manner.has(DROPS_EVENTS_BEYOND_HUNDRED) && inPiece > 100) {
      return;
    }
    if (manner.has(ANNOUNCES_WITH_EACH_EVENT) && inResponse > 1) {
      say(ear::opened);
    }
    if (manner.has(TAKES_ERROR_EVENT_FOR_LOSS) && event.type().equals("error")) {
      say(() -> ear.reconnecting(event.data()));
    } else if (manner.has(REPORTS_EVENTS_LATE)) {
      var unused =
          LATER.schedule(
              () -> say(() -> ear.event(event, origin)), LATE_MILLIS, TimeUnit.MILLISECONDS);
    } else if (manner.has(DELIVERS_EVENTS_AFTER_CLOSE)) {
      deliver(event, origin);
    } else {
      say(() -> ear.event(event, origin));
    }
  }

  /** Slowly, so that close has time to come, and whether it came or not. */
  private void deliver(Event event, String origin) {
    synchronized (this) {
      ear.event(event, origin);
    }
    if (inPiece > 1 && inPiece < PATIENT) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void lost(String reason) {
    if (manner.has(REPORTS_NO_LOSS)) {
      return;
    }
    say(() -> ear.reconnecting(reason));
    if (manner.has(REPORTS_ONE_LOSS_TWICE)) {
      say(() -> ear.reconnecting(reason));
    }
  }

  void failed(String reason) {
    failed = true;
    say(() -> ear.failed(reason));
    if (manner.has(REPORTS_ONE_LOSS_TWICE)) {
      say(() -> ear.failed(reason));
    }
  }
}

package dev.ssespec.peer;

/** In which phase of its life a source is, and the waiting for the next. Safe for all threads. */
final class PlainPhases {
  /** The phases; the last is for good. */
  enum Phase {
    CONNECTING,
    OPEN,
    WAITING,
    CLOSED
  }

  private Phase phase = Phase.CONNECTING;

  synchronized boolean is(Phase one) {
    return phase == one;
  }

  synchronized Phase now() {
    return phase;
  }

  synchronized boolean over() {
    return phase == Phase.CLOSED;
  }

  /** Changes nothing once it is closed. */
  synchronized void enter(Phase next) {
    if (phase != Phase.CLOSED) {
      phase = next;
    }
  }

  /** Closed, for good; whoever waits is woken. */
  synchronized void end() {
    phase = Phase.CLOSED;
    notifyAll();
  }

  /** Waits until it is closed. */
  synchronized void awaitEnd() {
    while (phase != Phase.CLOSED) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Waits for the reconnection time, or until it is closed. */
  synchronized void pause(PlainTimer timer) {
    if (phase == Phase.CLOSED) {
      return;
    }
    phase = Phase.WAITING;
    long time = timer.next();
    long begun = System.nanoTime();
    for (long left = time; left > 0 || timer.stopped(); ) {
      try {
        wait(timer.stopped() ? 0 : left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      if (phase == Phase.CLOSED) {
        return;
      }
      // Rounded down, so that what is left never is a fraction too little.
      left = time - (System.nanoTime() - begun) / 1_000_000;
    }
  }
}

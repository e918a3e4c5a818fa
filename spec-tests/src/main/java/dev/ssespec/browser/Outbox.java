package dev.ssespec.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages to the page, numbered from 0. The page asks from a number on: what is below has arrived,
 * what follows may be sent again. Safe for all threads.
 */
final class Outbox {
  private static final int AT_A_TIME = 200;

  private final List<ObjectNode> messages = new ArrayList<>();
  private long first;
  private int asking;
  private boolean shut;

  synchronized void add(ObjectNode message) {
    messages.add(message);
    notifyAll();
  }

  /** Lets those go that wait. */
  synchronized void shut() {
    shut = true;
    notifyAll();
  }

  /**
   * The messages from {@code from} on; waits for one, for as long as no other call comes. Empty
   * where none came in time.
   */
  synchronized List<ObjectNode> from(long from, Duration wait) throws InterruptedException {
    asking++;
    notifyAll();
    int mine = asking;
    while (first < from && !messages.isEmpty()) {
      messages.remove(0);
      first++;
    }
    notifyAll();
    long deadline = System.nanoTime() + wait.toNanos();
    while (messages.isEmpty() && !shut && mine == asking) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      wait(Math.max(1, left / 1_000_000));
    }
    return List.copyOf(messages.subList(0, Math.min(AT_A_TIME, messages.size())));
  }

  /** Waits until all has arrived; returns whether it has. */
  synchronized boolean awaitDelivery(Duration wait) {
    long deadline = System.nanoTime() + wait.toNanos();
    while (!messages.isEmpty() && !shut) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      try {
        wait(Math.max(1, left / 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return messages.isEmpty();
  }
}

package dev.ssespec.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Messages of the page, numbered from 0. They may arrive in any order and more than once; each is
 * handed on once, in the order of the numbers, one at a time. Safe for all threads.
 */
final class Inbox {
  /** How far ahead of the next number one that came early may be. */
  static final int AHEAD = 10_000;

  /** How many bytes of early ones are kept. */
  static final long KEPT_BYTES = 128L << 20;

  private record Early(ObjectNode message, long bytes) {}

  private final TreeMap<Long, Early> early = new TreeMap<>();
  private final List<ObjectNode> unheard = new ArrayList<>();
  private Consumer<ObjectNode> ear = unheard::add;
  private long next;
  private long kept;

  /** Begins to hand on, with what came before. */
  synchronized void attach(Consumer<ObjectNode> newEar) {
    ear = newEar;
    unheard.forEach(newEar);
    unheard.clear();
  }

  /**
   * Takes messages that follow one another.
   *
   * @param bytes how long they were, all together
   * @return whether their numbers make sense and there was room for them
   */
  synchronized boolean take(long from, List<ObjectNode> messages, long bytes) {
    boolean ahead = from > next;
    if (from < 0 || from > next + AHEAD || (ahead && kept + bytes > KEPT_BYTES)) {
      return false;
    }
    long number = from;
    long share = messages.isEmpty() ? 0 : bytes / messages.size();
    for (ObjectNode message : messages) {
      if (number >= next && early.putIfAbsent(number, new Early(message, share)) == null) {
        kept += share;
      }
      number++;
    }
    while (!early.isEmpty() && early.firstKey() == next) {
      Early one = early.pollFirstEntry().getValue();
      kept -= one.bytes();
      next++;
      ear.accept(one.message());
    }
    return true;
  }
}

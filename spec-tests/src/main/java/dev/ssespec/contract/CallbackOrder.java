package dev.ssespec.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The posts of one stream, brought back into the order of their numbers. A service posts each
 * report on its own, so that they overtake one another; it numbers them from 1.
 *
 * <ul>
 *   <li>What is next is handed on, with all that waited for it.
 *   <li>What comes too early waits: {@value #MOST_WAITING} posts and {@value #MOST_BYTES} bytes at
 *       most; beyond that the missing post is given up.
 *   <li>A lower number than the next is handed on at once: one service numbers from 0.
 *   <li>The same post once more is dropped: HTTP clients repeat posts whose answer got lost.
 * </ul>
 *
 * <p>For use by one thread at a time.
 */
final class CallbackOrder {
  /** How many posts may wait for one that is missing. */
  static final int MOST_WAITING = 20_000;

  /** How many bytes of posts may wait for one that is missing. */
  static final long MOST_BYTES = 128L << 20;

  private static final int REMEMBERED = 20_000;

  private record Early(ObjectNode message, long bytes) {}

  private final SortedMap<Integer, Early> waiting = new TreeMap<>();
  private final Map<Integer, Integer> handedOn =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };
  private long waitingBytes;
  private int next = 1;

  /** Takes one post of that many bytes in; returns what can be handed on now, in order. */
  List<ObjectNode> take(int number, ObjectNode message, long bytes) {
    Early early = waiting.get(number);
    Integer before = handedOn.get(number);
    boolean again = before != null && before == message.hashCode();
    if (again || (early != null && early.message.equals(message))) {
      return List.of();
    }
    if (number < next || early != null) {
      handedOn.put(number, message.hashCode());
      return List.of(message);
    }
    waiting.put(number, new Early(message, bytes));
    waitingBytes += bytes;
    if (waiting.size() > MOST_WAITING || waitingBytes > MOST_BYTES) {
      next = waiting.firstKey();
    }
    return drain();
  }

  private List<ObjectNode> drain() {
    List<ObjectNode> ready = new ArrayList<>();
    for (Early early = waiting.remove(next); early != null; early = waiting.remove(next)) {
      handedOn.put(next, early.message.hashCode());
      ready.add(early.message);
      waitingBytes -= early.bytes;
      next++;
    }
    return ready;
  }

  /** Whether posts wait for one that is missing. */
  boolean hasGap() {
    return !waiting.isEmpty();
  }

  /** The number of the post that is waited for. */
  int next() {
    return next;
  }

  /** Gives the missing post up; returns what waited for it. */
  List<ObjectNode> skipGap() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    next = waiting.firstKey();
    return drain();
  }
}

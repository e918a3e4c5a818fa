package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every event with an id that a {@link ToldPeer} has sent. Safe for all threads. */
final class ToldLog {
  private final ToldTraits traits;
  private final List<String> blocks = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();

  ToldLog(ToldTraits traits) {
    this.traits = traits;
  }

  synchronized void keep(String id, String block) {
    blocks.add(block);
    positions.put(id, blocks.size());
  }

  /** Whether the client's id is one of ours. */
  synchronized boolean knows(ServerRequest request) {
    return id(request).map(positions::containsKey).orElse(false);
  }

  private Optional<String> id(ServerRequest request) {
    return traits.has(ToldFault.REPLAY_LATIN)
        ? request.lastEventId().map(id -> new String(id.getBytes(UTF_8), ISO_8859_1))
        : request.lastEventId();
  }

  /** What the client missed, in order. */
  synchronized List<String> behind(ServerRequest request) {
    Optional<Integer> at = id(request).map(positions::get);
    if (at.isEmpty()) {
      boolean everything = traits.has(ToldFault.REPLAY_TO_ALL) && request.lastEventId().isEmpty();
      return everything ? List.copyOf(blocks) : List.of();
    }
    if (traits.has(ToldFault.REPLAY_NONE)) {
      return List.of();
    }
    int from =
        traits.has(ToldFault.REPLAY_REPEATS)
            ? at.get() - 1
            : traits.has(ToldFault.REPLAY_SKIPS) ? at.get() + 1 : at.get();
    List<String> missed =
        new ArrayList<>(blocks.subList(Math.min(from, blocks.size()), blocks.size()));
    if (traits.has(ToldFault.REPLAY_REVERSED)) {
      Collections.reverse(missed);
    }
    return missed;
  }
}

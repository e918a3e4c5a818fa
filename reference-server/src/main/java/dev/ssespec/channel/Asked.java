package dev.ssespec.channel;

import java.util.Map;
import java.util.Optional;

/**
 * What a client asks for.
 *
 * @param params what stands in the query, decoded; of several values by one name the first
 * @param lastEventId the last event ID string of the client; empty where it has none
 * @param body what was sent along, decoded from UTF-8; empty where that is nothing
 */
public record Asked(Map<String, String> params, Optional<String> lastEventId, String body) {

  /** Copies the map. */
  public Asked {
    params = Map.copyOf(params);
  }

  /** A parameter of the query, if it is there and not empty. */
  public Optional<String> param(String name) {
    return Optional.ofNullable(params.get(name)).filter(value -> !value.isEmpty());
  }
}

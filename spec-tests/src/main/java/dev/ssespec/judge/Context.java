package dev.ssespec.judge;

import java.util.Set;

/**
 * What a judge has to know of a run beside the transcript; all of it stands in the run's header.
 *
 * @param seed what the random parts of payloads were drawn from
 * @param capabilities what the adapter can show or do
 * @param profile {@code eventsource} or {@code stream}
 */
public record Context(long seed, Set<String> capabilities, String profile) {
  /** Copies the set. */
  public Context {
    capabilities = Set.copyOf(capabilities);
  }

  /** Whether the adapter can show or do this. */
  public boolean shows(String capability) {
    return capabilities.contains(capability);
  }
}

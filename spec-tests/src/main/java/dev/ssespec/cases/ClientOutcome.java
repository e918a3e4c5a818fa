package dev.ssespec.cases;

import java.util.List;

/**
 * One acceptable outcome of a client case.
 *
 * @param name what a non-canonical outcome is called; {@code canonical} for the first
 * @param expectations all of which hold
 */
public record ClientOutcome(String name, List<ClientExpectation> expectations) {
  /** Copies the list. */
  public ClientOutcome {
    expectations = List.copyOf(expectations);
  }
}

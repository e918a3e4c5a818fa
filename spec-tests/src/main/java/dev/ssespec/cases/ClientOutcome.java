package dev.ssespec.cases;

import java.util.List;

/**
 * One acceptable outcome of a client case.
 *
 * @param name what a non-canonical outcome is called; {@code canonical} for the first
 * @param expectations all of which hold
 */
public record ClientOutcome(String name, List<ClientExpectation> expectations) {
  /** The name of an outcome with which there is nothing to judge: the case is skipped. */
  public static final String NOT_APPLICABLE = "not-applicable";

  /** Copies the list. */
  public ClientOutcome {
    expectations = List.copyOf(expectations);
  }
}

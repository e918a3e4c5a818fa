package dev.ssespec.cases;

import java.util.List;

/**
 * One acceptable outcome of an emission case, written by hand from the standard.
 *
 * @param name what it is called
 * @param good whether it passes; others are acceptable, but non-strict
 * @param fates what becomes of each emission, in order
 */
public record EmissionOutcome(String name, boolean good, List<Fate> fates) {
  /** Copies the list. */
  public EmissionOutcome {
    fates = List.copyOf(fates);
  }
}

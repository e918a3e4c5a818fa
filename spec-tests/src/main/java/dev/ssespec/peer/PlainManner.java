package dev.ssespec.peer;

import java.util.Set;

/**
 * How a {@link PlainClient} behaves: soundly, but for these.
 *
 * @param faults what it does wrong
 * @param oddballs what it does in its own, allowed way
 */
public record PlainManner(Set<ClientFault> faults, Set<ClientOddball> oddballs) {
  /** Copies the sets. */
  public PlainManner {
    faults = Set.copyOf(faults);
    oddballs = Set.copyOf(oddballs);
  }

  /** Nothing wrong and nothing odd. */
  public static PlainManner sound() {
    return new PlainManner(Set.of(), Set.of());
  }

  /** One thing wrong. */
  public static PlainManner with(ClientFault fault) {
    return new PlainManner(Set.of(fault), Set.of());
  }

  /** One thing odd. */
  public static PlainManner with(ClientOddball oddball) {
    return new PlainManner(Set.of(), Set.of(oddball));
  }

  boolean has(ClientFault fault) {
    return faults.contains(fault);
  }

  boolean is(ClientOddball oddball) {
    return oddballs.contains(oddball);
  }
}

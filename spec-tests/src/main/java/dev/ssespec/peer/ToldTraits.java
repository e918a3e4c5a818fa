package dev.ssespec.peer;

import java.util.Set;

/** What a {@link PlainToldServer} is like. */
public record ToldTraits(Set<ToldFault> faults, Set<ToldOddball> oddballs) {
  /** Copies the sets. */
  public ToldTraits {
    faults = Set.copyOf(faults);
    oddballs = Set.copyOf(oddballs);
  }

  /** Nothing wrong, nothing odd. */
  public static ToldTraits sound() {
    return new ToldTraits(Set.of(), Set.of());
  }

  /** One fault. */
  public static ToldTraits faulty(ToldFault fault) {
    return new ToldTraits(Set.of(fault), Set.of());
  }

  /** One oddity. */
  public static ToldTraits odd(ToldOddball oddball) {
    return new ToldTraits(Set.of(), Set.of(oddball));
  }

  boolean has(ToldFault fault) {
    return faults.contains(fault);
  }

  boolean has(ToldOddball oddball) {
    return oddballs.contains(oddball);
  }

  boolean isSound() {
    return faults.isEmpty() && oddballs.isEmpty();
  }
}

package dev.ssespec.peer;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a {@link PlainServer} is like.
 *
 * @param interval the time from one event to the next
 */
public record ServerTraits(
    Set<ServerFault> faults, Set<ServerOddball> oddballs, Duration interval) {
  /** Copies the sets. */
  public ServerTraits {
    faults = Set.copyOf(faults);
    oddballs = Set.copyOf(oddballs);
  }

  /** Nothing wrong, nothing odd. */
  public static ServerTraits sound(Duration interval) {
    return new ServerTraits(
        EnumSet.noneOf(ServerFault.class), EnumSet.noneOf(ServerOddball.class), interval);
  }

  /** One fault. */
  public static ServerTraits faulty(ServerFault fault, Duration interval) {
    return new ServerTraits(Set.of(fault), Set.of(), interval);
  }

  /** One oddity. */
  public static ServerTraits odd(ServerOddball oddball, Duration interval) {
    return new ServerTraits(Set.of(), Set.of(oddball), interval);
  }

  /** Whether HTTP/2 is spoken. */
  boolean speaksHttpTwo() {
    return has(ServerOddball.SPEAKS_HTTP_TWO)
        || faults.stream().anyMatch(fault -> fault.name().endsWith("_IN_TWO"));
  }

  boolean has(ServerFault fault) {
    return faults.contains(fault);
  }

  boolean has(ServerOddball oddball) {
    return oddballs.contains(oddball);
  }
}

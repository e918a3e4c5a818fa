package dev.ssespec.run;

import dev.ssespec.server.Origin;
import java.util.OptionalInt;

/** One origin for all cases, and one more for each that has to be alone. */
final class OpenVenue implements Venue, AutoCloseable {
  private final Origin shared = Origin.start();

  @Override
  public Origin enter(boolean alone) {
    return alone ? Origin.start() : shared;
  }

  @Override
  public void leave(Origin origin) {
    if (origin != shared) {
      origin.close();
    }
  }

  @Override
  public Origin common() {
    return shared;
  }

  @Override
  public OptionalInt room() {
    return OptionalInt.empty();
  }

  @Override
  public void close() {
    shared.close();
  }
}

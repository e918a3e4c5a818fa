package dev.ssespec.run;

import dev.ssespec.server.Origin;
import java.util.OptionalInt;

/**
 * Where client cases are played: which origin each of them gets. A browser connects six times to
 * one origin and no more, and a page may ask its own origin alone; so browsers get a venue of their
 * own. Safe for all threads.
 */
public interface Venue {
  /**
   * The origin for one case.
   *
   * @param alone whether no other case may use it meanwhile
   */
  Origin enter(boolean alone);

  /** The case is over; an origin that refused connections accepts them again, or is closed. */
  void leave(Origin origin);

  /** The origin for sources that belong to no case, such as those that measure silence. */
  Origin common();

  /** How many cases may be played at a time; empty where there is no limit. */
  OptionalInt room();
}

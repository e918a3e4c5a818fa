package dev.ssespec.server;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one path of a stage answers.
 *
 * @param scripts the n-th request to the path is answered by the n-th script
 * @param afterwards answers each request after those
 * @param preflight answers each OPTIONS, which then does not count as one of the others; without it
 *     OPTIONS is a request like any other
 */
public record Route(List<Script> scripts, Script afterwards, Optional<Script> preflight) {

  public Route {
    scripts = List.copyOf(scripts);
    Objects.requireNonNull(afterwards);
    Objects.requireNonNull(preflight);
  }

  /** OPTIONS is answered like any other request. */
  public Route(List<Script> scripts, Script afterwards) {
    this(scripts, afterwards, Optional.empty());
  }

  /** This one, with an answer to each OPTIONS. */
  public Route withPreflight(Script answer) {
    return new Route(scripts, afterwards, Optional.of(answer));
  }

  /** Those scripts in order, and 204 afterwards, which tells an EventSource to stop. */
  public static Route of(Script... scripts) {
    return new Route(List.of(scripts), Script.status(204));
  }

  /** The same script for each request. */
  public static Route always(Script script) {
    return new Route(List.of(), script);
  }

  /** The script for a request, counted from 1. */
  Script script(int visit) {
    return visit <= scripts.size() ? scripts.get(visit - 1) : afterwards;
  }
}

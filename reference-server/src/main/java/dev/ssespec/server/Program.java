package dev.ssespec.server;

import java.util.Map;

/**
 * What a stage answers: a route for each of its paths.
 *
 * @param routes by sub-path; the empty one is the stage's own path, others begin with a slash, as
 *     in {@code "/b"}. What is not named answers 404
 */
public record Program(Map<String, Route> routes) {

  /**
   * @throws IllegalArgumentException if a sub-path is neither empty nor begins with a slash
   */
  public Program {
    routes = Map.copyOf(routes);
    for (String subPath : routes.keySet()) {
      if (!subPath.isEmpty() && !subPath.startsWith("/")) {
        throw new IllegalArgumentException("sub-path \"" + subPath + "\" lacks its slash");
      }
    }
  }

  /** The stage's own path answers with those scripts in order, and with 204 afterwards. */
  public static Program of(Script... scripts) {
    return new Program(Map.of("", Route.of(scripts)));
  }
}

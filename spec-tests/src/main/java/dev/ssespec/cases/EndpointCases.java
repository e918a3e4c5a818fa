package dev.ssespec.cases;

import java.util.List;

/** The catalogue's part for one role. */
final class EndpointCases {
  private EndpointCases() {}

  static List<EndpointCase> all() {
    return List.of();
  }
}

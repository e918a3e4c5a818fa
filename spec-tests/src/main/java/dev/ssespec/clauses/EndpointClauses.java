package dev.ssespec.clauses;

import java.util.List;

/**
 * The ledger's part on what an endpoint sends, and of HTTP and good practice where they bear on it.
 */
final class EndpointClauses {
  private EndpointClauses() {}

  static List<Clause> all() {
    return List.of();
  }
}

package dev.ssespec.clauses;

import java.util.List;

/** The ledger's part on the interface, the processing model and the Last-Event-ID header. */
final class ConnectionClauses {
  private ConnectionClauses() {}

  static List<Clause> all() {
    return List.of();
  }
}

package dev.ssespec.cases;

import java.util.List;

/** The catalogue's part for one role. */
final class ClientCases {
  private ClientCases() {}

  static List<ClientCase> all() {
    return List.of();
  }
}

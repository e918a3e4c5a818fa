package dev.ssespec.cases;

import java.util.List;

/** The catalogue's part for one role. */
final class ParserCases {
  private ParserCases() {}

  static List<ParserCase> all() {
    return List.of();
  }
}

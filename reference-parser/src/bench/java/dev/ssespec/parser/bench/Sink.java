package dev.ssespec.parser.bench;

/** Where a parser's events go. */
@FunctionalInterface
interface Sink {
  void event(String type, String data, String id);
}

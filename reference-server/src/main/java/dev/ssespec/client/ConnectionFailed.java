package dev.ssespec.client;

/** The connection is to be failed for good: to try again would be of no use. */
final class ConnectionFailed extends Exception {
  private static final long serialVersionUID = 1L;

  ConnectionFailed(String message) {
    super(message);
  }
}

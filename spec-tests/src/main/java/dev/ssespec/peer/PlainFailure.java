package dev.ssespec.peer;

/** The connection failed for good; an {@link java.io.IOException} is a loss that can be mended. */
final class PlainFailure extends Exception {
  private static final long serialVersionUID = 1;

  PlainFailure(String reason) {
    super(reason);
  }
}

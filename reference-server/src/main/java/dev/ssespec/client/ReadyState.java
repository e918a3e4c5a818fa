package dev.ssespec.client;

/** The states of an {@link EventSource}. */
public enum ReadyState {
  /** There is no connection; one is being made, or will be. */
  CONNECTING(0),
  /** The connection is announced, and events are dispatched as they come. */
  OPEN(1),
  /** There is no connection and there will be none: closed, or failed for good. */
  CLOSED(2);

  private final int number;

  ReadyState(int number) {
    this.number = number;
  }

  /** The standard's number for it. */
  public int number() {
    return number;
  }
}

package dev.ssespec.client;

/** The states of an {@link EventSource}, in the order of the standard's numbers 0, 1 and 2. */
public enum ReadyState {
  /** There is no connection; one is being made, or will be. */
  CONNECTING,
  /** The connection is announced, and events are dispatched as they come. */
  OPEN,
  /** There is no connection and there will be none: closed, or failed for good. */
  CLOSED
}

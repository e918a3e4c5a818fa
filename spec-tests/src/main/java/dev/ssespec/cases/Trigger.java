package dev.ssespec.cases;

/** Something that happens in the course of a client case. */
public sealed interface Trigger {
  /** Before the source is opened. */
  record BeforeOpen() implements Trigger {}

  /** The source is being opened: right behind the {@code open} message. */
  record Begun() implements Trigger {}

  /** The target reported an event whose data is {@code data}. */
  record EventSeen(String data) implements Trigger {}

  /** The target reported its {@code count}-th event. */
  record EventsSeen(int count) implements Trigger {}

  /** The target announced its {@code count}-th connection. */
  record OpenSeen(int count) implements Trigger {}

  /** The target reported its {@code count}-th error. */
  record ErrorSeen(int count) implements Trigger {}

  /** The {@code count}-th request arrived. */
  record RequestSeen(int count) implements Trigger {}

  /** The response to the {@code count}-th request was ended by the kit, in whichever way. */
  record ResponseOver(int count) implements Trigger {}

  /**
   * {@code after} has happened, and since then a second source of the same target, treated well,
   * has reconnected twice: time enough for what leaves no trace at the origin.
   */
  record Lull(Trigger after) implements Trigger {}
}

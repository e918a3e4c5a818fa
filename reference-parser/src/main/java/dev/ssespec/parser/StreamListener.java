package dev.ssespec.parser;

/**
 * Receives what an {@link EventStreamParser} reads, in stream order, on the thread that feeds it.
 *
 * <p>A listener may call {@link EventStreamParser#stop()} from any method and then hears nothing
 * more; it must not feed the parser. An exception that it throws leaves {@code feed} and ends the
 * reading.
 *
 * <pre>{@code
 * StreamListener print = (type, data, lastEventId) -> System.out.println(type + ": " + data);
 * }</pre>
 */
@FunctionalInterface
public interface StreamListener {

  /**
   * An event is dispatched: a blank line has ended a block that holds data.
   *
   * @param type the event type buffer, or {@code message} where that is empty
   * @param data the data buffer without its last line feed; may be empty
   * @param lastEventId the last event ID string as this event commits it; empty where there is none
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">dispatch</a>
   */
  void event(String type, String data, String lastEventId);

  /**
   * A comment line has ended.
   *
   * @param text everything after the colon, as is: a space there is part of it
   */
  default void comment(String text) {}

  /**
   * A {@code retry} field has set the reconnection time. It counts from its own line on, whether or
   * not its block is ever dispatched.
   *
   * @param millis milliseconds, zero or more; {@link Long#MAX_VALUE} stands for anything beyond it
   */
  default void reconnectionTime(long millis) {}
}

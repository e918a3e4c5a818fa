package dev.ssespec.client;

/**
 * Hears what an {@link EventSource} has to say.
 *
 * <p>All methods are called on the one thread of the source, in order, one at a time. A call that
 * takes long holds the stream back; one that throws is logged, and the stream goes on. Each may
 * close the source: then nothing more is called.
 */
@FunctionalInterface
public interface EventSourceListener {

  /** An event was dispatched. */
  void message(MessageEvent event);

  /** The connection was announced: {@link ReadyState#OPEN}. */
  default void open() {}

  /**
   * The connection was lost.
   *
   * @param state {@link ReadyState#CONNECTING} where it will be tried again, {@link
   *     ReadyState#CLOSED} where it has failed for good
   * @param reason what happened, for people
   */
  default void error(ReadyState state, String reason) {}

  /**
   * A comment was read. The standard drops them.
   *
   * @param text all that stands behind the colon
   */
  default void comment(String text) {}
}

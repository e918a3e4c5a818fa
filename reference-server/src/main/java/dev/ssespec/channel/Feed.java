package dev.ssespec.channel;

import java.util.Optional;

/**
 * What one open stream is fed with.
 *
 * <ol>
 *   <li>{@link #opened} is called once, before anything else.
 *   <li>{@link #next} is called whenever the socket has taken what came before, and after each call
 *       of {@code wake}; never by two threads at a time.
 *   <li>{@link #closed} is called once, whatever ended the stream; perhaps while {@link #next} is
 *       under way on another thread.
 * </ol>
 *
 * <p>None of them may block: they are called on threads that serve other streams as well. A feed
 * whose stream is never opened hears nothing.
 */
public interface Feed {

  /**
   * The stream is open.
   *
   * @param wake to be run, on any thread, whenever {@link #next} may have something
   */
  void opened(Runnable wake);

  /** What to send next; empty where there is nothing to send at the moment. */
  Optional<Portion> next();

  /** The stream is over. */
  void closed();
}

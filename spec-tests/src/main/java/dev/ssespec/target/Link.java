package dev.ssespec.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * One running target and the two-way street to it. Messages go out in the order of the calls; what
 * comes back is heard on a thread of the link, one message at a time. Safe for all threads.
 */
public interface Link extends AutoCloseable {
  /** Sends one message; silently without effect once the target is gone. */
  void tell(ObjectNode message);

  /** What the target wrote to its log most recently, for people; may be empty. */
  String log();

  /**
   * Ends the target by the end of its input, and by force after 2 s.
   *
   * @return whether it left by itself
   */
  boolean dismiss();

  @Override
  default void close() {
    dismiss();
  }

  /** Ends the target at once. */
  void kill();

  /**
   * How much processor time the target has used so far, with all processes that it started; to 10
   * ms or so. Empty where nobody knows.
   */
  default Optional<Duration> worked() {
    return Optional.empty();
  }

  /** Whether a target that hangs is really ended by that: a thread of this JVM is not. */
  default boolean endsForSure() {
    return true;
  }

  /** Hears what the target says. */
  interface Ear {
    /** One message. */
    void said(ObjectNode message);

    /** A line that is no message, shortened to what a person needs. */
    void noise(String line);

    /**
     * The target is gone; nothing follows. {@code how} is a clause such as "exited with code 1".
     */
    void gone(String how);
  }

  /** Starts targets of one kind; a run may need several in turn. */
  @FunctionalInterface
  interface Starter {
    /**
     * Starts one.
     *
     * @throws StartException if there is nothing to start
     */
    Link start(Ear ear);
  }

  /** The target could not be started; the message says why and what to do. */
  final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence for the user. */
    public StartException(String message) {
      super(message);
    }
  }
}

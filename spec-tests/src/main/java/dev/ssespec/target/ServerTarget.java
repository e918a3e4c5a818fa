package dev.ssespec.target;

import dev.ssespec.parser.OutgoingEvent;
import java.net.URI;
import java.util.Optional;

/**
 * A server under test in this JVM. Several may be started at a time; calls may come from several
 * threads at a time. What a call throws, an {@link Error} too, counts as a crash of the server, but
 * for {@link RefusedException}.
 *
 * <pre>{@code
 * ServerTarget target = ear -> new MyServer(ear);
 * Link.Starter starter = JvmServerLink.of(TargetInfo.named("mine"), target);
 * }</pre>
 */
@FunctionalInterface
public interface ServerTarget {
  /** Starts a server on a loopback address; it listens when this returns. */
  Running start(Ear ear);

  /** A server that listens. */
  interface Running {
    /** Where its stream is. */
    URI uri();

    /**
     * Sends a block to every response that is open, in the order of the calls. A comment comes in
     * an event that has nothing else. Returns once the library has taken it.
     *
     * @throws RefusedException if the library rejects such a value
     */
    void send(OutgoingEvent event);

    /** Ends every open response in the orderly way. */
    void end();

    /** Stops listening, and closes every connection. */
    void stop();
  }

  /** Hears of connections, where the library tells; one call at a time. */
  interface Ear {
    /** A response was opened; {@code connection} is a name for it. */
    void connected(String connection, Optional<String> lastEventId);

    /** A response is over, whoever ended it. */
    void disconnected(String connection);
  }

  /** The library rejects a value; the message is its own. */
  final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the library's words. */
    public RefusedException(String message) {
      super(message);
    }
  }
}

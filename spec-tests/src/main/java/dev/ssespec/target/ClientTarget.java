package dev.ssespec.target;

import dev.ssespec.parser.Event;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A client under test in this JVM. Calls may come from several threads at a time. What a call
 * throws, an {@link Error} too, counts as a crash of the client; an address that it cannot open is
 * {@link Ear#failed}.
 */
@FunctionalInterface
public interface ClientTarget {
  /** Opens a source; what happens to it is reported until it is closed. Does not block. */
  Source open(Options options, Ear ear);

  /**
   * The name of the error with which an address that is no URL is refused; empty where it is taken.
   * Asked of those that list {@code event-target}.
   */
  default Optional<String> refusal(String address) {
    return Optional.empty();
  }

  /** An open source. */
  @FunctionalInterface
  interface Source {
    /** Closes it; once this has returned nothing more is reported. */
    void close();

    /** What the object that stands for it is like now; empty where there is no such object. */
    default Optional<ShownObject> shown() {
      return Optional.empty();
    }
  }

  /** Hears what happens to a source, one call at a time, in order. */
  interface Ear {
    /** The connection is announced. */
    void opened();

    /** An event; {@code origin} is empty where the client has no such notion. */
    void event(Event event, String origin);

    /** A comment. */
    void comment(String text);

    /** The connection was lost and will be tried again. */
    void reconnecting(String reason);

    /** The connection failed for good. */
    void failed(String reason);
  }

  /**
   * How to open a source.
   *
   * @param eventTypes every type that will be sent
   * @param lastEventId the initial last event ID string
   * @param retryMillis the initial reconnection time
   * @param readTimeoutMillis after how long a silence the connection is lost
   * @param caFile the certificate to trust, in PEM, where the URL is an https one
   */
  record Options(
      URI url,
      List<String> eventTypes,
      Optional<String> lastEventId,
      Map<String, String> headers,
      Optional<String> method,
      Optional<String> body,
      boolean withCredentials,
      OptionalLong retryMillis,
      OptionalLong readTimeoutMillis,
      Optional<Path> caFile) {
    /** Copies the collections. */
    public Options {
      eventTypes = List.copyOf(eventTypes);
      headers = Map.copyOf(headers);
    }
  }
}

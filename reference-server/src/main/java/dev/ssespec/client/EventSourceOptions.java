package dev.ssespec.client;

import dev.ssespec.http.HeaderField;
import dev.ssespec.parser.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an {@link EventSource} is to do otherwise than by default. Immutable.
 *
 * <pre>{@code
 * EventSourceOptions.DEFAULT.withHeader("Authorization", "Bearer abc").withLastEventId("42")
 * }</pre>
 *
 * @param headers further request headers; they replace what the source would send by that name, but
 *     for Last-Event-ID. Characters up to U+00FF, each a byte
 * @param method the request method
 * @param body the request body; none by default
 * @param lastEventId the last event ID string to begin with; empty means none
 * @param reconnectionTime the reconnection time until the stream sets one
 * @param limits how large lines, events and ids may be; a stream beyond them fails for good
 * @param delay how to wait for the reconnection time; by the clock by default
 */
// An array, because a body is bytes. Compared by identity.
@SuppressWarnings("ArrayRecordComponent")
public record EventSourceOptions(
    List<HeaderField> headers,
    String method,
    Optional<byte[]> body,
    String lastEventId,
    Duration reconnectionTime,
    Limits limits,
    Optional<ReconnectionDelay> delay) {

  /** GET without further headers, no id, 3 s, no limits. */
  public static final EventSourceOptions DEFAULT =
      new EventSourceOptions(
          List.of(),
          "GET",
          Optional.empty(),
          "",
          Duration.ofSeconds(3),
          Limits.none(),
          Optional.empty());

  public EventSourceOptions {
    headers = List.copyOf(headers);
    if (reconnectionTime.isNegative()) {
      throw new IllegalArgumentException("reconnection time " + reconnectionTime + " is negative");
    }
  }

  /** These options with one header more. */
  public EventSourceOptions withHeader(String name, String value) {
    List<HeaderField> more = new ArrayList<>(headers);
    more.add(new HeaderField(name, value));
    return new EventSourceOptions(more, method, body, lastEventId, reconnectionTime, limits, delay);
  }

  /** These options with another method, and a body. */
  public EventSourceOptions withBody(String newMethod, byte[] newBody) {
    return new EventSourceOptions(
        headers,
        newMethod,
        Optional.of(newBody.clone()),
        lastEventId,
        reconnectionTime,
        limits,
        delay);
  }

  /** These options with another method. */
  public EventSourceOptions withMethod(String newMethod) {
    return new EventSourceOptions(
        headers, newMethod, body, lastEventId, reconnectionTime, limits, delay);
  }

  /** These options with another last event ID string to begin with. */
  public EventSourceOptions withLastEventId(String id) {
    return new EventSourceOptions(headers, method, body, id, reconnectionTime, limits, delay);
  }

  /** These options with another initial reconnection time. */
  public EventSourceOptions withReconnectionTime(Duration time) {
    return new EventSourceOptions(headers, method, body, lastEventId, time, limits, delay);
  }

  /** These options with other limits. */
  public EventSourceOptions withLimits(Limits newLimits) {
    return new EventSourceOptions(
        headers, method, body, lastEventId, reconnectionTime, newLimits, delay);
  }

  /** These options with another way to wait. */
  public EventSourceOptions withDelay(ReconnectionDelay newDelay) {
    return new EventSourceOptions(
        headers, method, body, lastEventId, reconnectionTime, limits, Optional.of(newDelay));
  }
}

package dev.ssespec.target;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/**
 * What the object that stands for a source is like at one moment.
 *
 * @param readyState its attribute {@code readyState}
 * @param url its attribute {@code url}
 * @param withCredentials its attribute {@code withCredentials}
 * @param constants CONNECTING, OPEN and CLOSED, of the object and then of its interface
 * @param handlers how often {@code onopen}, {@code onmessage} and {@code onerror} were called
 * @param ownEvents whether the events that it fires have it as their target, and neither bubble nor
 *     can be cancelled
 */
public record ShownObject(
    int readyState,
    URI url,
    boolean withCredentials,
    List<Integer> constants,
    List<Integer> handlers,
    boolean ownEvents) {
  /** The constants as they have to be. */
  public static final List<Integer> CONSTANTS = List.of(0, 1, 2, 0, 1, 2);

  /** Copies the lists. */
  public ShownObject {
    constants = List.copyOf(constants);
    handlers = List.copyOf(handlers);
  }

  ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("readyState", readyState)
            .put("url", url.toString())
            .put("withCredentials", withCredentials)
            .put("ownEvents", ownEvents);
    put(json.putArray("constants"), constants);
    put(json.putArray("handlers"), handlers);
    return json;
  }

  private static void put(ArrayNode array, List<Integer> numbers) {
    numbers.forEach(array::add);
  }
}

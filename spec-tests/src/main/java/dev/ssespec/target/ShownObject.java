package dev.ssespec.target;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the object that stands for a source is like at one moment.
 *
 * @param readyState its attribute {@code readyState}
 * @param url its attribute {@code url}
 * @param constants CONNECTING, OPEN and CLOSED, of the object and then of its interface
 * @param web what only an object as the Web has it shows: the capability {@code event-target}
 */
public record ShownObject(int readyState, URI url, List<Integer> constants, Optional<WebPart> web) {
  /** The constants as they have to be. */
  public static final List<Integer> CONSTANTS = List.of(0, 1, 2, 0, 1, 2);

  /** Copies the list. */
  public ShownObject {
    constants = List.copyOf(constants);
  }

  /**
   * What an object as the Web has it shows beside the rest.
   *
   * @param withCredentials its attribute {@code withCredentials}
   * @param handlers how often {@code onopen}, {@code onmessage} and {@code onerror} were called
   * @param ownEvents whether the events that it fires have it as their target, and neither bubble
   *     nor can be cancelled
   */
  public record WebPart(boolean withCredentials, List<Integer> handlers, boolean ownEvents) {
    /** Copies the list. */
    public WebPart {
      handlers = List.copyOf(handlers);
    }
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("readyState", readyState).put("url", url.toString());
    put(json.putArray("constants"), constants);
    web.ifPresent(
        part -> {
          json.put("withCredentials", part.withCredentials()).put("ownEvents", part.ownEvents());
          put(json.putArray("handlers"), part.handlers());
        });
    return json;
  }

  private static void put(ArrayNode array, List<Integer> numbers) {
    numbers.forEach(array::add);
  }
}

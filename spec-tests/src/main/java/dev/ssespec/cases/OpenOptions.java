package dev.ssespec.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a source is opened; what is empty is not sent.
 *
 * @param eventTypes every type that the case sends
 * @param lastEventId the initial last event ID string
 * @param headers additional request headers
 * @param method request method
 * @param body request body
 * @param withCredentials whether cross-origin requests carry credentials
 */
public record OpenOptions(
    List<String> eventTypes,
    Optional<String> lastEventId,
    Map<String, String> headers,
    Optional<String> method,
    Optional<String> body,
    boolean withCredentials) {

  /** Copies the collections. */
  public OpenOptions {
    eventTypes = List.copyOf(eventTypes);
    headers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** No options: events of type {@code message} alone. */
  public static OpenOptions none() {
    return new OpenOptions(
        List.of("message"), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), false);
  }

  /** Events of these types are listened to. */
  public OpenOptions types(String... types) {
    return new OpenOptions(List.of(types), lastEventId, headers, method, body, withCredentials);
  }

  /** The initial last event ID string. */
  public OpenOptions id(String newLastEventId) {
    return new OpenOptions(
        eventTypes, Optional.of(newLastEventId), headers, method, body, withCredentials);
  }

  /** One more request header. */
  public OpenOptions header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new OpenOptions(eventTypes, lastEventId, more, method, body, withCredentials);
  }

  /** Method and body of the request. */
  public OpenOptions request(String newMethod, String newBody) {
    return new OpenOptions(
        eventTypes,
        lastEventId,
        headers,
        Optional.of(newMethod),
        Optional.of(newBody),
        withCredentials);
  }

  /** Cross-origin requests carry credentials. */
  public OpenOptions credentials() {
    return new OpenOptions(eventTypes, lastEventId, headers, method, body, true);
  }

  List<String> capabilities() {
    List<String> needed = new ArrayList<>();
    lastEventId.ifPresent(id -> needed.add("initial-last-event-id"));
    if (!headers.isEmpty()) {
      needed.add("headers");
    }
    method.ifPresent(m -> needed.add("method"));
    body.ifPresent(b -> needed.add("body"));
    if (withCredentials) {
      needed.add("with-credentials");
    }
    return needed;
  }
}

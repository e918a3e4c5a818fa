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
 * @param further what few cases ask for
 */
public record OpenOptions(
    List<String> eventTypes,
    Optional<String> lastEventId,
    Map<String, String> headers,
    Optional<String> method,
    Optional<String> body,
    boolean withCredentials,
    FurtherOptions further) {

  /** Copies the collections. */
  public OpenOptions {
    eventTypes = List.copyOf(eventTypes);
    headers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** No options: events of type {@code message} alone. */
  public static OpenOptions none() {
    return new OpenOptions(
        List.of("message"),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        FurtherOptions.NONE);
  }

  /** Events of these types are listened to. */
  public OpenOptions types(String... types) {
    return new OpenOptions(
        List.of(types), lastEventId, headers, method, body, withCredentials, further);
  }

  /** The initial last event ID string. */
  public OpenOptions id(String newLastEventId) {
    return new OpenOptions(
        eventTypes, Optional.of(newLastEventId), headers, method, body, withCredentials, further);
  }

  /** One more request header. */
  public OpenOptions header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new OpenOptions(eventTypes, lastEventId, more, method, body, withCredentials, further);
  }

  /** Method and body of the request. */
  public OpenOptions request(String newMethod, String newBody) {
    return new OpenOptions(
        eventTypes,
        lastEventId,
        headers,
        Optional.of(newMethod),
        Optional.of(newBody),
        withCredentials,
        further);
  }

  /** The client is to take a connection for lost after such a silence. */
  public OpenOptions readTimeout(long millis) {
    return with(further.withReadTimeout(millis));
  }

  /** The source is closed, so many times, from within its handler of the first such report. */
  public OpenOptions closeOn(String report, int times) {
    return with(further.withSelfClose(new FurtherOptions.SelfClose(report, times)));
  }

  /** The source's URL is an https one. */
  public OpenOptions tls(FurtherOptions.Tls tls) {
    return with(further.withTls(tls));
  }

  /** The source's URL has {@code name:password} before its host. */
  public OpenOptions user(String information) {
    return with(further.withUser(information));
  }

  /** The target is not told a first reconnection time. */
  public OpenOptions ownTime() {
    return with(further.withOwnTime());
  }

  /** Each report shows what the source's object is like at that moment. */
  public OpenOptions object() {
    return with(further.withObject());
  }

  /** The target is told this in place of the source's URL. */
  public OpenOptions address(String text) {
    return with(further.withAddress(text));
  }

  private OpenOptions with(FurtherOptions more) {
    return new OpenOptions(eventTypes, lastEventId, headers, method, body, withCredentials, more);
  }

  /** Says nothing of options that are not there: the catalogue's lock is made of it. */
  @Override
  public String toString() {
    return "OpenOptions[eventTypes="
        + eventTypes
        + ", lastEventId="
        + lastEventId
        + ", headers="
        + headers
        + ", method="
        + method
        + ", body="
        + body
        + ", withCredentials="
        + withCredentials
        + further.inWords()
        + "]";
  }

  /** Cross-origin requests carry credentials. */
  public OpenOptions credentials() {
    return new OpenOptions(eventTypes, lastEventId, headers, method, body, true, further);
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
    needed.addAll(further.capabilities());
    return needed;
  }
}

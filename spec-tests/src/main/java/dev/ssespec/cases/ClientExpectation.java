package dev.ssespec.cases;

import dev.ssespec.parser.Event;
import dev.ssespec.report.Bytes;
import dev.ssespec.server.Coding;
import java.util.List;

/**
 * One thing that holds of a client case's transcript. Those that need a capability hold of
 * themselves where the adapter lacks it.
 */
public sealed interface ClientExpectation {
  /** Whether it is about what the connection did, and not about what the application saw. */
  default boolean ofConnection() {
    return this instanceof Requests
        || this instanceof Header
        || this instanceof NotBefore
        || this instanceof Path
        || this instanceof Method
        || this instanceof PeerLeft
        || this instanceof NoRequestAfterClose
        || this instanceof RequestsInARow
        || this instanceof LeftNotBefore
        || this instanceof InProportion
        || this instanceof Took
        || (this instanceof Of of && of.expectation().ofConnection());
  }

  /** These events, all of them, in this order; ids are compared where the adapter shows them. */
  record Events(List<Event> events) implements ClientExpectation {
    /** Copies the list. */
    public Events {
      events = List.copyOf(events);
    }
  }

  /** At least {@code atLeast} and at most {@code atMost} requests of the source arrived. */
  record Requests(int atLeast, int atMost) implements ClientExpectation {}

  /** The {@code request}-th request carries (or does not carry) a header. */
  record Header(int request, String name, HeaderRule rule) implements ClientExpectation {}

  /**
   * The {@code request}-th request came no earlier than this after the response before it ended.
   */
  record NotBefore(int request, long millis) implements ClientExpectation {}

  /** The {@code request}-th request asked for this path below the source's own. */
  record Path(int request, String subPath) implements ClientExpectation {}

  /** The {@code request}-th request had this method and body. */
  record Method(int request, String method, String body) implements ClientExpectation {}

  /** The states that the target's errors named, in order; where it reports errors. */
  record Errors(List<String> states) implements ClientExpectation {
    /** Copies the list. */
    public Errors {
      states = List.copyOf(states);
    }
  }

  /** The last error said that the connection failed for good; where the target reports errors. */
  record FailedForGood() implements ClientExpectation {}

  /** So many connections were announced; where the target announces them. */
  record Opened(int atLeast, int atMost) implements ClientExpectation {}

  /** Nothing was reported between the answer to {@code close} and the end of the session. */
  record SilentAfterClose() implements ClientExpectation {}

  /** The target itself ended the connection of the {@code request}-th request. */
  record PeerLeft(int request) implements ClientExpectation {}

  /**
   * The first event, where origins are shown, names the origin of the {@code main} or other port.
   */
  record OriginIs(boolean main) implements ClientExpectation {}

  /**
   * No request arrived after the target had answered {@code closed}; where the answer came before
   * the reconnection time, {@code millis} behind the end of the first response, was over. After
   * that a request may have been on its way.
   */
  record NoRequestAfterClose(long millis) implements ClientExpectation {}

  /** Never did more than {@code atMost} requests in a row ask for this path. */
  record RequestsInARow(String subPath, int atMost) implements ClientExpectation {}

  /**
   * The event whose data is {@code data} was reported before the {@code error}-th error; where the
   * target reports errors, and so many of them.
   */
  record EventBeforeError(String data, int error) implements ClientExpectation {}

  /** The {@code number}-th event's data is {@code start} and then so many times {@code fill}. */
  record Filled(int number, String start, char fill, int times) implements ClientExpectation {}

  /**
   * Behind the head of its first response the kit wrote {@code bytes}, and then {@code moreBytes}:
   * the first event was reported after the one write, the second after the other, and that took,
   * for each byte, no more than {@code times} as long; what takes less than a second is quick
   * enough.
   */
  record InProportion(int bytes, int moreBytes, int times) implements ClientExpectation {}

  /** From the one request to the other so many milliseconds passed, or more. */
  record Took(int from, int to, long millis) implements ClientExpectation {}

  /** No error's message holds {@code text}; where the target reports errors. */
  record NotInErrors(String text) implements ClientExpectation {}

  /**
   * Each report of this kind came at a moment when the source's object had this attribute, written
   * in JSON, and there was one: {@code made}, {@code opened}, {@code event}, {@code connecting} and
   * {@code failed} for the two states of an error, or {@code closed}.
   */
  record ObjectShows(String report, String attribute, String value) implements ClientExpectation {}

  /** With each report the object's {@code url} was the one that the target was told. */
  record ObjectKeepsUrl() implements ClientExpectation {}

  /** The target refused the address with an error of this name. */
  record Refused(String name) implements ClientExpectation {}

  /** The source was closed by its own handler, which came to its end. */
  record ClosedByHandler() implements ClientExpectation {}

  /**
   * The target did not end the connection of the {@code request}-th request earlier than this after
   * the kit's last write on it.
   */
  record LeftNotBefore(int request, long millis) implements ClientExpectation {}

  /**
   * Something holds of one of several sources: requests are counted for it alone.
   *
   * @param source its name; empty for the case's own
   */
  record Of(String source, ClientExpectation expectation) implements ClientExpectation {}

  /** What a request's header has to be. */
  sealed interface HeaderRule {
    /** The header is not there at all. */
    record Absent() implements HeaderRule {}

    /** The header is not there, or has an empty value. */
    record AbsentOrEmpty() implements HeaderRule {}

    /** The header is there once, with just these bytes. */
    record Exactly(Bytes value) implements HeaderRule {}

    /** The header is absent, or one of its media ranges admits {@code type}. */
    record AbsentOrAdmits(String type) implements HeaderRule {}

    /** The header is there. */
    record Present() implements HeaderRule {}

    /** The header is there once: the origin at which the source was opened. */
    record MainOrigin() implements HeaderRule {}

    /** No value of the header admits the content coding by name. */
    record AdmitsNot(Coding coding) implements HeaderRule {}

    /** The header is there, and one of its comma-separated members is {@code member}. */
    record Has(String member) implements HeaderRule {}
  }

  /** These events, all of them, in this order. */
  static ClientExpectation events(Event... events) {
    return new Events(List.of(events));
  }

  /** Just so many requests. */
  static ClientExpectation requests(int count) {
    return new Requests(count, count);
  }

  /** So many requests or more. */
  static ClientExpectation requestsAtLeast(int count) {
    return new Requests(count, Integer.MAX_VALUE);
  }

  /** The request has {@code Last-Event-ID} with the UTF-8 bytes of {@code id}. */
  static ClientExpectation lastEventId(int request, String id) {
    return new Header(request, "last-event-id", new HeaderRule.Exactly(Bytes.utf8(id)));
  }

  /** The request has no {@code Last-Event-ID}, not even an empty one. */
  static ClientExpectation noLastEventId(int request) {
    return new Header(request, "last-event-id", new HeaderRule.Absent());
  }

  /** The errors named these states, in order. */
  static ClientExpectation errors(String... states) {
    return new Errors(List.of(states));
  }
}

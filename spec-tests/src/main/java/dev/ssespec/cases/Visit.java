package dev.ssespec.cases;

/** One kind of exchange with an endpoint under observation. A run makes each at most once. */
public enum Visit {
  /** The request of an EventSource, watched for as long as the user allows. */
  WATCH(1, "The request that an EventSource sends, watched"),
  /** The same request once more, beside the first. */
  SECOND(1, "The same request once more, while the first is watched"),
  /** Dropped behind some events with ids, and asked again with the last of them. */
  RESUME(2, "A stream dropped behind an event with an id, then asked again with Last-Event-ID"),
  /** Last-Event-ID as no endpoint has handed it out. */
  ODD_IDS(5, "Last-Event-ID with an unknown id, 8 KB, non-ASCII characters, ../ and %00"),
  /** HEAD, on a connection that is to be closed afterwards. */
  HEAD(1, "HEAD, with Connection: close"),
  /** OPTIONS, on a connection that is to be closed afterwards. */
  OPTIONS(1, "OPTIONS, with Connection: close"),
  /** No Accept header at all. */
  NO_ACCEPT(1, "The request without Accept"),
  /** An Accept header that lists more than event streams. */
  ACCEPT_LIST(1, "The request with Accept: text/event-stream, */*;q=0.1"),
  /** An Accept header without event streams. */
  ACCEPT_OTHER(1, "The request with Accept: application/json"),
  /** A compressed stream is welcome. */
  GZIP(1, "The request with Accept-Encoding: gzip, watched"),
  /** HTTP/1.0. */
  OLD_HTTP(1, "The request in HTTP/1.0"),
  /** From a page of another origin, with credentials. */
  ORIGIN(1, "The request with an Origin that the endpoint does not know"),
  /** Many openings at the same moment. */
  BURST(20, "Twenty openings at the same moment, dropped behind the head"),
  /** Once more, after the watched stream has ended by itself. */
  AFTER_END(1, "The request once more, if the watched stream ended by itself"),
  /** HTTP/2, where it can be had. */
  HTTP_TWO(1, "The request in HTTP/2, watched, where the endpoint may speak it");

  private final int requests;
  private final String words;

  Visit(int requests, String words) {
    this.requests = requests;
    this.words = words;
  }

  /** The most requests that the visit takes, redirects apart. */
  public int requests() {
    return requests;
  }

  /** What the kit does, for people. */
  public String inWords() {
    return words;
  }
}

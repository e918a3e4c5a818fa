package dev.ssespec.cases;

/** What has to hold of an endpoint; the judge knows how to tell. */
public enum EndpointRule {
  /** Status 200 and the media type of event streams. */
  OPENS
}

package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which way a case failed. */
public enum Failure {
  /** Something came, and it was another thing than expected. */
  @JsonProperty("wrong-result")
  WRONG_RESULT("wrong-result"),
  /** Something expected never came. */
  @JsonProperty("missing")
  MISSING("missing"),
  /** Something came that must not. */
  @JsonProperty("extra")
  EXTRA("extra"),
  /** The right things came in another order. */
  @JsonProperty("order")
  ORDER("order"),
  /** Something happened before it may. */
  @JsonProperty("early")
  EARLY("early"),
  /** The target threw, or its process died. */
  @JsonProperty("crash")
  CRASH("crash"),
  /** The target never came back. */
  @JsonProperty("hang")
  HANG("hang"),
  /** HTTP, or the event stream itself, was broken on the wire. */
  @JsonProperty("protocol")
  PROTOCOL("protocol");

  private final String word;

  Failure(String word) {
    this.word = word;
  }

  /** The word for it in records and on the console. */
  public String word() {
    return word;
  }
}

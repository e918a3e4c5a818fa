package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How binding a case is. */
public enum Level {
  /** The standard demands it: a departure is a deviation. */
  @JsonProperty("must")
  MUST("must"),
  /** The standard recommends it. */
  @JsonProperty("should")
  SHOULD("should"),
  /** The standard leaves it open: what was seen is recorded, never failed. */
  @JsonProperty("observe")
  OBSERVE("observe"),
  /** Good practice beyond the standard: advice, failed with {@code --strict} alone. */
  @JsonProperty("practice")
  PRACTICE("practice");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  /** The word for it in records and on the console. */
  public String word() {
    return word;
  }
}

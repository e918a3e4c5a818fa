package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came of one case. */
public enum Verdict {
  /** The canonical outcome. */
  @JsonProperty("pass")
  PASS("pass"),
  /** Another acceptable outcome, which the record names. */
  @JsonProperty("non-strict")
  NON_STRICT("non-strict"),
  /** No acceptable outcome; the record says of which {@link Failure} kind. */
  @JsonProperty("fail")
  FAIL("fail"),
  /** A case that never fails: what was seen. */
  @JsonProperty("info")
  INFO("info"),
  /** Not run; the record says for which {@link SkipReason}. */
  @JsonProperty("skip")
  SKIP("skip"),
  /** It ran and could not be judged: the adapter, the kit or the environment failed. */
  @JsonProperty("inconclusive")
  INCONCLUSIVE("inconclusive");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The word for it in records and on the console. */
  public String word() {
    return word;
  }
}

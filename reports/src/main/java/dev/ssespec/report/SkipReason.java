package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a case was not run. */
public enum SkipReason {
  /** The adapter cannot show or do what the case needs. */
  @JsonProperty("capability")
  CAPABILITY("capability"),
  /** The case has no meaning for this target. */
  @JsonProperty("not-applicable")
  NOT_APPLICABLE("not-applicable"),
  /** The command line left it out. */
  @JsonProperty("excluded")
  EXCLUDED("excluded"),
  /** Something that the case builds on did not hold. */
  @JsonProperty("prerequisite")
  PREREQUISITE("prerequisite");

  private final String word;

  SkipReason(String word) {
    this.word = word;
  }

  /** The word for it in records and on the console. */
  public String word() {
    return word;
  }
}

package dev.ssespec.cases;

/** One exchange with an endpoint under observation. A run makes each visit at most once. */
public enum Visit {
  /** A GET as an EventSource sends it, watched for as long as the user allows. */
  WATCH("GET as an EventSource sends it, watched");

  private final String words;

  Visit(String words) {
    this.words = words;
  }

  /** What the kit does, for people. */
  public String inWords() {
    return words;
  }
}

package dev.ssespec.cases;

import java.util.List;

/** The case on the time that a long line takes. */
final class LongLineCases {
  private static final int MEBIBYTE = 1 << 20;

  private LongLineCases() {}

  static List<LongLineCase> all() {
    return List.of(eventOfManyMebibytes());
  }

  private static LongLineCase eventOfManyMebibytes() {
    CaseHeader header =
        new Header("P-241", "parse/size/event-of-many-mebibytes")
            .must("A line of many MiB in small chunks is whole, and takes time in proportion")
            .clauses("parse/no-limit")
            .why(
                "A file or an image in one event costs minutes of work, in which nothing else is"
                    + " done: whoever can send one stops the client.")
            .hint("Search only what is new; append without copying.")
            .seenIn(
                "rexxars/eventsource-parser #19, fixed in 3.0.8: time grew with the square",
                "openai/openai-node 6.49.0, parse-sse 0.1.0, fetch-event-stream 0.1.6,"
                    + " @azure/core-sse 2.3.0, LaunchDarkly python-eventsource 1.7.2: likewise",
                "denoland/deno #35881, launchdarkly/ruby-eventsource #80, btubbs/sseclient #28,"
                    + " Azure/fetch-event-source 2.0.1: likewise")
            .needs("chunks")
            .catches("line-searched-anew")
            .header();
    return new LongLineCase(header, List.of(MEBIBYTE, 4 * MEBIBYTE), 16, 1024, 3, 16 * MEBIBYTE);
  }

  private static final class Header extends CaseHeaderBuilder<Header> {
    Header(String code, String id) {
      super(code, id);
    }

    @Override
    Header self() {
      return this;
    }
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.PropertyCase.property;

import java.util.List;

/** Laws of emitting, tried on generated events. They name no fault: what they find is luck. */
final class ToldPropertyCases {
  private static final String SHRUNK =
      "The events in the reason are as few and small as the kit could make them: look which"
          + " hand-written case they belong to.";

  private ToldPropertyCases() {}

  static List<PropertyCase> all() {
    return List.of(emitted(), contained());
  }

  private static PropertyCase emitted() {
    return property("S-281", "server/told-property/read-back", Law.EMITTED)
        .must("Generated events that a stream can carry arrive as they were sent")
        .clauses("dispatch/fields", "field/data", "field/event", "field/id", "interpret/one-space")
        .why(
            "Nobody thinks of every combination. The outcomes are generated: what was sent must"
                + " come out, with the CR and CRLF of data as LF. The literal interpreter reads"
                + " the stream.")
        .hint(SHRUNK)
        .build();
  }

  private static PropertyCase contained() {
    return property("S-282", "server/told-property/contained", Law.CONTAINED)
        .must("No generated value becomes a field or an event")
        .clauses("parse/field", "parse/any-char")
        .why(
            "A filter that knows the usual line ends misses one in an unusual place. The outcomes"
                + " are generated: as many events as were sent, with their own data, and no line"
                + " beside theirs.")
        .hint(SHRUNK)
        .build();
  }
}

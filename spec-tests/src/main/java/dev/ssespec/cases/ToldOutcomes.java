package dev.ssespec.cases;

import dev.ssespec.cases.Fate.Millis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Outcomes, and advice, that many cases on told servers share. */
final class ToldOutcomes {
  static final String SPLIT =
      "Split data at CRLF, LF and CR, and nowhere else, and write each line with its own data"
          + " field.";
  static final String ONE_LINE =
      "Refuse CR and LF in a value that has one line, or take them out, before it is written.";
  static final String AS_IT_IS =
      "Write the value as it is, in UTF-8, behind one space of your own.";

  private ToldOutcomes() {}

  /** An event of the default type with this data and reconnection time. */
  static Fate withRetry(String data, Millis retry) {
    return new Fate.Arrives(
        Wording.exactly("message"), Wording.exactly(data), Wording.anything(), Optional.of(retry));
  }

  /** An event of the default type whose data is {@code unit} so many times. */
  static Fate many(String unit, int times) {
    return new Fate.Arrives(
        Wording.exactly("message"),
        new Wording.Exactly(unit, times),
        Wording.anything(),
        Optional.empty());
  }

  /** A type that no line can hold is made harmless, or not sent. */
  static List<EmissionOutcome> containedType(String data, String... parts) {
    return contained(
        type -> new Fate.Arrives(type, Wording.exactly(data), Wording.anything(), Optional.empty()),
        Wording.exactly("message"),
        parts);
  }

  /** An id that no line can hold is made harmless, or not sent. */
  static List<EmissionOutcome> containedId(String data, String... parts) {
    return contained(id -> EmissionCase.Builder.withId(data, id), Wording.exactly(""), parts);
  }

  private static List<EmissionOutcome> contained(
      Function<Wording, Fate> fate, Wording none, String... parts) {
    return List.of(
        good("refused", new Fate.Refused()),
        good("removed", fate.apply(Wording.exactly(String.join("", parts)))),
        good("left out", fate.apply(none)),
        acceptable("cut", fate.apply(Wording.exactly(parts[0]))),
        good("replaced", fate.apply(new Wording.Joined(List.of(parts)))),
        acceptable("dropped", new Fate.Dropped()),
        acceptable("stream ended", new Fate.EndsStream()));
  }

  /**
   * A comment of several lines: one line of it, or each line with its own colon. Empty lines may be
   * left out: they say nothing.
   */
  static List<EmissionOutcome> containedComment(String... parts) {
    List<Wording> lines = new ArrayList<>(Arrays.stream(parts).map(Wording::exactly).toList());
    List<Wording> filled =
        Arrays.stream(parts).filter(part -> !part.isEmpty()).map(Wording::exactly).toList();
    return List.of(
        good("refused", new Fate.Refused()),
        good("removed", comments(List.of(Wording.exactly(String.join("", parts))))),
        good("split", comments(lines)),
        good("split", comments(filled)),
        good("split", comments(lines.subList(0, lines.size() - 1))),
        acceptable("cut", comments(List.of(Wording.exactly(parts[0])))),
        good("replaced", comments(List.of(new Wording.Joined(List.of(parts))))),
        acceptable("dropped", new Fate.Dropped()),
        acceptable("stream ended", new Fate.EndsStream()));
  }

  private static Fate comments(List<Wording> lines) {
    return new Fate.Comments(lines);
  }

  private static EmissionOutcome good(String name, Fate fate) {
    return new EmissionOutcome(name, true, List.of(fate));
  }

  private static EmissionOutcome acceptable(String name, Fate fate) {
    return new EmissionOutcome(name, false, List.of(fate));
  }
}

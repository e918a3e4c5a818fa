package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.Builder.arrives;
import static dev.ssespec.cases.EmissionCase.Builder.message;
import static dev.ssespec.cases.EmissionCase.Builder.withId;
import static dev.ssespec.cases.EmissionCase.told;

import dev.ssespec.cases.Emission.OfComment;
import dev.ssespec.cases.Emission.OfEvent;
import java.util.List;
import java.util.function.Function;

/**
 * Half of a surrogate pair, which strings of UTF-16 can hold and no stream can carry: refused, or
 * replaced, as an encoder does it.
 */
final class ToldSurrogateCases {
  private static final String HINT =
      "Encode with an encoder of UTF-8 that replaces, or refuses, what is no character.";

  private ToldSurrogateCases() {}

  static List<EmissionCase> all() {
    return List.of(inData(), inType(), inId(), inComment());
  }

  private static EmissionCase inData() {
    return about("S-216", "server/told-text/half-a-pair", "data", "field/data")
        .sends(OfEvent.data("{a}\ud800{b}"))
        .anyOf(outcomes(text -> message(text), "{a}", "{b}"))
        .build();
  }

  private static EmissionCase inType() {
    return about("S-217", "server/told-type/half-a-pair", "a type", "field/event")
        .sends(OfEvent.data("{d}").type("{a}\udc00{b}"))
        .anyOf(outcomes(text -> arrives(text, "{d}"), "{a}", "{b}"))
        .or("left out", message("{d}"))
        .catches("blank-line-behind-type", "type-kept")
        .build();
  }

  private static EmissionCase inId() {
    return about("S-218", "server/told-id/half-a-pair", "an id", "field/id")
        .sends(OfEvent.data("{d}").id("{a}\ud83d{b}"))
        .anyOf(outcomes(text -> withId("{d}", Wording.exactly(text)), "{a}", "{b}"))
        .or("left out", withId("{d}", Wording.exactly("")))
        .build();
  }

  private static EmissionCase inComment() {
    // A comment that is lost cannot be told from one that was never sent: it has to come.
    return about("S-219", "server/told-comment/half-a-pair", "a comment", "parse/comment")
        .sends(new OfComment("{a}\ude00{b}"))
        .anyOf(
            outcomes(text -> new Fate.Comments(List.of(Wording.exactly(text))), "{a}", "{b}")
                .stream()
                .filter(outcome -> !outcome.name().equals("dropped"))
                .toList())
        .catches("comment-as-event", "comment-lost", "comment-unended")
        .build();
  }

  private static EmissionCase.Builder about(String code, String id, String where, String clause) {
    return told(code, id)
        .should("Half of a surrogate pair in " + where + " is refused, or replaced")
        .clauses("parse/utf-8", clause)
        .needs("surrogates")
        .why("What is no UTF-8 ends the stream in clients that are strict, and libraries throw.")
        .hint(HINT)
        .catches("halves-encoded");
  }

  private static List<EmissionOutcome> outcomes(
      Function<String, Fate> fate, String before, String behind) {
    return List.of(
        new EmissionOutcome("refused", true, List.of(new Fate.Refused())),
        new EmissionOutcome("replaced", true, List.of(fate.apply(before + "\ufffd" + behind))),
        new EmissionOutcome("question mark", false, List.of(fate.apply(before + "?" + behind))),
        new EmissionOutcome("removed", false, List.of(fate.apply(before + behind))),
        new EmissionOutcome("dropped", false, List.of(new Fate.Dropped())),
        new EmissionOutcome("stream ended", false, List.of(new Fate.EndsStream())));
  }
}

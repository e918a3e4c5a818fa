package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.Builder.arrives;
import static dev.ssespec.cases.EmissionCase.told;

import dev.ssespec.cases.Emission.OfEvent;
import java.util.List;

/** Types, plain and hostile. */
final class ToldTypeCases {
  private ToldTypeCases() {}

  static List<EmissionCase> all() {
    return List.of(
        plain(),
        withSpace(),
        beyondAscii(),
        punctuation(),
        leadingColon(),
        leadingSpace(),
        zero(),
        empty(),
        separators(),
        nul());
  }

  private static EmissionCase plain() {
    return told("S-154", "server/told-type/plain")
        .must("A type arrives")
        .clauses("field/event", "dispatch/type")
        .sends(OfEvent.data("{d}").type("{a}"))
        .expect(arrives("{a}", "{d}"))
        .why("No listener hears the event otherwise.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("blank-line-behind-type", "type-kept", "type-lost")
        .build();
  }

  private static EmissionCase withSpace() {
    return told("S-155", "server/told-type/with-space")
        .must("A type of two words arrives")
        .clauses("field/event", "dispatch/type")
        .sends(OfEvent.data("{d}").type("{a} {b}"))
        .expect(arrives("{a} {b}", "{d}"))
        .why("The format takes any text for a type.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("blank-line-behind-type", "type-kept", "type-lost", "type-words-joined")
        .build();
  }

  private static EmissionCase beyondAscii() {
    return told("S-156", "server/told-type/beyond-ascii")
        .must("A type beyond ASCII arrives")
        .clauses("field/event", "dispatch/type")
        .sends(OfEvent.data("{d}").type("{a}\u00e9\u65e5\ud83d\ude00"))
        .expect(arrives("{a}\u00e9\u65e5\ud83d\ude00", "{d}"))
        .why("The format takes any text for a type.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches(
            "ascii-alone",
            "basic-plane-alone",
            "blank-line-behind-type",
            "type-ascii-refused",
            "type-kept",
            "type-lost")
        .build();
  }

  private static EmissionCase punctuation() {
    return told("S-157", "server/told-type/punctuation")
        .must("A type with colons, slashes and points arrives")
        .clauses("field/event", "dispatch/type")
        .sends(OfEvent.data("{d}").type("{a}:{b}/c.d-e"))
        .expect(arrives("{a}:{b}/c.d-e", "{d}"))
        .why("Names with a scope look like that; only the first colon of a line counts.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("blank-line-behind-type", "type-cut-at-colon", "type-kept", "type-lost")
        .build();
  }

  private static EmissionCase leadingColon() {
    return told("S-158", "server/told-type/leading-colon")
        .should("A type that begins with a colon arrives")
        .clauses("field/event", "dispatch/type")
        .sends(OfEvent.data("{d}").type(":{a}"))
        .expect(arrives(":{a}", "{d}"))
        .or("refused", new Fate.Refused())
        .why("It is no comment there.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("blank-line-behind-type", "type-cut-at-colon", "type-kept", "type-lost")
        .build();
  }

  private static EmissionCase leadingSpace() {
    return told("S-159", "server/told-type/leading-space")
        .should("A type that begins with a space arrives")
        .clauses("field/event", "dispatch/type")
        .sends(OfEvent.data("{d}").type(" {a}"))
        .expect(arrives(" {a}", "{d}"))
        .or("refused", new Fate.Refused())
        .why("Only one space is taken away by the reader.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches(
            "blank-line-behind-type", "type-kept", "type-lost", "type-trimmed", "type-words-joined")
        .build();
  }

  private static EmissionCase zero() {
    return told("S-160", "server/told-type/zero")
        .must("The type 0 arrives")
        .clauses("field/event", "dispatch/type")
        .sends(OfEvent.data("{d}").type("0"))
        .expect(arrives("0", "{d}"))
        .why("Where 0 counts as nothing the event is of another type.")
        .hint(ToldOutcomes.AS_IT_IS)
        .seenIn("Symfony 2be5ac2: 0 counts as nothing")
        .catches("blank-line-behind-type", "type-kept", "type-lost", "zero-left-out")
        .build();
  }

  private static EmissionCase empty() {
    return told("S-161", "server/told-type/empty")
        .should("An empty type is the default type")
        .clauses("dispatch/default-type")
        .sends(OfEvent.data("{d}").type(""))
        .expect(arrives("message", "{d}"))
        .or("refused", new Fate.Refused())
        .why("A type that is empty is no type.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("type-empty-named")
        .build();
  }

  private static EmissionCase separators() {
    return told("S-162", "server/told-type/separators")
        .should("U+0085, U+2028 and vertical tab in a type stay")
        .clauses("field/event", "dispatch/type")
        .sends(OfEvent.data("{d}").type("{a}\u0085{b}\u2028{c}\u000b"))
        .expect(arrives("{a}\u0085{b}\u2028{c}\u000b", "{d}"))
        .or("refused", new Fate.Refused())
        .why("They end no line.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches(
            "ascii-alone",
            "blank-line-behind-type",
            "type-cut-at-separator",
            "type-kept",
            "type-lost")
        .build();
  }

  private static EmissionCase nul() {
    return told("S-163", "server/told-type/nul")
        .should("U+0000 in a type stays, or is refused")
        .clauses("field/event", "dispatch/type")
        .sends(OfEvent.data("{d}").type("{a}\0{b}"))
        .expect(arrives("{a}\0{b}", "{d}"))
        .or("refused", new Fate.Refused())
        .why("A type that ends there is another type.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("blank-line-behind-type", "nul-cuts", "type-kept", "type-lost")
        .build();
  }
}

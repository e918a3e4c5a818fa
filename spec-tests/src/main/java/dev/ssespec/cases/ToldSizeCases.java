package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.Builder.message;
import static dev.ssespec.cases.EmissionCase.told;
import static dev.ssespec.cases.ToldOutcomes.many;

import dev.ssespec.cases.Emission.OfEvent;
import java.util.List;

/** Much data. */
final class ToldSizeCases {
  private ToldSizeCases() {}

  static List<EmissionCase> all() {
    return List.of(thousandLines(), longLine(), sixteenMebibytes());
  }

  private static EmissionCase thousandLines() {
    return told("S-151", "server/told-size/thousand-lines")
        .must("Data of a thousand lines arrives")
        .clauses("parse/no-limit", "field/data")
        .sends(OfEvent.data("{a} {b}\n".repeat(999) + "{c}"))
        .expect(message("{a} {b}\n".repeat(999) + "{c}"))
        .why("A listing or a log of that length is usual.")
        .hint("Look for a buffer of a fixed size, and for a queue that cuts.")
        .catches("data-split-at-returns", "data-unsplit", "lines-cut")
        .build();
  }

  private static EmissionCase longLine() {
    return told("S-152", "server/told-size/long-line")
        .must("A line of 120 KB arrives")
        .clauses("parse/no-limit", "field/data")
        .sends(OfEvent.data("{a}{b}").times(20000))
        .expect(many("{a}{b}", 20000))
        .why("It is longer than any buffer that a library has by default.")
        .hint("Look for a buffer of a fixed size, and for a queue that cuts.")
        .seenIn("Quarkus #11824: 30 KB came in pieces in the wrong order")
        .catches("long-line-broken")
        .build();
  }

  private static EmissionCase sixteenMebibytes() {
    return told("S-153", "server/told-size/sixteen-mebibytes")
        .should("Data of 16 MiB on one line arrives")
        .clauses("parse/no-limit", "field/data")
        .sends(OfEvent.data("{a}{b}{c}{d}.{e}").times(1048576))
        .expect(many("{a}{b}{c}{d}.{e}", 1048576))
        .or("refused", new Fate.Refused())
        .why("The format knows no limit; a library that has one says so.")
        .hint("Look for a buffer of a fixed size, and for a queue that cuts.")
        .catches("data-cut")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.Builder.arrives;
import static dev.ssespec.cases.EmissionCase.Builder.message;
import static dev.ssespec.cases.EmissionCase.told;
import static dev.ssespec.cases.Wording.exactly;

import dev.ssespec.cases.Emission.OfEvent;
import dev.ssespec.cases.Fate.Millis;
import java.util.List;
import java.util.Optional;

/** Fields together, and without data. */
final class ToldFieldCases {
  private ToldFieldCases() {}

  static List<EmissionCase> all() {
    return List.of(idAlone(), typeAlone(), loneAll(), typeNotKept(), order());
  }

  private static EmissionCase idAlone() {
    return told("S-211", "server/told-fields/id-alone")
        .should("An id without data dispatches nothing, and counts")
        .clauses("dispatch/last-event-id", "dispatch/no-data")
        .sends(OfEvent.empty().id("{a}"))
        .expect(new Fate.Counts(exactly("{a}"), Optional.empty()))
        .or("refused", new Fate.Refused())
        .why("A position is moved without an event: where data is added a listener is called.")
        .hint("Write id, and a blank line, and nothing else.")
        .seenIn(
            "Spring Framework #32270: an event without data cannot be sent",
            "r3labs/sse 2.10.0: the connection of every client is closed")
        .catches("id-lost", "no-data-as-empty", "no-data-lost", "no-data-unended")
        .build();
  }

  private static EmissionCase typeAlone() {
    return told("S-212", "server/told-fields/type-alone")
        .should("A type without data dispatches nothing")
        .clauses("dispatch/no-data", "dispatch/clear")
        .sends(OfEvent.empty().type("{t}"), OfEvent.data("{d}"))
        .expect(new Fate.Counts(Wording.anything(), Optional.empty()), message("{d}"))
        .passes("refused", new Fate.Refused(), message("{d}"))
        .or("dropped", new Fate.Dropped(), message("{d}"))
        .why("Where the blank line is missing the type falls to the next event.")
        .hint("Write a blank line behind each block.")
        .catches("no-data-as-empty", "no-data-unended", "type-kept")
        .build();
  }

  private static EmissionCase loneAll() {
    return told("S-213", "server/told-fields/all")
        .must("Data, type, id and reconnection time make one event")
        .clauses("parse/block", "dispatch/fields", "field/retry")
        .sends(OfEvent.data("{d} {e}").type("{t}").id("{a}").retry("3100"))
        .expect(
            new Fate.Arrives(
                exactly("{t}"),
                exactly("{d} {e}"),
                exactly("{a}"),
                Optional.of(Millis.exactly("3100"))))
        .why("They belong to one event, in one block.")
        .hint("Write all fields, and then one blank line.")
        .seenIn("ASP.NET Core #64183: type and id came inside the data", "Quarkus #10673: the same")
        .catches(
            "blank-line-behind-type",
            "fields-as-data",
            "id-lost",
            "retry-in-whole-seconds",
            "retry-lost",
            "type-kept",
            "type-lost")
        .build();
  }

  private static EmissionCase typeNotKept() {
    return told("S-214", "server/told-fields/type-not-kept")
        .must("The type of one event does not stay for the next")
        .clauses("dispatch/clear", "dispatch/default-type")
        .sends(OfEvent.data("{c}").type("{t}"), OfEvent.data("{d}"))
        .expect(arrives("{t}", "{c}"), message("{d}"))
        .why("The next event reaches the wrong listener.")
        .hint("Begin each block anew; look for events that are shared and changed.")
        .catches("blank-line-behind-type", "type-kept", "type-lost")
        .build();
  }

  private static EmissionCase order() {
    return told("S-215", "server/told-fields/order")
        .must("Five events arrive once each, in their order")
        .clauses("interpret/order", "interpret/empty-line")
        .sends(
            OfEvent.data("{a} 1"),
            OfEvent.data("{b} 2"),
            OfEvent.data("3 {c}"),
            OfEvent.data("{d} 4"),
            OfEvent.data("{e} 5"))
        .expect(
            message("{a} 1"),
            message("{b} 2"),
            message("3 {c}"),
            message("{d} 4"),
            message("{e} 5"))
        .why("Blocks that run into each other lose one of two.")
        .hint("Write a blank line behind each block.")
        .seenIn(
            "ESPAsyncWebServer PR #1211: two events become one",
            "h3 #1554: events come twice, or not at all")
        .catches("pairs-swapped", "three-twice")
        .build();
  }
}

package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.Builder.message;
import static dev.ssespec.cases.EmissionCase.told;
import static dev.ssespec.cases.ToldOutcomes.withRetry;

import dev.ssespec.cases.Emission.OfEvent;
import dev.ssespec.cases.Fate.Millis;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Reconnection times. */
final class ToldRetryCases {
  private ToldRetryCases() {}

  static List<EmissionCase> all() {
    return List.of(
        plain(),
        zero(),
        beyondThirtyTwoBits(),
        beyondExactDoubles(),
        beyondSixtyFourBits(),
        negative(),
        negativeBeyondThirtyTwoBits(),
        fraction(),
        again(),
        alone());
  }

  private static EmissionCase plain() {
    return told("S-201", "server/told-retry/plain")
        .must("A reconnection time arrives in milliseconds")
        .clauses("field/retry", "field/retry-invalid")
        .sends(OfEvent.data("{d}").retry("1500"))
        .expect(withRetry("{d}", Millis.exactly("1500")))
        .why("Seconds that are taken for milliseconds bring every client back at once.")
        .hint("Write whole milliseconds, all digits.")
        .seenIn("async-sse a524e45: 1500 ms are sent as retry:1")
        .catches("retry-in-whole-seconds", "retry-lost")
        .build();
  }

  private static EmissionCase zero() {
    return told("S-202", "server/told-retry/zero")
        .should("A reconnection time of zero arrives")
        .clauses("field/retry", "field/retry-invalid")
        .sends(OfEvent.data("{d}").retry("0"))
        .expect(withRetry("{d}", Millis.exactly("0")))
        .or("refused", new Fate.Refused())
        .why("Zero is a time like others: come back at once.")
        .hint("Write whole milliseconds, all digits.")
        .seenIn(
            "gin, alexandrevicenzi/go-sse, tmaxmax/go-sse, Symfony: zero cannot be sent",
            "tmaxmax/go-sse 0.11.0: zero is left out",
            "@fastify/sse 0.6.0, fastify-sse-v2 4.2.2: the same")
        .catches("retry-lost", "retry-zero-left-out")
        .build();
  }

  private static EmissionCase beyondThirtyTwoBits() {
    return told("S-203", "server/told-retry/beyond-thirty-two-bits")
        .should("A reconnection time beyond 32 bits comes as it is, or not at all")
        .clauses("field/retry", "field/retry-invalid")
        .sends(OfEvent.data("{d}").retry("4294967297"))
        .expect(withRetry("{d}", Millis.exactly("4294967297")))
        .passes("refused", new Fate.Refused())
        .or("clamped", withRetry("{d}", Millis.atLeast("2147483647")))
        .or("left out", message("{d}"))
        .why("A number that wraps around brings every client back at once.")
        .hint("Refuse what the type cannot hold.")
        .catches("retry-in-whole-seconds", "retry-scientific", "retry-wraps")
        .build();
  }

  private static EmissionCase beyondExactDoubles() {
    return told("S-204", "server/told-retry/beyond-exact-doubles")
        .should("A reconnection time beyond 53 bits comes as it is, or not at all")
        .clauses("field/retry", "field/retry-invalid")
        .sends(OfEvent.data("{d}").retry("9007199254740993"))
        .expect(withRetry("{d}", Millis.exactly("9007199254740993")))
        .passes("refused", new Fate.Refused())
        .or("clamped", withRetry("{d}", Millis.atLeast("2147483647")))
        .or("left out", message("{d}"))
        .why("A number in scientific notation is ignored.")
        .hint("Refuse what the type cannot hold.")
        .catches("retry-scientific", "retry-wraps")
        .build();
  }

  private static EmissionCase beyondSixtyFourBits() {
    return told("S-205", "server/told-retry/beyond-sixty-four-bits")
        .should("A reconnection time beyond 64 bits comes as it is, or not at all")
        .clauses("field/retry", "field/retry-invalid")
        .sends(OfEvent.data("{d}").retry("1000000000000000000000000"))
        .expect(withRetry("{d}", Millis.exactly("1000000000000000000000000")))
        .passes("refused", new Fate.Refused())
        .or("clamped", withRetry("{d}", Millis.atLeast("2147483647")))
        .or("left out", message("{d}"))
        .why("A number that wraps around, or in scientific notation, does harm or is ignored.")
        .hint("Refuse what the type cannot hold.")
        .seenIn(
            "better-sse 0.16.1: retry:1e+24", "Hono 4.13.19, h3 2.0.8, NestJS 12.5.1: retry: 1e+24")
        .build();
  }

  private static EmissionCase negative() {
    return told("S-206", "server/told-retry/negative")
        .should("A negative reconnection time is refused, or left out")
        .clauses("field/retry", "field/retry-invalid")
        .sends(OfEvent.data("{d}").retry("-1"))
        .expect(new Fate.Refused())
        .passes("left out", message("{d}"))
        .why("Every client ignores it: the caller believes in a time that is not in force.")
        .hint("Refuse negative numbers.")
        .seenIn(
            "h3 1892ee9: retry: -1 goes out",
            "sse-starlette d45e482: the same",
            "sse-starlette 3.7.0, Spring MVC 7.0.9, better-sse 0.16.1: the same",
            "Hono 4.13.19, h3 2.0.8, NestJS 12.5.1, Litestar 2.25.0: the same",
            "Spring WebFlux 7.0.9, Armeria 1.40.0, Ktor 3.6.1: the same",
            "r3labs/sse 2.10.0: the same")
        .catches("retry-negative-sent")
        .build();
  }

  private static EmissionCase negativeBeyondThirtyTwoBits() {
    return told("S-209", "server/told-retry/negative-beyond-thirty-two-bits")
        .should("A negative reconnection time beyond 32 bits is refused, or left out")
        .clauses("field/retry", "field/retry-invalid")
        .sends(OfEvent.data("{d}").retry("-4294965796"))
        .expect(new Fate.Refused())
        .passes("left out", message("{d}"))
        .or("clamped", withRetry("{d}", Millis.exactly("0")))
        .why("A number that wraps around becomes a time that nobody asked for.")
        .hint("Refuse negative numbers before they are cut.")
        .seenIn("sse-starlette 3.7.0, Spring MVC 7.0.9, better-sse 0.16.1: sent as it is")
        .catches("retry-negative-sent")
        .build();
  }

  private static EmissionCase fraction() {
    return told("S-210", "server/told-retry/fraction")
        .should("A fraction of a millisecond is refused, rounded, or left out")
        .clauses("field/retry", "field/retry-invalid")
        .sends(OfEvent.data("{d}").retry("1500.5"))
        .expect(new Fate.Refused())
        .passes("rounded", withRetry("{d}", rounded()))
        .passes("left out", message("{d}"))
        .or("dropped", new Fate.Dropped())
        .or("stream ended", new Fate.EndsStream())
        .why("Every client ignores a value that is not all digits.")
        .hint("Write whole milliseconds, all digits.")
        .seenIn("better-sse 0.16.1: retry:1500.5")
        .build();
  }

  private static Millis rounded() {
    return new Millis(new BigInteger("1500"), Optional.of(new BigInteger("1501")));
  }

  private static EmissionCase again() {
    return told("S-207", "server/told-retry/again")
        .should("A reconnection time that is sent twice comes twice")
        .clauses("field/retry")
        .sends(OfEvent.data("{c}").retry("2500"), OfEvent.data("{d}").retry("2500"))
        .expect(withRetry("{c}", Millis.exactly("2500")), withRetry("{d}", Millis.exactly("2500")))
        .why("A client that came later never learns the time.")
        .hint("Do not remember what another connection was sent.")
        .seenIn("Symfony 2be5ac2: sent once in the life of a process")
        .catches("retry-in-whole-seconds", "retry-lost", "retry-once")
        .build();
  }

  private static EmissionCase alone() {
    return told("S-208", "server/told-retry/alone")
        .should("A reconnection time without data dispatches nothing")
        .clauses("field/retry", "dispatch/no-data")
        .sends(OfEvent.empty().retry("1700"))
        .expect(new Fate.Counts(Wording.anything(), Optional.of(Millis.exactly("1700"))))
        .or("refused", new Fate.Refused())
        .why("A time that comes with an empty event wakes every listener.")
        .hint("Write retry, and a blank line, and nothing else.")
        .catches(
            "no-data-as-empty",
            "no-data-lost",
            "no-data-unended",
            "retry-in-whole-seconds",
            "retry-lost")
        .build();
  }
}

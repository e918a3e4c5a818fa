package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.fail;
import static dev.ssespec.judge.EndpointSight.prerequisite;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.cases.Visit;
import dev.ssespec.http.MessageHead;
import dev.ssespec.judge.EndpointStream.Timed;
import dev.ssespec.report.Failure;
import java.util.List;
import java.util.Map;

/** A stream that was asked for with Accept-Encoding: gzip. */
final class EndpointCodings {
  /** Nothing that was sent at once is late by so much. */
  private static final long HELD_MICROS = 500_000;

  private EndpointCodings() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(EndpointRule.CODING_TRUE, EndpointCodings::asLabelled);
    rules.put(EndpointRule.CODING_INCREMENTAL, EndpointCodings::incremental);
  }

  private static String coding(EndpointExchange exchange) {
    List<String> values = exchange.head().map(EndpointCodings::codings).orElse(List.of());
    String coding = String.join(", ", values);
    return coding.equalsIgnoreCase("identity") ? "" : coding;
  }

  private static List<String> codings(MessageHead head) {
    return head.all("Content-Encoding");
  }

  private static Judgement asLabelled(EndpointSight sight) {
    EndpointExchange coded = sight.only(Visit.GZIP);
    if (!coded.opened()) {
      String words = coded.inWords();
      return coded.ranOut()
          ? Judgement.inconclusive("Accept-Encoding: gzip was answered with " + words + ".")
          : fail(
              Failure.WRONG_RESULT,
              "Accept-Encoding: gzip was answered with " + words + ".",
              "the stream",
              words);
    }
    String error = EndpointBody.of(coded).codingError();
    return error.isEmpty()
        ? Judgement.pass()
        : fail(
            Failure.WRONG_RESULT,
            "Content-Encoding says " + coding(coded) + ", and the body is not coded so.",
            "gzip, or no coding",
            error);
  }

  private static Judgement incremental(EndpointSight sight) {
    EndpointExchange coded = sight.only(Visit.GZIP);
    if (!coded.opened()) {
      return prerequisite("The compressed stream was not opened.");
    }
    if (coding(coded).isEmpty()) {
      return Judgement.pass();
    }
    EndpointStream stream = EndpointStream.of(coded);
    if (!stream.body().codingError().isEmpty()) {
      return prerequisite("The body cannot be decoded: " + stream.body().codingError() + ".");
    }
    // Only what came plainly in the first half has had its time to come compressed.
    long half = coded.headAt() + (coded.overAt() - coded.headAt()) / 2;
    List<Timed> plain =
        sight.stream().events().stream()
            .filter(e -> e.atMicros() > coded.headAt() && e.atMicros() < half)
            .toList();
    if (stream.events().isEmpty()) {
      return plain.size() < 2
          ? prerequisite("Too few events came to compare with.")
          : held(plain.size(), "not one");
    }
    long first = stream.events().get(0).atMicros();
    long last = stream.events().get(stream.events().size() - 1).atMicros();
    boolean allAtTheEnd = first == last && !coded.peerEnd().isEmpty();
    return allAtTheEnd && plain.size() >= 2 && first - plain.get(0).atMicros() >= HELD_MICROS
        ? held(plain.size(), "none before the end of the stream")
        : Judgement.pass();
  }

  private static Judgement held(int plain, String coded) {
    return fail(
        Failure.MISSING,
        plain + " events came uncompressed, and compressed " + coded + " in twice the time.",
        "each event as soon as it is sent",
        coded);
  }
}

package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.fail;
import static dev.ssespec.judge.EndpointSight.notApplicable;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.cases.Visit;
import dev.ssespec.http.HeaderField;
import dev.ssespec.http.MessageHead;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** HTTP/2 underneath the stream. An endpoint that does not speak it has nothing to answer for. */
final class EndpointHttpTwo {
  private static final List<String> HOP_BY_HOP =
      List.of("Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade");

  /** So much longer than any other stream's pause a stream may be silent. */
  private static final long SILENCE_MICROS = 1_000_000;

  private static final int SEVERAL = 4;

  private EndpointHttpTwo() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(EndpointRule.HTTP_TWO_HOP_BY_HOP, EndpointHttpTwo::hopByHop);
    rules.put(EndpointRule.HTTP_TWO_FORM, EndpointHttpTwo::form);
    rules.put(EndpointRule.HTTP_TWO_STREAM, EndpointHttpTwo::sameStream);
  }

  /** Why nothing can be said of HTTP/2; empty where something can. */
  private static Optional<Judgement> unspoken(EndpointExchange two) {
    if (two.head().isPresent()) {
      return Optional.empty();
    }
    Optional<String> other = two.note("no HTTP: no HTTP/2: ");
    if (other.isPresent()) {
      return Optional.of(notApplicable("The endpoint speaks no HTTP/2 here: " + other.get() + "."));
    }
    if (two.ranOut()) {
      return Optional.of(Judgement.inconclusive("HTTP/2 was answered with " + two.inWords() + "."));
    }
    Optional<String> broken = two.note("no HTTP: ");
    return Optional.of(
        broken.isPresent()
            ? fail(Failure.PROTOCOL, "No HTTP/2: " + broken.get() + ".", "a head", broken.get())
            : notApplicable("The endpoint speaks no HTTP/2 here: it sent " + two.inWords() + "."));
  }

  private static Judgement hopByHop(EndpointSight sight) {
    EndpointExchange two = sight.only(Visit.HTTP_TWO);
    return unspoken(two).orElseGet(() -> hopByHop(head(two)));
  }

  private static Judgement hopByHop(MessageHead head) {
    List<String> seen =
        head.fields().stream()
            .filter(field -> HOP_BY_HOP.stream().anyMatch(field::isNamed))
            .map(field -> field.name() + ": " + field.value())
            .toList();
    return seen.isEmpty()
        ? Judgement.pass()
        : fail(
            Failure.PROTOCOL,
            "Over HTTP/2 the head holds " + String.join(", ", seen) + ".",
            "no such field",
            String.join(", ", seen));
  }

  private static Judgement form(EndpointSight sight) {
    EndpointExchange two = sight.only(Visit.HTTP_TWO);
    Optional<Judgement> unspoken = unspoken(two);
    if (unspoken.isPresent()) {
      return unspoken.get();
    }
    // What stands first is no field of the text any more, so one that is left stands elsewhere.
    Optional<String> pseudo = head(two).strayLines().stream().findFirst();
    Optional<String> loud =
        head(two).fields().stream()
            .map(HeaderField::name)
            .filter(name -> !name.equals(name.toLowerCase(Locale.ROOT)))
            .findFirst();
    return pseudo
        .map(line -> wrong("A pseudo-field stands where none belongs.", line))
        .or(() -> loud.map(name -> wrong("The name of a field is not in lower case.", name)))
        .orElseGet(Judgement::pass);
  }

  private static Judgement wrong(String reason, String seen) {
    return fail(Failure.PROTOCOL, reason, ":status, then names in lower case", seen);
  }

  private static MessageHead head(EndpointExchange two) {
    return two.head().orElse(new MessageHead("", List.of(), List.of()));
  }

  private static Judgement sameStream(EndpointSight sight) {
    EndpointExchange two = sight.only(Visit.HTTP_TWO);
    Optional<Judgement> unspoken = unspoken(two);
    if (unspoken.isPresent()) {
      return unspoken.get();
    }
    if (!two.opened()) {
      return fail(
          Failure.WRONG_RESULT,
          "Over HTTP/2 the answer is " + two.inWords() + ".",
          "the stream",
          two.inWords());
    }
    boolean broken = two.peerEnd().equals("reset") || two.peerEnd().equals("truncated");
    if (broken && !two.peerEnd().equals(sight.watch().peerEnd())) {
      return fail(
          Failure.PROTOCOL,
          "Over HTTP/2 the stream is broken off.",
          "a stream that goes on, or ends",
          two.note("broken: ").orElse("the end of the connection"));
    }
    return stopped(sight, two);
  }

  /** Events went on elsewhere for long after the last byte here. */
  private static Judgement stopped(EndpointSight sight, EndpointExchange two) {
    long lastAt =
        two.reads().stream().mapToLong(TranscriptEntry::atMicros).max().orElse(two.headAt());
    long elsewhere =
        sight.stream().events().stream()
            .filter(event -> event.atMicros() > lastAt && event.atMicros() < two.overAt())
            .count();
    return two.peerEnd().isEmpty() && elsewhere >= SEVERAL && two.overAt() - lastAt > SILENCE_MICROS
        ? fail(
            Failure.MISSING,
            "Over HTTP/2 nothing came any more while " + elsewhere + " events came over HTTP/1.1.",
            "the same events",
            "nothing for " + (two.overAt() - lastAt) / 1000 + " ms")
        : Judgement.pass();
  }
}

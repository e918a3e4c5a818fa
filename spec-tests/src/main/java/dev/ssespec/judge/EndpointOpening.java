package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.fail;
import static dev.ssespec.judge.EndpointSight.prerequisite;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.cases.Visit;
import dev.ssespec.report.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether the stream is opened, and when. */
final class EndpointOpening {
  /** What nobody takes for an immediate answer, however busy the machine is. */
  private static final long LATE_MICROS = 700_000;

  /** Things that happened within this time may have happened together. */
  private static final long TOGETHER_MICROS = 50_000;

  private EndpointOpening() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(EndpointRule.STATUS_OK, EndpointOpening::status);
    rules.put(EndpointRule.MEDIA_TYPE, EndpointOpening::mediaType);
    rules.put(EndpointRule.CHARSET, EndpointOpening::charset);
    rules.put(EndpointRule.HEADERS_AT_ONCE, EndpointOpening::headersAtOnce);
    rules.put(EndpointRule.EVENT_SEEN, EndpointOpening::eventSeen);
    rules.put(EndpointRule.BURST_OPENS, EndpointOpening::burst);
  }

  private static Judgement status(EndpointSight sight) {
    EndpointExchange watch = sight.watch();
    if (watch.status() == 200) {
      return Judgement.pass();
    }
    String words = watch.inWords();
    Optional<String> redirect = watch.note("not followed: ");
    if (redirect.isPresent()) {
      return fail(
          Failure.WRONG_RESULT,
          "The endpoint redirects and the stream never comes: " + redirect.get() + ".",
          "200",
          words);
    }
    Failure kind =
        watch.head().isPresent()
            ? Failure.WRONG_RESULT
            : watch.ranOut() ? Failure.HANG : Failure.PROTOCOL;
    return fail(kind, "Asked for the stream, the endpoint sent " + words + ".", "200", words);
  }

  private static Judgement mediaType(EndpointSight sight) {
    EndpointExchange watch = sight.watch();
    if (watch.status() != 200) {
      return sight.unopened();
    }
    String type = watch.mediaType();
    return type.equals(MediaType.EVENT_STREAM)
        ? Judgement.pass()
        : fail(
            Failure.WRONG_RESULT,
            type.isEmpty()
                ? "The response names no media type."
                : "The media type is " + EndpointSight.shortened(type) + ".",
            MediaType.EVENT_STREAM,
            type);
  }

  private static Judgement charset(EndpointSight sight) {
    String value = sight.head().first("Content-Type").orElse("");
    String charset = MediaType.charset(value).orElse("utf-8");
    return charset.toLowerCase(Locale.ROOT).equals("utf-8")
        ? Judgement.pass()
        : fail(
            Failure.WRONG_RESULT,
            "The label is charset=" + EndpointSight.shortened(charset) + ".",
            "utf-8",
            charset);
  }

  private static Judgement headersAtOnce(EndpointSight sight) {
    EndpointExchange watch = sight.watch();
    EndpointExchange second = sight.only(Visit.SECOND);
    if (!cameWithBody(watch) || !cameWithBody(second)) {
      return Judgement.pass();
    }
    String seen =
        "The head came after "
            + millis(watch.headAt() - watch.begunAt())
            + ", on a second connection after "
            + millis(second.headAt() - second.begunAt())
            + ", each time together with the first bytes of the stream";
    boolean withAnEvent =
        sight.stream().events().stream()
            .anyMatch(e -> Math.abs(e.atMicros() - second.headAt()) <= TOGETHER_MICROS);
    return withAnEvent
        ? fail(
            Failure.MISSING,
            seen + ", at the moment of an event on the first.",
            "the head at once",
            millis(second.headAt() - second.begunAt()))
        : Judgement.nonStrict("slow head", seen + ".");
  }

  private static boolean cameWithBody(EndpointExchange exchange) {
    return exchange.headAt() != Long.MAX_VALUE
        && exchange.headAt() - exchange.begunAt() >= LATE_MICROS
        && !exchange.reads().isEmpty()
        && exchange.reads().get(0).atMicros() - exchange.headAt() <= TOGETHER_MICROS;
  }

  private static String millis(long micros) {
    return micros / 1000 + " ms";
  }

  private static Judgement eventSeen(EndpointSight sight) {
    EndpointExchange watch = sight.watch();
    int events = sight.stream().events().size();
    long millis = (watch.overAt() - watch.headAt()) / 1000;
    if (events > 0) {
      return EndpointSight.info(events + (events == 1 ? " event" : " events") + in(millis));
    }
    Optional<String> more = watch.note("not written down: ");
    if (more.isPresent()) {
      return Judgement.inconclusive(
          "No event ended in the first "
              + sight.stream().body().whole().length
              + " bytes; behind them came "
              + more.get()
              + ".");
    }
    return Judgement.inconclusive("No event came" + in(millis) + " " + advice(sight));
  }

  private static String advice(EndpointSight sight) {
    if (sight.triggerFailure().isPresent()) {
      return "The trigger failed: " + sight.triggerFailure().get() + ".";
    }
    return sight.pulls() == 0
        ? "Watch longer, or make something happen that is worth an event: see --trigger."
        : "The trigger was pulled " + times(sight.pulls()) + ", and no event came of it.";
  }

  private static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }

  private static String in(long millis) {
    return String.format(Locale.ROOT, " in %.1f s.", millis / 1000.0);
  }

  private static Judgement burst(EndpointSight sight) {
    List<EndpointExchange> all = sight.all(Visit.BURST);
    List<EndpointExchange> bad = all.stream().filter(e -> !e.opened()).toList();
    if (bad.isEmpty()) {
      return Judgement.pass();
    }
    String seen = bad.size() + " of " + all.size() + " openings got no stream; the first got ";
    if (bad.stream().allMatch(EndpointExchange::turnedAway)) {
      return Judgement.nonStrict("turned away", seen + bad.get(0).inWords() + ".");
    }
    Optional<EndpointExchange> answered =
        bad.stream().filter(e -> !e.ranOut() && !e.turnedAway()).findFirst();
    return answered
        .map(e -> fail(Failure.WRONG_RESULT, seen + e.inWords() + ".", "the stream", e.inWords()))
        .orElseGet(() -> prerequisiteOrLate(seen, bad.get(0)));
  }

  private static Judgement prerequisiteOrLate(String seen, EndpointExchange first) {
    return first.head().isPresent()
        ? prerequisite(seen + first.inWords() + ".")
        : Judgement.inconclusive(seen + first.inWords() + ".");
  }
}

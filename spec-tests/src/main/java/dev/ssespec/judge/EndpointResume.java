package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.fail;
import static dev.ssespec.judge.EndpointSight.notApplicable;
import static dev.ssespec.judge.EndpointSight.prerequisite;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.cases.Visit;
import dev.ssespec.parser.Event;
import dev.ssespec.report.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A stream that was dropped and resumed, compared with one that stayed. */
final class EndpointResume {
  private EndpointResume() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(EndpointRule.OWN_ID_ACCEPTED, EndpointResume::ownId);
    rules.put(EndpointRule.NOTHING_TWICE, compared(EndpointResume::twice));
    rules.put(EndpointRule.NOTHING_MISSING, compared(EndpointResume::missing));
    rules.put(EndpointRule.RESUMED_ORDER, compared(EndpointResume::order));
  }

  private static Optional<EndpointExchange> after(EndpointSight sight) {
    return sight.labelled(Visit.RESUME, "after");
  }

  private static Judgement noId() {
    return notApplicable("No event with an id came before the connection was dropped.");
  }

  private static Judgement ownId(EndpointSight sight) {
    Optional<EndpointExchange> after = after(sight);
    if (after.isEmpty()) {
      return noId();
    }
    EndpointExchange answer = after.get();
    if (answer.opened()) {
      return Judgement.pass();
    }
    String seen = "The resumption was answered with " + answer.inWords() + ".";
    if (answer.status() == 204) {
      // Right where there is nothing more to send; otherwise it ends the client for good.
      return sight.watch().peerEnd().isEmpty()
          ? Judgement.nonStrict("nothing more", seen)
          : Judgement.pass();
    }
    return answer.head().isEmpty() && answer.ranOut()
        ? Judgement.inconclusive(seen)
        : fail(Failure.WRONG_RESULT, seen, "the stream", answer.inWords());
  }

  private static EndpointJudge.Rule compared(Function<ResumeComparison, Judgement> rule) {
    return sight -> {
      Optional<EndpointExchange> before = sight.labelled(Visit.RESUME, "before");
      Optional<EndpointExchange> after = after(sight);
      if (before.isEmpty() || after.isEmpty()) {
        return noId();
      }
      if (!after.get().opened()) {
        return prerequisite("The resumption was answered with " + after.get().inWords() + ".");
      }
      return ResumeComparison.of(sight.stream(), before.get(), after.get())
          .map(rule)
          .orElseGet(
              () -> notApplicable("The two connections do not see the same events by their ids."));
    };
  }

  private static Judgement twice(ResumeComparison c) {
    if (c.resumed().isEmpty()) {
      return prerequisite("No event came after the resumption.");
    }
    if (c.startsOver()) {
      return Judgement.nonStrict(
          "starts over", "Last-Event-ID has no effect: the stream begins again.");
    }
    return c.repeated()
        .map(
            event ->
                fail(
                    Failure.EXTRA,
                    "After Last-Event-ID: " + c.lastSeen() + " an event came again.",
                    "only events behind that id",
                    inWords(event)))
        .orElseGet(Judgement::pass);
  }

  private static Judgement missing(ResumeComparison c) {
    if (c.resumed().isEmpty()) {
      return c.silentThough() >= 2
          ? fail(
              Failure.MISSING,
              "After the resumption nothing came, while the other connection got "
                  + c.silentThough()
                  + " events.",
              "the events behind " + c.lastSeen(),
              "nothing")
          : prerequisite("No event came after the resumption.");
    }
    List<String> missing = c.missing();
    if (c.startsOver() || missing.isEmpty()) {
      return Judgement.pass();
    }
    if (c.replayedNothing()) {
      return Judgement.nonStrict(
          "live only", "Nothing is replayed: " + missing.size() + " events were missed.");
    }
    if (c.replayedLatestOnly()) {
      return Judgement.nonStrict(
          "latest only", "Only the latest event is replayed; " + missing.size() + " were missed.");
    }
    return fail(
        Failure.MISSING,
        "After Last-Event-ID: " + c.lastSeen() + " events are missing.",
        "every event behind that id",
        "no " + String.join(", ", missing));
  }

  private static Judgement order(ResumeComparison c) {
    if (c.startsOver()) {
      return notApplicable("The stream begins again, so that nothing is resumed.");
    }
    return c.outOfOrder()
        .map(
            event ->
                fail(
                    Failure.ORDER,
                    "After the resumption events come in another order.",
                    "the order of the connection that stayed",
                    inWords(event)))
        .orElseGet(
            () ->
                c.resumed().size() < 2
                    ? prerequisite("Fewer than two events came after the resumption.")
                    : Judgement.pass());
  }

  private static String inWords(Event event) {
    return "id " + event.lastEventId() + ", data " + event.data();
  }
}

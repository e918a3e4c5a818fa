package dev.ssespec.judge;

import dev.ssespec.cases.Conduct;
import dev.ssespec.report.Failure;
import dev.ssespec.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client gets that comes back. */
final class ToldResume {
  private static final int SEEN = 5;
  private static final int ALL = 15;

  private ToldResume() {}

  static void addTo(Map<Conduct, ConductJudge.Rule> rules) {
    rules.put(Conduct.RESUMED, ToldResume::resumed);
    rules.put(Conduct.RESUMED_BY_WORD, ToldResume::resumed);
    rules.put(Conduct.RESUMED_AT_SPEED, ToldResume::atSpeed);
    rules.put(Conduct.ODD_IDS_LIVE, ToldResume::oddIds);
    rules.put(Conduct.FRESH_START, ToldResume::freshStart);
  }

  private static Judgement resumed(ToldSight sight, String mark) {
    List<EndpointExchange> before = sight.connections("before");
    List<EndpointExchange> after = sight.connections("after");
    if (before.isEmpty() || after.isEmpty()) {
      return Judgement.inconclusive(sight.deadline().orElse("The client did not come back."));
    }
    Judgement first =
        NumberedEvents.judge(NumberedEvents.on(before.get(0), mark), 1, SEEN, "Before it left: ");
    if (first.verdict() != Verdict.PASS) {
      return first;
    }
    return NumberedEvents.judge(
        NumberedEvents.on(after.get(0), mark),
        SEEN + 1,
        ALL,
        "Back with the id of event " + SEEN + ": ");
  }

  private static Judgement atSpeed(ToldSight sight, String mark) {
    List<Integer> all = new ArrayList<>();
    int comebacks = 0;
    for (EndpointExchange exchange : sight.connections("at speed")) {
      List<Integer> some = NumberedEvents.on(exchange, mark);
      if (!some.isEmpty()) {
        int first = all.isEmpty() ? 1 : all.get(all.size() - 1) + 1;
        Judgement one =
            NumberedEvents.judge(
                some, first, some.get(some.size() - 1), "At comeback " + comebacks + ": ");
        if (one.verdict() != Verdict.PASS) {
          return one;
        }
        all.addAll(some);
      }
      comebacks++;
    }
    return all.isEmpty()
        ? Judgement.fail(Failure.MISSING, "No event with an id came.", null, null)
        : ConductJudge.hang(sight).orElseGet(Judgement::pass);
  }

  private static Judgement oddIds(ToldSight sight, String mark) {
    List<EndpointExchange> control = sight.connections("control");
    if (control.isEmpty() || !control.get(0).opened()) {
      return control.isEmpty()
          ? Judgement.inconclusive("No stream was opened.")
          : EmissionJudge.unopened(control.get(0));
    }
    Optional<EndpointExchange> refused = Optional.empty();
    for (EndpointExchange exchange : sight.connections()) {
      if (exchange.label().equals("control")) {
        continue;
      }
      boolean deaf = exchange.opened() && NumberedEvents.on(exchange, mark).isEmpty();
      if (deaf || exchange.status() >= 500 || exchange.head().isEmpty()) {
        return Judgement.fail(
            Failure.MISSING,
            "With a Last-Event-ID ("
                + exchange.label()
                + ") a client got "
                + (deaf ? "a stream without the events that others got" : exchange.inWords())
                + ".",
            null,
            null);
      }
      refused = exchange.opened() ? refused : Optional.of(exchange);
    }
    return refused
        .map(
            one ->
                Judgement.nonStrict(
                    "refused",
                    "A Last-Event-ID ("
                        + one.label()
                        + ") is answered with "
                        + one.inWords()
                        + "."))
        .orElseGet(Judgement::pass);
  }

  private static Judgement freshStart(ToldSight sight, String mark) {
    List<EndpointExchange> fresh = sight.connections("fresh");
    if (fresh.isEmpty()) {
      return Judgement.inconclusive(sight.deadline().orElse("No second stream was opened."));
    }
    List<Integer> old = NumberedEvents.on(fresh.get(0), mark);
    return old.isEmpty()
        ? Judgement.pass()
        : Judgement.fail(
            Failure.EXTRA,
            "A new client without Last-Event-ID got " + old.size() + " old events.",
            null,
            null);
  }
}

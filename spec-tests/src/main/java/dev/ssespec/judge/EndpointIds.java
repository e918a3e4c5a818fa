package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.fail;
import static dev.ssespec.judge.EndpointSight.info;
import static dev.ssespec.judge.EndpointSight.notApplicable;
import static dev.ssespec.judge.EndpointSight.prerequisite;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.cases.Visit;
import dev.ssespec.judge.EndpointStream.Timed;
import dev.ssespec.parser.Event;
import dev.ssespec.report.Failure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What ids stand for, odd ones, and what comes after the end. */
final class EndpointIds {
  private EndpointIds() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(EndpointRule.ODD_ID_SURVIVED, EndpointIds::oddIds);
    rules.put(EndpointRule.UNKNOWN_ID_SERVED, EndpointIds::unknownId);
    rules.put(EndpointRule.IDS_SHARED, EndpointIds::shared);
    rules.put(EndpointRule.ID_MEANS_ONE_EVENT, EndpointIds::oneEvent);
    rules.put(EndpointRule.AFTER_THE_END, EndpointIds::afterTheEnd);
  }

  private static Judgement oddIds(EndpointSight sight) {
    for (EndpointExchange odd : sight.all(Visit.ODD_IDS)) {
      // A head of 8 KB may be too large for a server that then closes without a word.
      boolean died = odd.head().isEmpty() && !odd.ranOut() && !odd.label().equals("of 8 KB");
      if (odd.status() >= 500 || died) {
        return fail(
            died ? Failure.CRASH : Failure.WRONG_RESULT,
            "An id that is " + odd.label() + " was answered with " + odd.inWords() + ".",
            "a stream, or a status of the 4xx class",
            odd.inWords());
      }
    }
    return sight.all(Visit.ODD_IDS).stream()
        .filter(odd -> odd.head().isEmpty() && odd.ranOut())
        .findFirst()
        .map(odd -> Judgement.inconclusive("No answer came to an id that is " + odd.label() + "."))
        .orElseGet(Judgement::pass);
  }

  private static Judgement unknownId(EndpointSight sight) {
    EndpointExchange unknown =
        sight.labelled(Visit.ODD_IDS, "unknown").orElse(sight.only(Visit.ODD_IDS));
    if (unknown.head().isEmpty()) {
      return prerequisite("An unknown id was answered with " + unknown.inWords() + ".");
    }
    return unknown.opened() || unknown.status() == 204
        ? Judgement.pass()
        : Judgement.nonStrict(
            "refused", "An unknown id was answered with " + unknown.inWords() + ".");
  }

  private static Map<String, Event> byId(EndpointStream stream) {
    Map<String, Event> byId = new HashMap<>();
    for (Timed timed : stream.events()) {
      if (!timed.event().lastEventId().isEmpty()) {
        byId.putIfAbsent(timed.event().lastEventId(), timed.event());
      }
    }
    return byId;
  }

  private static Judgement shared(EndpointSight sight) {
    Set<String> ids = new HashSet<>(byId(sight.stream()).keySet());
    if (ids.isEmpty()) {
      return info("No event has an id, so that nothing can be resumed.");
    }
    int all = ids.size();
    ids.retainAll(byId(EndpointStream.of(sight.only(Visit.SECOND))).keySet());
    return info(ids.size() + " of " + all + " ids came on a second connection too.");
  }

  private static Judgement oneEvent(EndpointSight sight) {
    Map<String, Event> one = byId(sight.stream());
    Map<String, Event> other = byId(EndpointStream.of(sight.only(Visit.SECOND)));
    List<String> shared = one.keySet().stream().filter(other::containsKey).sorted().toList();
    if (shared.isEmpty()) {
      return notApplicable("The two connections have no id in common.");
    }
    return shared.stream()
        .filter(id -> !Objects.equals(one.get(id), other.get(id)))
        .findFirst()
        .map(
            id ->
                Judgement.nonStrict(
                    "ids count connections",
                    "On two connections id " + id + " stands for two different events."))
        .orElseGet(Judgement::pass);
  }

  private static Judgement afterTheEnd(EndpointSight sight) {
    return info(
        "The stream ended by itself after "
            + sight.stream().events().size()
            + " events; who comes back gets "
            + sight.only(Visit.AFTER_END).inWords()
            + ".");
  }
}

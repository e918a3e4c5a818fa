package dev.ssespec.judge;

import dev.ssespec.cases.EndpointCase;
import dev.ssespec.cases.EndpointRule;
import dev.ssespec.cases.Visit;
import dev.ssespec.report.TranscriptEntry;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From the transcript of a case's visits to a verdict: a pure function. A practice that is not
 * followed is {@code non-strict}, so that {@code --strict} alone counts it as bad. A skip names its
 * {@link dev.ssespec.report.SkipReason} in {@link Judgement#outcome()}.
 */
public final class EndpointJudge {
  /** The note that the trigger was pulled. */
  public static final String PULLED = "the trigger was pulled";

  /** The beginning of the note that it was, and did not work; why stands behind it. */
  public static final String TRIGGER_FAILED = "the trigger failed: ";

  /** Whether a rule holds of what was seen. */
  @FunctionalInterface
  interface Rule {
    Judgement judge(EndpointSight sight);
  }

  /** What can be said of an endpoint that opens no stream. */
  private static final Set<EndpointRule> NEED_NO_STREAM =
      EnumSet.of(EndpointRule.STATUS_OK, EndpointRule.MEDIA_TYPE, EndpointRule.HEAD_WELL_FORMED);

  private static final Map<EndpointRule, Rule> RULES = rules();

  private EndpointJudge() {}

  private static Map<EndpointRule, Rule> rules() {
    Map<EndpointRule, Rule> rules = new EnumMap<>(EndpointRule.class);
    EndpointOpening.addTo(rules);
    EndpointFraming.addTo(rules);
    EndpointHttpTwo.addTo(rules);
    EndpointGrammar.addTo(rules);
    EndpointFlush.addTo(rules);
    EndpointCodings.addTo(rules);
    EndpointHeaders.addTo(rules);
    EndpointCors.addTo(rules);
    EndpointMethods.addTo(rules);
    EndpointResume.addTo(rules);
    EndpointIds.addTo(rules);
    return rules;
  }

  /**
   * Judges one case.
   *
   * @param transcript what passed in the visits that the case looks at
   */
  public static Judgement judge(EndpointCase one, List<TranscriptEntry> transcript) {
    var sight = EndpointSight.of(transcript);
    if (one.visits().contains(Visit.WATCH)
        && !NEED_NO_STREAM.contains(one.rule())
        && !sight.watch().opened()) {
      return sight.unopened();
    }
    for (Visit visit : one.visits()) {
      Optional<Judgement> notMade = sight.notMade(visit);
      if (notMade.isPresent()) {
        return notMade.get();
      }
      if (visit != Visit.WATCH && visit != Visit.BURST) {
        Optional<EndpointExchange> turnedAway =
            sight.all(visit).stream().filter(EndpointExchange::turnedAway).findFirst();
        if (turnedAway.isPresent()) {
          return Judgement.inconclusive(
              "The endpoint turned a visit away: " + turnedAway.get().inWords() + ".");
        }
      }
    }
    return rule(one.rule()).judge(sight);
  }

  static Rule rule(EndpointRule name) {
    Rule rule = RULES.get(name);
    if (rule == null) {
      throw new IllegalStateException("Nobody judges " + name);
    }
    return rule;
  }

  /** What stands in the transcript of a case that looks at these visits. */
  public static List<TranscriptEntry> transcriptOf(
      Set<Visit> visits, List<TranscriptEntry> everything) {
    Set<Integer> connections = new java.util.HashSet<>();
    for (TranscriptEntry entry : everything) {
      EndpointExchange.visitOf(entry)
          .filter(visits::contains)
          .ifPresent(visit -> connections.add(entry.connection()));
    }
    return everything.stream()
        .filter(entry -> entry.connection() == 0 || connections.contains(entry.connection()))
        .toList();
  }
}

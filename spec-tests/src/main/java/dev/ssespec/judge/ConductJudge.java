package dev.ssespec.judge;

import dev.ssespec.cases.Conduct;
import dev.ssespec.cases.EndpointRule;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges how a told server conducted itself. */
public final class ConductJudge {
  /** The note that says: from here on there was something else that could have helped. */
  public static final String UNTIL_NOW = "nothing else was sent until now";

  /** The beginning of the note with the word that the events of the case hold. */
  public static final String MARK = "mark ";

  /** The beginning of the note that counts what a flood did. */
  public static final String FLOOD = "flood ";

  /** The beginning of the note that counts the clients that vanished. */
  public static final String VANISHED = "vanished ";

  /** How many events a case sends that sends some. */
  public static final int FORTY = 40;

  /** How many events a case sends that sends many. */
  public static final int HUNDRED = 100;

  /** Whether a conduct is as it should be. */
  @FunctionalInterface
  interface Rule {
    Judgement judge(ToldSight sight, String mark);
  }

  private static final Map<Conduct, Rule> RULES = rules();

  private ConductJudge() {}

  private static Map<Conduct, Rule> rules() {
    Map<Conduct, Rule> rules = new EnumMap<>(Conduct.class);
    ToldFlow.addTo(rules);
    ToldCrowd.addTo(rules);
    ToldResume.addTo(rules);
    return rules;
  }

  static Judgement judge(Conduct conduct, List<TranscriptEntry> transcript) {
    var sight = new ToldSight(transcript);
    if (sight.gone()) {
      return sight.death();
    }
    if (sight.connections().isEmpty() && sight.deadline().isPresent()) {
      return Judgement.inconclusive("The case was not played: " + sight.deadline().get() + ".");
    }
    if (conduct == Conduct.BURST) {
      return EndpointJudge.rule(EndpointRule.BURST_OPENS).judge(EndpointSight.of(transcript));
    }
    Optional<EndpointExchange> unopened =
        sight.connections().stream()
            .filter(one -> one.head().isPresent() && !one.opened())
            .findFirst();
    if (unopened.isPresent() && conduct != Conduct.ODD_IDS_LIVE && conduct != Conduct.AFTER_END) {
      return notOpened(unopened.get());
    }
    Rule rule = RULES.get(conduct);
    if (rule == null) {
      throw new IllegalStateException("Nobody judges " + conduct);
    }
    return rule.judge(sight, sight.note(MARK).orElse(""));
  }

  /** A later stream that is refused is the case's own matter; the first is another case's. */
  private static Judgement notOpened(EndpointExchange exchange) {
    return exchange.label().equals("after") || exchange.label().equals("at speed")
        ? Judgement.fail(
            Failure.WRONG_RESULT,
            "A stream was not opened: the answer was " + exchange.inWords() + ".",
            null,
            null)
        : EmissionJudge.unopened(exchange);
  }

  /** What is missing because the time was over; empty where it was not. */
  static Optional<Judgement> hang(ToldSight sight) {
    return sight
        .deadline()
        .map(what -> Judgement.fail(Failure.HANG, "The kit " + what + ".", null, null));
  }
}

package dev.ssespec.run;

import dev.ssespec.cases.Conduct;
import dev.ssespec.judge.ConductJudge;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How streams are ended, and what comes afterwards. */
final class EndConducts {
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private EndConducts() {}

  static void addTo(Map<Conduct, ConductSession.Play> plays) {
    plays.put(Conduct.ORDERLY_END, EndConducts::orderlyEnd);
    plays.put(Conduct.END_BEHIND_EVENTS, EndConducts::endBehindEvents);
    plays.put(Conduct.AFTER_END, EndConducts::afterEnd);
  }

  private static void orderlyEnd(ConductStage stage) {
    List<ToldReader> readers = List.of(stage.subscribed("reader 1"), stage.subscribed("reader 2"));
    stage.conclude(readers);
    stage.end(readers);
  }

  private static void endBehindEvents(ConductStage stage) {
    ToldReader reader = stage.subscribed("");
    String mark = Marks.next();
    stage.note(ConductJudge.MARK + mark);
    for (int n = 1; n <= ConductJudge.HUNDRED; n++) {
      stage.server().send(EmissionJson.data(mark + " " + n));
    }
    stage.end(List.of(reader));
  }

  private static void afterEnd(ConductStage stage) {
    ToldReader first = stage.subscribed("before");
    stage.end(List.of(first));
    ToldReader second = stage.wire().open("after");
    second.await(r -> r.head().isPresent(), ANSWER);
  }
}

package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Conduct;
import dev.ssespec.judge.CheckedPayload;
import dev.ssespec.judge.ConductJudge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** When things arrive, and whether they arrive whole. */
final class FlowConducts {
  /** What nobody takes for at once, however busy the machine is. */
  private static final Duration SOON = Duration.ofSeconds(3);

  private static final int SENDERS = 16;
  private static final int EACH = 30;
  private static final int READERS = 8;

  private FlowConducts() {}

  static void addTo(Map<Conduct, ConductSession.Play> plays) {
    plays.put(Conduct.QUIET_HEAD, FlowConducts::quietHead);
    plays.put(Conduct.EVENT_AT_ONCE, FlowConducts::eventAtOnce);
    plays.put(Conduct.COMMENT_AT_ONCE, FlowConducts::commentAtOnce);
    plays.put(Conduct.CROWDED_SENDS, FlowConducts::crowdedSends);
    plays.put(Conduct.SAME_FOR_ALL, FlowConducts::sameForAll);
  }

  private static Duration soon(ConductStage stage) {
    return EndpointSession.shorter(SOON, stage.timeout());
  }

  private static void quietHead(ConductStage stage) {
    ToldReader reader = stage.wire().open("");
    reader.await(r -> r.head().isPresent(), soon(stage));
    stage.note(ConductJudge.UNTIL_NOW);
    stage.subscribe(reader);
  }

  private static void eventAtOnce(ConductStage stage) {
    ToldReader reader = stage.subscribed("");
    String mark = Marks.next();
    ObjectNode content = EmissionJson.data(mark);
    if (stage.capabilities().contains("type")) {
      content.withObject("/event").put("type", "tick");
    }
    if (stage.capabilities().contains("id")) {
      content.withObject("/event").put("id", "7");
    }
    stage.note(ConductJudge.MARK + mark);
    stage.server().send(content);
    reader.await(r -> r.dispatched(mark), soon(stage));
    stage.note(ConductJudge.UNTIL_NOW);
    stage.conclude(List.of(reader));
  }

  private static void commentAtOnce(ConductStage stage) {
    ToldReader reader = stage.subscribed("");
    String mark = Marks.next();
    stage.note(ConductJudge.MARK + mark);
    stage.server().send(EmissionJson.comment(mark));
    reader.await(r -> r.commented(mark), soon(stage));
    stage.note(ConductJudge.UNTIL_NOW);
    stage.conclude(List.of(reader));
  }

  private static void crowdedSends(ConductStage stage) throws InterruptedException {
    ToldReader reader = stage.subscribed("");
    String mark = Marks.next();
    stage.note(ConductJudge.MARK + mark);
    boolean comments = stage.capabilities().contains("comment");
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    for (int i = 0; i < SENDERS; i++) {
      senders.execute(
          () -> {
            for (int n = 0; n < EACH; n++) {
              stage.server().send(seq -> EmissionJson.data(CheckedPayload.of(mark, seq)));
              if (comments && n % 4 == 3) {
                stage.server().send(EmissionJson.comment("between " + n));
              }
            }
          });
    }
    senders.shutdown();
    if (!senders.awaitTermination(stage.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      senders.shutdownNow();
    }
    stage.conclude(List.of(reader));
  }

  private static void sameForAll(ConductStage stage) {
    List<ToldReader> readers = new ArrayList<>();
    for (int i = 1; i <= READERS; i++) {
      readers.add(stage.subscribed("reader " + i));
    }
    String mark = Marks.next();
    stage.note(ConductJudge.MARK + mark);
    for (int n = 1; n <= ConductJudge.FORTY; n++) {
      stage.server().send(EmissionJson.data(mark + " " + n));
    }
    stage.conclude(readers);
  }
}

package dev.ssespec.run;

import dev.ssespec.cases.Conduct;
import dev.ssespec.judge.ConductJudge;
import dev.ssespec.parser.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

/** What a client gets that comes back. */
final class ResumeConducts {
  private static final int SEEN = 5;
  private static final int MISSED = 12;
  private static final int ALL = 15;
  private static final int COMEBACKS = 50;
  private static final int UNANSWERED = 16;

  private ResumeConducts() {}

  static void addTo(Map<Conduct, ConductSession.Play> plays) {
    plays.put(Conduct.RESUMED, stage -> resumed(stage, n -> "" + n));
    plays.put(Conduct.RESUMED_BY_WORD, stage -> resumed(stage, n -> "\u00e9\u2713 " + n));
    plays.put(Conduct.RESUMED_AT_SPEED, ResumeConducts::atSpeed);
    plays.put(Conduct.ODD_IDS_LIVE, ResumeConducts::oddIds);
    plays.put(Conduct.FRESH_START, ResumeConducts::freshStart);
  }

  private static void send(
      ConductStage stage, String mark, IntFunction<String> id, int from, int to) {
    int order = 0;
    for (int n = from; n <= to; n++) {
      order = stage.server().send(EmissionJson.data(mark + " " + n, id.apply(n)));
    }
    int last = order;
    if (!stage.server().await(s -> s.answered(last), stage.timeout())) {
      stage.late("answers to send");
    }
  }

  private static void resumed(ConductStage stage, IntFunction<String> id) {
    String mark = Marks.next();
    stage.note(ConductJudge.MARK + mark);
    ToldReader before = stage.subscribed("before");
    send(stage, mark, id, 1, SEEN);
    stage.arrives(before, mark + " " + SEEN, mark + " " + SEEN);
    before.cut();
    before.awaitEnd(stage.timeout());
    send(stage, mark, id, SEEN + 1, MISSED);
    // A client sends back what it got, whatever that was meant to be.
    List<Event> seen = before.events();
    String last = seen.isEmpty() ? "" : seen.get(seen.size() - 1).lastEventId();
    ToldReader after = stage.wire().open("after", r -> r.with("Last-Event-ID", last));
    after.await(r -> r.dispatched(mark + " " + MISSED), Duration.ofMillis(500));
    send(stage, mark, id, MISSED + 1, ALL);
    stage.subscribe(after);
  }

  private static void atSpeed(ConductStage stage) throws InterruptedException {
    String mark = Marks.next();
    stage.note(ConductJudge.MARK + mark);
    ToldReader reader = stage.subscribed("at speed");
    stage.server().goQuiet();
    var over = new CountDownLatch(1);
    var sender = new Thread(() -> sendUntil(over, stage, mark), "ssespec-full-speed");
    sender.setDaemon(true);
    sender.start();
    String id = "";
    try {
      long deadline = System.nanoTime() + 3 * stage.timeout().toNanos();
      for (int i = 0; i < COMEBACKS && System.nanoTime() < deadline; i++) {
        int some = 1 + i % 7;
        reader.await(r -> numbered(r.events(), mark).size() >= some, stage.timeout());
        reader.cut();
        reader.awaitEnd(stage.timeout());
        List<String> seen = numbered(reader.events(), mark);
        id = seen.isEmpty() ? id : seen.get(seen.size() - 1);
        String last = id;
        reader =
            stage.wire().open("at speed", r -> last.isEmpty() ? r : r.with("Last-Event-ID", last));
      }
    } finally {
      over.countDown();
      sender.join();
    }
    stage.subscribe(reader);
  }

  /** The ids of the events that count, as they were sent: the numbers in their data. */
  private static List<String> numbered(List<Event> events, String mark) {
    return events.stream()
        .filter(event -> event.data().startsWith(mark + " "))
        .map(event -> event.data().substring(mark.length() + 1))
        .toList();
  }

  private static void sendUntil(CountDownLatch over, ConductStage stage, String mark) {
    ToldServer server = stage.server();
    for (int n = 1; over.getCount() > 0; n++) {
      int order = server.send(EmissionJson.data(mark + " " + n, "" + n));
      if (!server.await(s -> s.answers() >= order - UNANSWERED, stage.timeout())) {
        return;
      }
    }
  }

  private static void oddIds(ConductStage stage) {
    ToldReader control = stage.subscribed("control");
    List<ToldReader> odd = new ArrayList<>();
    VisitLanes.oddities()
        .forEach(
            (label, id) -> odd.add(stage.wire().open(label, r -> r.with("Last-Event-ID", id))));
    odd.add(stage.wire().open("empty", r -> r.with("Last-Event-ID", "")));
    String mark = Marks.next();
    stage.note(ConductJudge.MARK + mark);
    // Whoever has not heard one of so many events, all of which another heard, is deaf.
    for (int n = 1; n <= ConductJudge.FORTY && !odd.stream().allMatch(r -> heard(r, mark)); n++) {
      stage.server().send(EmissionJson.data(mark + " " + n));
      String one = mark + " " + n;
      control.await(r -> r.dispatched(one), stage.timeout());
      for (ToldReader reader : odd) {
        reader.await(r -> heard(r, mark), Duration.ofMillis(10));
      }
    }
  }

  private static boolean heard(ToldReader reader, String mark) {
    return reader.dispatched(mark)
        || reader.hasEnded()
        || reader.head().filter(head -> head.status() != 200).isPresent();
  }

  private static void freshStart(ConductStage stage) {
    String mark = Marks.next();
    stage.note(ConductJudge.MARK + mark);
    ToldReader before = stage.subscribed("before");
    send(stage, mark, n -> "" + n, 1, SEEN);
    stage.arrives(before, mark + " " + SEEN, mark + " " + SEEN);
    stage.subscribed("fresh");
  }
}

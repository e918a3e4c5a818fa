package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.parser.Event;
import dev.ssespec.peer.PlainClient;
import dev.ssespec.peer.PlainManner;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.ClientTarget;
import dev.ssespec.target.JvmClientLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How long clients are waited for that do not do what is hoped of them. */
class WaitingTest {
  private final ClientTarget sound = new PlainClient(PlainManner.sound());

  /** The first source begins when the second is opened, which is after the time for it was over. */
  @Test
  void aSourceIsWaitedForUntilAnotherOneIsServed() {
    var opened = new AtomicInteger();
    var held = new AtomicReference<Runnable>();
    var begun = new AtomicReference<ClientTarget.Source>(() -> {});

    CaseRecord record =
        play(
            "C-001",
            (options, ear) -> {
              if (opened.incrementAndGet() == 1) {
                held.set(() -> begun.set(sound.open(options, ear)));
                return () -> Objects.requireNonNull(begun.get()).close();
              }
              Objects.requireNonNull(held.get()).run();
              return sound.open(options, ear);
            },
            Duration.ofSeconds(1));

    assertThat(record.verdict()).as(record.reason()).isEqualTo(Verdict.PASS);
    assertThat(opened).hasValue(2);
  }

  @Test
  void aSourceThatGotNothingWhereNoOtherDidGetsAnotherChanceAlone() {
    var opened = new AtomicInteger();

    CaseRecord record =
        play(
            "C-050",
            (options, ear) -> opened.incrementAndGet() <= 2 ? () -> {} : sound.open(options, ear),
            Duration.ofSeconds(1));

    assertThat(record.verdict()).as(record.reason()).isEqualTo(Verdict.PASS);
    assertThat(opened).as("the source, the other one, and the source alone").hasValue(3);
  }

  @Test
  void aSourceThatGetsNothingAloneEitherFails() {
    var opened = new AtomicInteger();

    CaseRecord record =
        play(
            "C-050",
            (options, ear) -> {
              opened.incrementAndGet();
              return () -> {};
            },
            Duration.ofSeconds(1));

    assertThat(record.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(opened).as("twice the source, and twice another one").hasValue(4);
  }

  /** Ten minutes are what it would be waited for if it had not spoken. */
  @Test
  void aSourceThatSaysThatItGaveUpIsBelievedSoon() {
    CaseRecord record =
        play(
            "C-133",
            (options, ear) -> {
              ClientTarget.Source source = sound.open(options, new Deaf());
              ear.failed("enough");
              return source;
            },
            Duration.ofMinutes(10));

    assertThat(record.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(record.transcript())
        .extracting(TranscriptEntry::kind)
        .contains(Kind.REQUEST, Kind.DEADLINE);
  }

  private static final class Deaf implements ClientTarget.Ear {
    @Override
    public void opened() {}

    @Override
    public void event(Event event, String origin) {}

    @Override
    public void comment(String text) {}

    @Override
    public void reconnecting(String reason) {}

    @Override
    public void failed(String reason) {}
  }

  private static CaseRecord play(String code, ClientTarget target, Duration timeout) {
    List<CaseRecord> records = new ArrayList<>();
    List<Case> cases =
        Catalogue.whole().of(Role.CLIENT).stream()
            .filter(one -> one.header().code().equals(code))
            .toList();
    var plug =
        new Plug(Role.CLIENT, JvmClientLink.of(PlainClient.info("late"), target), "", List.of());
    try (var runner = new Runner(plug, new RunOptions(7, 8, timeout))) {
      runner.run(
          cases,
          new RunListener() {
            @Override
            public void judged(CaseRecord record) {
              records.add(record);
            }
          });
    }
    return records.get(0);
  }
}

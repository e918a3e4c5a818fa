package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.LongLineCase;
import dev.ssespec.cases.Words;
import dev.ssespec.judge.LineSighting;
import dev.ssespec.judge.LineSighting.Proportion;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends short lines and a long one in turn, and writes down how long each took and what came of it,
 * in short: the bytes themselves would fill the record.
 *
 * <ol>
 *   <li>The short lines go first, once, so that a compiler that works as it goes has had its time.
 *   <li>Short lines and a long one are a round, and rounds follow until one is in proportion: a
 *       target on a busy machine needs luck once, one that is slow by nature has none. Then comes
 *       the next length.
 *   <li>The longest line goes last, where all before was well: who takes time with the square of
 *       the length would take minutes for it.
 * </ol>
 */
final class LongLineSession implements Session {
  /** Far beyond what any target takes that gets there at all. */
  private static final Duration A_MEBIBYTE = Duration.ofSeconds(30);

  private final long seed;
  private final Duration timeout;

  LongLineSession(long seed, Duration timeout) {
    this.seed = seed;
    this.timeout = timeout;
  }

  @Override
  public Transcript play(Job job, Adapter adapter) {
    var testCase = (LongLineCase) job.testCase();
    return new Rounds(testCase, adapter).play();
  }

  private final class Rounds {
    private final LongLineCase testCase;
    private final Adapter adapter;
    private final Words words;
    private final Transcript transcript = new Transcript();
    private boolean answered = true;

    Rounds(LongLineCase testCase, Adapter adapter) {
      this.testCase = testCase;
      this.adapter = adapter;
      words = Words.of(seed, testCase.header().code());
    }

    Transcript play() {
      send(LineSighting.WARMING, testCase.longLines().get(0), testCase.shortLines());
      if (answered && testCase.longLines().stream().allMatch(this::isInProportion)) {
        send(LineSighting.LONGEST, testCase.longest(), 1);
      }
      return transcript;
    }

    private boolean isInProportion(int bytes) {
      List<Long> shortMicros = new ArrayList<>();
      List<Long> longMicros = new ArrayList<>();
      Proportion seen = Proportion.OPEN;
      while (answered && seen == Proportion.OPEN) {
        shortMicros.add(send(LineSighting.SHORT, bytes, testCase.shortLines()));
        longMicros.add(answered ? send(LineSighting.LONG, bytes, 1) : 0);
        seen = LineSighting.proportion(shortMicros, longMicros, testCase.rounds());
      }
      return seen == Proportion.KEPT;
    }

    /** Returns how long the answer took. */
    private long send(String what, int bytes, int lines) {
      var talk = new ParseTalk(adapter);
      talk.ask(testCase.chunks(LongLineCase.data(words, bytes, lines)), true);
      Transcript heard = talk.await(timeout.plus(A_MEBIBYTE.multipliedBy(bytes >> 20)));
      Optional<TranscriptEntry> said = first(heard, Kind.SAID);
      if (said.isEmpty()) {
        answered = false;
        heard.entries().stream()
            .filter(entry -> entry.kind() != Kind.TOLD)
            .forEach(entry -> transcript.add(entry.kind(), entry.text()));
        return 0;
      }
      long micros =
          said.get().atMicros() - first(heard, Kind.TOLD).map(TranscriptEntry::atMicros).orElse(0L);
      ObjectNode answer = Json.parse(said.get().text()).orElseGet(Json::object);
      transcript.add(Kind.NOTE, LineSighting.of(what, bytes, lines, micros, answer).toString());
      return micros;
    }

    private static Optional<TranscriptEntry> first(Transcript heard, Kind kind) {
      return heard.entries().stream().filter(entry -> entry.kind() == kind).findFirst();
    }
  }
}

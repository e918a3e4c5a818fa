package dev.ssespec.judge;

import dev.ssespec.cases.Fate;
import dev.ssespec.cases.Law;
import dev.ssespec.cases.Wording;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.property.WrittenEvents;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges what a server made of generated events: of each trial the transcript holds the events, as
 * a note, and all that passed. The recorded bytes are interpreted anew.
 */
final class EmittedJudge {
  private static final String TRIAL = "{\"written\":";

  private final Law law;

  private EmittedJudge(Law law) {
    this.law = law;
  }

  static Judgement judge(Law law, List<TranscriptEntry> transcript) {
    var judge = new EmittedJudge(law);
    Judgement mildest = Judgement.pass();
    for (List<TranscriptEntry> trial : trials(transcript)) {
      Judgement one = judge.judgeTrial(trial);
      if (one.verdict() != Verdict.PASS && one.verdict() != Verdict.NON_STRICT) {
        return told(one, trial, transcript);
      }
      mildest = one.verdict() == Verdict.PASS ? mildest : one;
    }
    return mildest;
  }

  /** Each trial begins with the note of its events. */
  private static List<List<TranscriptEntry>> trials(List<TranscriptEntry> transcript) {
    List<List<TranscriptEntry>> trials = new ArrayList<>();
    for (TranscriptEntry entry : transcript) {
      if (entry.kind() == Kind.NOTE && entry.text().startsWith(TRIAL)) {
        trials.add(new ArrayList<>());
      }
      if (!trials.isEmpty()) {
        trials.get(trials.size() - 1).add(entry);
      }
    }
    return trials;
  }

  private Judgement judgeTrial(List<TranscriptEntry> trial) {
    List<OutgoingEvent> events = WrittenEvents.read(trial.get(0).text());
    var arrival = EmissionArrival.of(new ToldSight(trial));
    if (arrival.trouble().isPresent()) {
      return arrival.trouble().get();
    }
    Optional<String> strange = arrival.strangeLine(Told.ofGenerated(events, arrival));
    if (strange.isPresent()) {
      return Judgement.fail(Failure.EXTRA, strange.get(), null, null);
    }
    List<Fate> fates = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      OutgoingEvent event = events.get(i);
      if (arrival.refused(i) && !mayBeRefused(event)) {
        return Judgement.fail(
            Failure.WRONG_RESULT,
            "It refuses what a stream can carry: " + EventList.quote(arrival.refusal()) + ".",
            null,
            null);
      }
      fates.add(arrival.refused(i) ? new Fate.Refused() : fate(event));
    }
    if (arrival.ended() && law == Law.CONTAINED) {
      return Judgement.nonStrict("stream ended", "The stream ended behind such an event.");
    }
    return arrival.check(Words.none()).holds(fates)
        ? Judgement.pass()
        : Judgement.fail(
            Failure.WRONG_RESULT,
            arrival.ended()
                ? "The stream ended behind what was sent."
                : "What came is " + EventList.json(arrival.meaning().events(), true) + ".",
            null,
            null);
  }

  private static boolean mayBeRefused(OutgoingEvent event) {
    return event.type().map(EmittedJudge::isHard).orElse(false)
        || event.id().map(EmittedJudge::isHard).orElse(false)
        || event.comment().map(EmittedJudge::isHard).orElse(false)
        || event.data().map(data -> data.indexOf('\r') >= 0).orElse(false);
  }

  private static boolean isHard(String oneLine) {
    return oneLine.isEmpty() || oneLine.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0);
  }

  private Fate fate(OutgoingEvent event) {
    if (event.comment().isPresent()) {
      return new Fate.Comments(
          law == Law.CONTAINED ? List.of() : List.of(Wording.exactly(event.comment().get())));
    }
    Optional<Fate.Millis> retry =
        event.retry().isPresent()
            ? Optional.of(Fate.Millis.exactly(Long.toString(event.retry().getAsLong())))
            : Optional.empty();
    Wording id = event.id().map(this::oneLine).orElseGet(Wording::anything);
    return new Fate.Arrives(
        oneLine(event.type().filter(type -> !type.isEmpty()).orElse("message")),
        Wording.exactly(event.data().orElse("").replaceAll("\r\n?", "\n")),
        id,
        retry);
  }

  /** Where a value cannot be carried, it is enough that it makes no line. */
  private Wording oneLine(String text) {
    return law == Law.CONTAINED ? Wording.anything() : Wording.exactly(text);
  }

  private static Judgement told(
      Judgement judgement, List<TranscriptEntry> trial, List<TranscriptEntry> transcript) {
    String found =
        transcript.stream()
            .filter(e -> e.kind() == Kind.NOTE && e.text().startsWith("seed "))
            .map(entry -> " (" + entry.text() + ")")
            .collect(Collectors.joining());
    return new Judgement(
        judgement.verdict(),
        judgement.failure(),
        judgement.outcome(),
        judgement.reason() + " Sent was " + EventList.quote(trial.get(0).text()) + found,
        judgement.expected(),
        judgement.actual());
  }
}

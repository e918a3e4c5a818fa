package dev.ssespec.run;

import dev.ssespec.property.Abilities;
import dev.ssespec.property.Trial;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Hello;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Trials as streams for a parser. */
final class ParseTrials implements Trials {
  private final Duration timeout;
  private final Abilities abilities;

  ParseTrials(Duration timeout, Hello hello, Set<String> unknownEndings) {
    this.timeout = timeout;
    abilities = Abilities.of(hello.capabilities(), unknownEndings);
  }

  @Override
  public Abilities abilities(Adapter adapter) {
    return abilities;
  }

  @Override
  public List<Optional<Transcript>> play(
      List<Trial> trials, Adapter adapter, Predicate<Transcript> deviates) {
    List<ParseTalk> talks = trials.stream().map(trial -> send(trial, adapter)).toList();
    List<Optional<Transcript>> transcripts = new ArrayList<>();
    for (ParseTalk talk : talks) {
      Transcript transcript = talk.await(timeout);
      transcripts.add(Optional.of(transcript));
      if (isLost(transcript)) {
        talks.forEach(ParseTalk::leave);
        return transcripts;
      }
    }
    return transcripts;
  }

  private static ParseTalk send(Trial trial, Adapter adapter) {
    var talk = new ParseTalk(adapter);
    if (!trial.note().isEmpty()) {
      talk.note(trial.note());
    }
    trial.feeds().forEach(feed -> talk.ask(feed.chunks(), feed.end()));
    return talk;
  }

  @Override
  public Transcript tryOut(Trial trial, Adapter adapter, Duration patience) {
    return send(trial, adapter).await(patience.compareTo(timeout) < 0 ? patience : timeout);
  }

  @Override
  public Duration patience() {
    return timeout;
  }

  @Override
  public Duration impatience() {
    return timeout;
  }

  @Override
  public boolean isLost(Transcript transcript) {
    return transcript.has(Kind.EXITED) || transcript.has(Kind.DEADLINE);
  }

  @Override
  public Transcript joined(List<Transcript> parts) {
    return Transcript.joined(parts);
  }

  /** No limit but the number of tries, each of which takes next to no time. */
  @Override
  public Optional<Duration> budget() {
    return Optional.empty();
  }
}

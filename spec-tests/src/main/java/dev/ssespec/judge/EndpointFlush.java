package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.fail;
import static dev.ssespec.judge.EndpointSight.info;
import static dev.ssespec.judge.EndpointSight.prerequisite;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.judge.EndpointBody.Piece;
import dev.ssespec.judge.EndpointLines.Line;
import dev.ssespec.judge.EndpointStream.Block;
import dev.ssespec.report.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * When the parts of a stream arrive. A busy machine, or the network, may tear any block once; so a
 * short pause counts only where at least two blocks, and half of all, have one.
 */
final class EndpointFlush {
  /** A pause that no two writes of the same flush have between them. */
  private static final long PAUSE_MICROS = 250_000;

  /** A pause that counts even once. */
  private static final long LONG_PAUSE_MICROS = 3_000_000;

  /** How long a connection may be silent. */
  private static final long SILENCE_MICROS = 30_000_000;

  /** Lines of these names only act with their block; retry acts at once. */
  private static final Set<String> OF_AN_EVENT = Set.of("event", "data", "id");

  private EndpointFlush() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(EndpointRule.BLOCK_IN_ONE_GO, EndpointFlush::inOneGo);
    rules.put(EndpointRule.BLANK_LINE_AT_ONCE, EndpointFlush::blankLine);
    rules.put(EndpointRule.KEEP_ALIVE, EndpointFlush::keepAlive);
  }

  private static Judgement inOneGo(EndpointSight sight) {
    List<Long> pauses = pauses(sight, EndpointFlush::longestPause);
    if (pauses.isEmpty()) {
      return prerequisite("No event came.");
    }
    return counts(pauses)
        ? fail(
            Failure.MISSING,
            "The lines of an event come with a pause between them, "
                + slow(pauses)
                + " of "
                + pauses.size()
                + " times.",
            "all lines of an event together",
            "a pause of " + millis(pauses))
        : Judgement.pass();
  }

  private static Judgement blankLine(EndpointSight sight) {
    List<Long> pauses = pauses(sight, EndpointFlush::pauseBeforeBlank);
    if (pauses.isEmpty()) {
      return neverBlank(sight);
    }
    return counts(pauses)
        ? fail(
            Failure.MISSING,
            "The blank line comes behind a pause, "
                + slow(pauses)
                + " of "
                + pauses.size()
                + " times, so that the event waits for it.",
            "the blank line with its event",
            "a pause of " + millis(pauses))
        : Judgement.pass();
  }

  private static Judgement neverBlank(EndpointSight sight) {
    List<Line> data =
        sight.stream().rest().stream()
            .filter(line -> line.ended() && line.name().equals("data"))
            .toList();
    if (data.size() < 3 || !sight.watch().peerEnd().isEmpty()) {
      return prerequisite("No event came.");
    }
    long span = data.get(data.size() - 1).endsAt() - data.get(0).endsAt();
    return span >= 2 * PAUSE_MICROS
        ? fail(
            Failure.MISSING,
            data.size() + " data lines came one by one, and no blank line.",
            "a blank line behind each event",
            data.get(0).text())
        : prerequisite("No event came.");
  }

  private static List<Long> pauses(EndpointSight sight, ToLongFunction<Block> pause) {
    return sight.stream().blocks().stream()
        .filter(block -> !ofAnEvent(block).isEmpty())
        .map(pause::applyAsLong)
        .toList();
  }

  private static List<Line> ofAnEvent(Block block) {
    return block.fields().stream().filter(line -> OF_AN_EVENT.contains(line.name())).toList();
  }

  private static long longestPause(Block block) {
    List<Line> lines = ofAnEvent(block);
    long longest = 0;
    for (int i = 1; i < lines.size(); i++) {
      longest = Math.max(longest, lines.get(i).beginsAt() - lines.get(i - 1).endsAt());
    }
    return longest;
  }

  private static long pauseBeforeBlank(Block block) {
    List<Line> lines = ofAnEvent(block);
    return block.blank().endsAt() - lines.get(lines.size() - 1).endsAt();
  }

  private static long slow(List<Long> pauses) {
    return pauses.stream().filter(pause -> pause >= PAUSE_MICROS).count();
  }

  private static boolean counts(List<Long> pauses) {
    long slow = slow(pauses);
    return (slow >= 2 && slow * 2 >= pauses.size())
        || pauses.stream().anyMatch(pause -> pause >= LONG_PAUSE_MICROS);
  }

  private static String millis(List<Long> pauses) {
    return pauses.stream().mapToLong(pause -> pause).max().orElse(0) / 1000 + " ms";
  }

  private static Judgement keepAlive(EndpointSight sight) {
    EndpointExchange watch = sight.watch();
    List<Long> times = new ArrayList<>();
    times.add(watch.headAt());
    sight.stream().body().pieces().stream().map(Piece::atMicros).forEach(times::add);
    times.add(watch.overAt());
    long silence = 0;
    for (int i = 1; i < times.size(); i++) {
      silence = Math.max(silence, times.get(i) - times.get(i - 1));
    }
    if (silence > SILENCE_MICROS) {
      return Judgement.nonStrict("silent", "Nothing came for " + seconds(silence) + ".");
    }
    boolean comments = sight.stream().lines().stream().anyMatch(Line::isComment);
    if (comments || watch.overAt() - watch.headAt() > SILENCE_MICROS) {
      return Judgement.pass();
    }
    if (!watch.peerEnd().isEmpty()) {
      return info(
          "The stream ended by itself after " + seconds(watch.overAt() - watch.headAt()) + ".");
    }
    return info(
        "Watched for "
            + seconds(watch.overAt() - watch.headAt())
            + " only, without a comment; the longest silence was "
            + seconds(silence)
            + ".");
  }

  private static String seconds(long micros) {
    return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
  }
}

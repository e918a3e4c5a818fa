package dev.ssespec.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Law;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of parsing; those of servers draw what is to be emitted, and feed nobody. */
class ExperimentTest {
  private static final Pattern EMPTY_RETRY = Pattern.compile("(?md)^retry(: ?)?\n");

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"EMITTED", "CONTAINED", "ANY_CONNECTIONS", "ANY_BYTES_OVER_CONNECTIONS"})
  void aTargetGetsNothingThatItCannotShow(Law law) {
    var nothing = new Abilities(false, false, List.of("\n"));

    for (Feed feed : feeds(law == Law.CHUNKING ? Law.ANY_STREAM : law, nothing)) {
      assertThat(feed.chunks()).hasSize(1);
      assertThat(feed.end()).isTrue();
      assertThat(latin(feed)).doesNotContain("\r");
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"EMITTED", "CONTAINED"})
  void whatIsLeftOpenIsNeverDrawn(Law law) {
    for (Feed feed : feeds(law, new Abilities(true, true, List.of("\n", "\r\n", "\r")))) {
      assertThat(EMPTY_RETRY.matcher(latin(feed).replaceAll("\r\n?", "\n")).find()).isFalse();
      assertThat(latin(feed)).doesNotEndWith("\r");
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"EMITTED", "CONTAINED"})
  void theSameSeedDrawsTheSame(Law law) {
    var all = new Abilities(true, true, List.of("\n", "\r\n", "\r"));

    assertThat(feeds(law, all).stream().map(ExperimentTest::latin))
        .containsExactlyElementsOf(feeds(law, all).stream().map(ExperimentTest::latin).toList());
  }

  @Test
  void aShrinkerLeavesOutWhatDoesNotMatter() {
    var experiment =
        new StreamExperiment(Law.ANY_STREAM, new Abilities(true, false, List.of("\n")));
    List<Symbol> parts = new ArrayList<>(Symbol.bytes("id: 7\ndata: x\ndata: yX\n\nfoo", false));
    parts.add(9, new Symbol(Symbol.CUT, false));
    var shrinker =
        new Shrinker<>(experiment, trial -> latin(trial.feeds().get(0)).contains("yX\n"), 1000);

    assertThat(Symbol.feed(shrinker.shrink(parts), true, true).chunks())
        .containsExactly("yX\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** A server that loses blank data is found by the other law, and must not be taken for this. */
  @Test
  void hostileEventsKeepTheirDataAsTheyShrink() {
    for (String data : List.of("", " y")) {
      assertThat(trial(Law.CONTAINED, data)).isEmpty();
      assertThat(trial(Law.EMITTED, data)).isPresent();
    }
    assertThat(trial(Law.CONTAINED, "x y")).isPresent();
  }

  private static Optional<Trial> trial(Law law, String data) {
    List<Letter> letters =
        new ArrayList<>(List.of(new Letter(0, Letter.Part.DATA, Letter.PRESENT)));
    data.codePoints().forEach(c -> letters.add(new Letter(0, Letter.Part.DATA, c)));
    return new EmissionExperiment(law == Law.CONTAINED, Set.of()).trial(letters);
  }

  @Test
  void aShrinkerAsksNoOftenerThanToldTo() {
    var experiment =
        new StreamExperiment(Law.ANY_STREAM, new Abilities(true, false, List.of("\n")));
    List<Symbol> parts = Symbol.bytes("data: x\n\n", false);
    var shrinker = new Shrinker<>(experiment, trial -> false, 5);

    assertThat(shrinker.shrink(parts)).isEqualTo(parts);
    assertThat(shrinker.asked()).isEqualTo(5);
  }

  private static List<Feed> feeds(Law law, Abilities abilities) {
    List<Feed> feeds = new ArrayList<>();
    draw(Experiment.of(law, abilities), feeds);
    return feeds;
  }

  private static <T> void draw(Experiment<T> experiment, List<Feed> feeds) {
    var random = new Random(3);
    for (int i = 0; i < 200; i++) {
      feeds.addAll(experiment.trial(experiment.drawTrial(random)).orElseThrow().feeds());
    }
  }

  private static String latin(Feed feed) {
    return new String(feed.whole(), StandardCharsets.ISO_8859_1);
  }
}

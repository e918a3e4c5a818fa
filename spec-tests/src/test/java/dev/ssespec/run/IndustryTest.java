package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a target is waited for that has been sent much. */
class IndustryTest {
  private static final Duration MOST = Duration.ofSeconds(7);
  private static final Duration EFFORT = Duration.ofSeconds(5);

  private final List<Duration> spells = new ArrayList<>();

  @Test
  void oneThatDoesNothingIsLeftAfterASpell() {
    var industry = working(0, 0, 20);

    assertThat(industry.outlasts(MOST, EFFORT, this::inVain)).isFalse();
    assertThat(spells).hasSize(1);
    assertThat(industry.toTheEnd()).isFalse();
  }

  @Test
  void oneThatIsAtWorkGetsAllTheTime() {
    var industry = working(0, 0, 500, 500, 1000, 1000, 1500, 1500, 1600);

    assertThat(industry.outlasts(MOST, EFFORT, this::inVain)).isFalse();
    assertThat(spells.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(MOST);
    assertThat(industry.toTheEnd()).isTrue();
  }

  @Test
  void oneThatHasDoneItsWorkIsLeft() {
    var industry = working(0, 0, 500, 500, 501);

    assertThat(industry.outlasts(MOST, EFFORT, this::inVain)).isFalse();
    assertThat(spells).hasSize(2);
    assertThat(industry.toTheEnd()).isFalse();
  }

  @Test
  void oneThatHasHadItsShareIsLeft() {
    var industry = working(0, 0, 3000, 3000, 6000);

    assertThat(industry.outlasts(MOST, EFFORT, this::inVain)).isFalse();
    assertThat(spells).hasSize(2);
    assertThat(industry.toTheEnd()).isTrue();
  }

  @Test
  void oneOfWhichNobodyKnowsGetsAllTheTime() {
    var industry = new Industry(Optional::empty);

    assertThat(industry.outlasts(MOST, EFFORT, this::inVain)).isFalse();
    assertThat(spells.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(MOST);
    assertThat(industry.toTheEnd()).isFalse();
  }

  @Test
  void whatComesEndsTheWait() {
    assertThat(working(0, 0).outlasts(MOST, EFFORT, spell -> true)).isTrue();
  }

  @Test
  void withoutTimeNothingIsAsked() {
    var industry = working(0);

    assertThat(industry.outlasts(Duration.ZERO, EFFORT, this::inVain)).isFalse();
    assertThat(industry.toTheEnd()).isFalse();
  }

  private boolean inVain(Duration spell) {
    spells.add(spell);
    return false;
  }

  private static Industry working(int... millis) {
    Iterator<Integer> times = IntStream.of(millis).iterator();
    return new Industry(() -> Optional.of(Duration.ofMillis(times.next())));
  }
}

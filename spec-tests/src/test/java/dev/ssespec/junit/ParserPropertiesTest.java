package dev.ssespec.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.parser.LiteralInterpreter;
import dev.ssespec.peer.SoundParser;
import dev.ssespec.target.ParserTarget;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserPropertiesTest {
  /** The event list of a stream is right; nothing else is shown. */
  private static final ParserTarget EVENTS_ALONE =
      (chunks, end) -> {
        List<Event> events = LiteralInterpreter.interpret(chunks.get(0)).events();
        return new Interpretation(events, List.of(), java.util.OptionalLong.empty(), "");
      };

  @TestFactory
  Stream<DynamicTest> theReferenceParserHasEveryProperty() {
    return ParserProperties.of(new SoundParser()).tests();
  }

  @TestFactory
  Stream<DynamicTest> aParserIsAskedForWhatItShowsAlone() {
    return ParserProperties.of(EVENTS_ALONE)
        .without("last-event-id", "retry", "comments", "chunks", "events-before-eof")
        .tests();
  }

  @Test
  void aDeviationIsToldWithTheSmallestStreamAndTheSeed() {
    DynamicTest anyStream =
        ParserProperties.of(EVENTS_ALONE)
            .without("last-event-id", "comments", "chunks", "events-before-eof")
            .seed(11)
            .tests()
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> anyStream.getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "(?s)The reconnection time expected .* but was never set\\. Stream of 8 bytes:"
                + " \"retry:\\d\\\\n"
                + "\" = 72 65 74 72 79 3a 3\\d 0a \\(seed 11, try \\d+; \\d+ of 100 tries deviate;"
                + " shrunk .*\\)\\RRepeat it with seed\\(11\\)");
  }

  /** Two more streams ask at the start which line ends the parser knows. */
  @ParameterizedTest
  @ValueSource(ints = {3, 40, 100})
  void aPropertyIsTriedAsOftenAsSaid(int tries) throws Throwable {
    var asked = new AtomicInteger();
    ParserTarget counting =
        (chunks, end) -> {
          asked.incrementAndGet();
          return new SoundParser().parse(chunks, end);
        };

    ParserProperties.of(counting)
        .tries(tries)
        .tests()
        .findFirst()
        .orElseThrow()
        .getExecutable()
        .execute();

    assertThat(asked).hasValue(tries + 2);
  }

  @Test
  void anErrorIsACrashAndNoHang() {
    ParserTarget recursive =
        (chunks, end) -> {
          throw new StackOverflowError();
        };
    DynamicTest anyStream =
        ParserProperties.of(recursive).seed(1).tests().findFirst().orElseThrow();

    assertThatThrownBy(() -> anyStream.getExecutable().execute())
        .hasMessageMatching(
            "(?s)The library threw: \"java\\.lang\\.StackOverflowError\" Stream of 0 bytes: .*");
  }

  @Test
  void theSameSeedTellsTheSame() {
    assertThat(failures(5)).isEqualTo(failures(5)).isNotEmpty();
  }

  private static List<String> failures(long seed) {
    return ParserProperties.of(EVENTS_ALONE)
        .seed(seed)
        .tries(40)
        .tests()
        .map(ParserPropertiesTest::failure)
        .toList();
  }

  private static String failure(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return "";
    } catch (Throwable e) {
      return String.valueOf(e.getMessage());
    }
  }
}

package dev.ssespec.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.peer.SoundParser;
import dev.ssespec.target.ParserTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** What docs/junit.md tells is what is compiled and run here. */
class JUnitGuideTest {
  private static final Path GUIDE = Path.of("../docs/junit.md");
  private static final Path SOURCE = Path.of("src/test/java/dev/ssespec/junit/MyParserTest.java");

  @Test
  void theExampleIsTheOneThatRuns() throws IOException {
    String source = Files.readString(SOURCE);
    String example =
        source
            .replaceFirst("package dev\\.ssespec\\.junit;\n\n", "")
            .replace(
                "import dev.ssespec.parser.Event;",
                "import dev.ssespec.junit.ParserProperties;\nimport dev.ssespec.parser.Event;");

    assertThat(block("java")).isEqualTo(example);
  }

  @Test
  void theFailureIsOneThatHappens() throws IOException {
    List<String> lines = block("text").lines().toList();
    ParserTarget dropping =
        (chunks, end) -> {
          Interpretation right = new SoundParser().parse(chunks, end);
          List<Event> events =
              right.events().stream()
                  .map(e -> new Event(e.type(), e.data().replace("\0", ""), e.lastEventId()))
                  .toList();
          return new Interpretation(
              events, right.comments(), right.reconnectionTime(), right.lastEventId());
        };
    DynamicTest anyStream = ParserProperties.of(dropping).seed(7).tests().findFirst().orElseThrow();

    assertThatThrownBy(() -> anyStream.getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessage(String.join(System.lineSeparator(), lines));
  }

  private static String block(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(GUIDE));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}

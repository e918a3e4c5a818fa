package dev.ssespec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.parser.WriteResult.Refused;
import dev.ssespec.parser.WriteResult.Written;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written is read back, and nothing else is. */
class EventStreamWriterProperties {

  @Property(tries = 5000)
  void what_is_written_is_read_back_exactly(@ForAll("events") OutgoingEvent event) {
    WriteResult result = EventStreamWriter.write(event);
    if (result instanceof Written written) {
      assertThat(LiteralInterpreter.interpret(written.bytes(), "before")).isEqualTo(meaning(event));
    } else if (result instanceof Refused refused) {
      assertThat(refused.reason()).isNotEmpty();
    }
  }

  private static Interpretation meaning(OutgoingEvent event) {
    String id = event.id().orElse("before");
    String type = event.type().orElse("message");
    List<Event> events =
        event.data().stream()
            .map(data -> new Event(type, data.replace("\r\n", "\n").replace('\r', '\n'), id))
            .toList();
    return new Interpretation(events, event.comment().stream().toList(), event.retry(), id);
  }

  @Provide
  Arbitrary<OutgoingEvent> events() {
    Arbitrary<Optional<String>> text = texts().optional();
    Arbitrary<OptionalLong> retry =
        Arbitraries.longs()
            .optional()
            .map(o -> o.map(OptionalLong::of).orElse(OptionalLong.empty()));
    return Combinators.combine(text, text, text, retry, text).as(OutgoingEvent::new);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(
                "a", " ", ":", "\r", "\n", "\r\n", "\0", "\uFEFF", "é", "\uD83D", "\uDE00",
                "data: ")
            .list()
            .ofMaxSize(5)
            .map(parts -> String.join("", parts)),
        Arbitraries.strings().ofMaxLength(10));
  }
}

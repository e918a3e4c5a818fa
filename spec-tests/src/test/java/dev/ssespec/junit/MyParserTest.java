package dev.ssespec.junit;

import dev.ssespec.parser.Event;
import dev.ssespec.parser.EventStreamParser;
import dev.ssespec.parser.Interpretation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MyParserTest {
  @TestFactory
  Stream<DynamicTest> properties() {
    return ParserProperties.of(MyParserTest::parse).without("retry", "comments").tests();
  }

  /** EventStreamParser stands for your parser here: each call starts with a new one. */
  private static Interpretation parse(List<byte[]> chunks, boolean end) {
    List<Event> events = new ArrayList<>();
    var parser = new EventStreamParser((type, data, id) -> events.add(new Event(type, data, id)));
    chunks.forEach(parser::feed);
    if (end) {
      parser.end();
    }
    return new Interpretation(events, List.of(), OptionalLong.empty(), parser.lastEventId());
  }
}

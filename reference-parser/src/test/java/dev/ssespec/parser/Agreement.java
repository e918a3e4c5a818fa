package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.OptionalLong;

/** Holds the parser against the interpreter, on one stream after the other, with little garbage. */
final class Agreement implements StreamListener {

  private Interpretation expected = LiteralInterpreter.interpret(new byte[0]);
  private int events;
  private int comments;
  private long retry;
  private boolean agrees;

  /** Fails unless the parser reads the first bytes of an array, whole and at every split, alike. */
  void compare(byte[] text, int length) {
    byte[] stream = Arrays.copyOf(text, length);
    expected = LiteralInterpreter.interpret(stream);
    for (int split = 0; split < Math.max(1, length); split++) {
      compareAt(stream, split);
    }
  }

  /** Fails unless the parser reads a stream in one piece as the interpreter does. */
  void compareWhole(byte[] stream) {
    expected = LiteralInterpreter.interpret(stream);
    compareAt(stream, 0);
  }

  private void compareAt(byte[] stream, int split) {
    if (!agreesAt(stream, split)) {
      throw new AssertionError(
          "Parser and interpreter disagree on \"%s\" split at byte %d: the interpreter says %s, the parser %s"
              .formatted(escaped(stream), split, expected, Recording.ofSplit(stream, split)));
    }
  }

  private boolean agreesAt(byte[] stream, int split) {
    events = 0;
    comments = 0;
    retry = -1;
    agrees = true;
    EventStreamParser parser = new EventStreamParser(this);
    parser.feed(stream, 0, split);
    parser.feed(stream, split, stream.length - split);
    parser.end();
    OptionalLong seen = retry < 0 ? OptionalLong.empty() : OptionalLong.of(retry);
    return agrees
        && events == expected.events().size()
        && comments == expected.comments().size()
        && seen.equals(expected.reconnectionTime())
        && parser.lastEventId().equals(expected.lastEventId());
  }

  @Override
  public void event(String type, String data, String lastEventId) {
    int index = events++;
    if (index < expected.events().size()) {
      Event event = expected.events().get(index);
      agrees &= event.data().equals(data);
      agrees &= event.type().equals(type) && event.lastEventId().equals(lastEventId);
    }
  }

  @Override
  public void comment(String text) {
    int index = comments++;
    agrees &= index >= expected.comments().size() || expected.comments().get(index).equals(text);
  }

  @Override
  public void reconnectionTime(long millis) {
    retry = millis;
  }

  static String escaped(byte[] stream) {
    StringBuilder text = new StringBuilder();
    new String(stream, UTF_8)
        .chars()
        .forEach(
            c -> {
              if (c < ' ' || c > '~') {
                text.append("\\u%04x".formatted(c));
              } else {
                text.append((char) c);
              }
            });
    return text.toString();
  }
}

package dev.ssespec.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** A listener that keeps what it hears, and ways to feed a stream to a parser that has one. */
final class Recording implements StreamListener {

  private final List<Event> events = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private OptionalLong reconnectionTime = OptionalLong.empty();

  @Override
  public void event(String type, String data, String lastEventId) {
    events.add(new Event(type, data, lastEventId));
  }

  @Override
  public void comment(String text) {
    comments.add(text);
  }

  @Override
  public void reconnectionTime(long millis) {
    reconnectionTime = OptionalLong.of(millis);
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  Interpretation interpretation(String lastEventId) {
    return new Interpretation(events, comments, reconnectionTime, lastEventId);
  }

  static Interpretation ofWhole(byte[] stream) {
    return ofPieces(stream, Math.max(1, stream.length));
  }

  /** Reads a stream in pieces of one size. */
  static Interpretation ofPieces(byte[] stream, int size) {
    Recording recording = new Recording();
    EventStreamParser parser = new EventStreamParser(recording);
    for (int at = 0; at < stream.length; at += size) {
      feedCopy(parser, stream, at, Math.min(stream.length, at + size));
    }
    parser.end();
    return recording.interpretation(parser.lastEventId());
  }

  /** Reads a stream in two pieces. */
  static Interpretation ofSplit(byte[] stream, int at) {
    Recording recording = new Recording();
    EventStreamParser parser = new EventStreamParser(recording);
    feedCopy(parser, stream, 0, at);
    feedCopy(parser, stream, at, stream.length);
    parser.end();
    return recording.interpretation(parser.lastEventId());
  }

  /** Hands over the bytes in the midst of others, and spoils them afterwards. */
  static void feedCopy(EventStreamParser parser, byte[] stream, int from, int to) {
    byte[] piece = new byte[to - from + 9];
    Arrays.fill(piece, (byte) '\n');
    System.arraycopy(stream, from, piece, 4, to - from);
    parser.feed(piece, 4, to - from);
    Arrays.fill(piece, (byte) '!');
  }
}

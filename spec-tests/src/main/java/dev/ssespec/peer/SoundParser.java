package dev.ssespec.peer;

import dev.ssespec.parser.Event;
import dev.ssespec.parser.EventStreamParser;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.parser.StreamListener;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.target.ParserTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The reference parser as a target. */
public final class SoundParser implements ParserTarget {
  /** How it introduces itself. */
  public static final TargetInfo INFO =
      new TargetInfo(
          "ssespec reference parser",
          "1",
          "Java",
          "",
          "eventsource",
          List.of("last-event-id", "retry", "comments", "chunks", "events-before-eof"),
          "");

  /** How another peer introduces itself: it shows as much as this one. */
  static TargetInfo introduced(String name, String notes) {
    return new TargetInfo(name, "", "Java", "", "eventsource", INFO.capabilities(), notes);
  }

  @Override
  public Interpretation parse(List<byte[]> chunks, boolean end) {
    var heard = new Hearing();
    var parser = new EventStreamParser(heard);
    chunks.forEach(parser::feed);
    if (end) {
      parser.end();
    }
    return new Interpretation(
        heard.events, heard.comments, heard.reconnectionTime, parser.lastEventId());
  }

  private static final class Hearing implements StreamListener {
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
  }
}

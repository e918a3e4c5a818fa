package dev.ssespec.demo;

import dev.ssespec.channel.Channel;
import dev.ssespec.channel.Feed;
import dev.ssespec.channel.Joining;
import dev.ssespec.channel.Portion;
import dev.ssespec.parser.OutgoingEvent;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One room of the classroom. */
final class Room {
  private static final int RECENT = 50;

  private final Channel channel;

  /** What was said lately, for those who come late; guarded by this. */
  private final Deque<OutgoingEvent> recent = new ArrayDeque<>();

  Room(Backstage backstage) {
    channel = Channel.open(backstage.fanout());
  }

  /** A stream for someone who comes in; the others hear of it, and when it is over. */
  synchronized Feed enter(String name, Optional<String> lastEventId) {
    return new Presence(name, channel.join(lastEventId, this::welcome));
  }

  /**
   * Says something to all who are here.
   *
   * @return the event's id
   */
  synchronized String say(String name, String text) {
    Map<String, Object> said = named(name);
    said.put("text", text);
    OutgoingEvent event = channel.publish(OutgoingEvent.ofData(JsonText.of(said)));
    if (recent.size() == RECENT) {
      recent.removeFirst();
    }
    recent.addLast(event);
    return event.id().orElse("");
  }

  void tick() {
    if (channel.streams() > 0) {
      String now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
      channel.publish(OutgoingEvent.ofData(now).withType("time"));
    }
  }

  int streams() {
    return channel.streams();
  }

  void end() {
    channel.end();
  }

  private List<OutgoingEvent> welcome(Joining how) {
    List<OutgoingEvent> welcome = new ArrayList<>();
    if (how == Joining.LOST) {
      welcome.add(
          OutgoingEvent.ofData("You were away for long: some messages may be missing.")
              .withType("gap"));
    }
    welcome.addAll(recent);
    return welcome;
  }

  private void tell(String type, String name) {
    Map<String, Object> told = named(name);
    told.put("here", channel.streams());
    channel.publish(OutgoingEvent.ofData(JsonText.of(told)).withType(type));
  }

  private static Map<String, Object> named(String name) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("name", name);
    return named;
  }

  /** Someone who is in the room. */
  private final class Presence implements Feed {
    private final String name;
    private final Feed feed;

    Presence(String name, Feed feed) {
      this.name = name;
      this.feed = feed;
    }

    @Override
    public void opened(Runnable wake) {
      feed.opened(wake);
      tell("joined", name);
    }

    @Override
    public Optional<Portion> next() {
      return feed.next();
    }

    @Override
    public void closed() {
      feed.closed();
      tell("left", name);
    }
  }
}

package dev.ssespec.demo;

import dev.ssespec.channel.Answer;
import dev.ssespec.channel.Asked;
import dev.ssespec.channel.Channel;
import dev.ssespec.channel.Joining;
import dev.ssespec.channel.Site;
import dev.ssespec.parser.OutgoingEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * Instant messages: {@code /messenger/sse} greets whoever comes, ticks, and carries what is posted
 * to {@code /messenger/message} to everyone.
 */
public final class Messenger implements Demo {
  private static final int LONGEST = 2_000;

  private final Channel channel;
  private final Future<?> ticking;

  /** Begins to tick. */
  public Messenger(Backstage backstage) {
    channel = Channel.open(backstage.fanout());
    ticking = backstage.atEachBeat(this::tick);
  }

  @Override
  public String name() {
    return "messenger";
  }

  @Override
  public String stream() {
    return "/messenger/sse";
  }

  @Override
  public void addTo(Site.Builder site) {
    Pages.add(site, name());
    site.get(stream(), asked -> Answer.stream(channel.join(asked.lastEventId(), this::welcome)))
        .post("/messenger/message", this::message);
  }

  private List<OutgoingEvent> welcome(Joining how) {
    String greeting =
        how == Joining.FRESH ? "Welcome." : "Welcome back. What came meanwhile is gone.";
    return List.of(OutgoingEvent.ofData(greeting).withType("greeting"));
  }

  private Answer message(Asked asked) {
    String text = JsonText.text(JsonText.object(asked.body()), "text", LONGEST);
    OutgoingEvent sent = channel.publish(OutgoingEvent.ofData(text));
    return Answer.json(202, JsonText.of(Map.of("id", sent.id().orElse(""))));
  }

  private void tick() {
    if (channel.streams() > 0) {
      String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      channel.publish(OutgoingEvent.ofData(now).withType("tick"));
    }
  }

  @Override
  public void close() {
    ticking.cancel(false);
    channel.end();
  }
}

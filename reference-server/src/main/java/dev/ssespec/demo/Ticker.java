package dev.ssespec.demo;

import dev.ssespec.channel.Answer;
import dev.ssespec.channel.Channel;
import dev.ssespec.channel.Joining;
import dev.ssespec.channel.Site;
import dev.ssespec.parser.OutgoingEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;

/**
 * The format at work: {@code stock-update} and {@code chat-message} events with JSON, the former on
 * several lines, and an unnamed message now and then that carries {@code retry}.
 */
public final class Ticker implements Demo {
  private static final List<String> SYMBOLS = List.of("ACME", "GLOBEX", "INITECH", "UMBRELLA");
  private static final List<String> REMARKS =
      List.of("Buy!", "Sell!", "Hold, says the one who holds.", "Is it lunch yet?", "涨了 📈");
  private static final long RETRY_MILLIS = 3_000;

  private final Channel channel;
  private final Future<?> ticking;
  private final Random random = new Random();

  /** In cents. Of the timer's thread alone. */
  private final Map<String, Long> prices = new LinkedHashMap<>();

  private long beats;

  /** Opens the exchange. */
  public Ticker(Backstage backstage) {
    channel = Channel.open(backstage.fanout());
    SYMBOLS.forEach(symbol -> prices.put(symbol, 10_000L));
    ticking = backstage.atEachBeat(this::tick);
  }

  @Override
  public String name() {
    return "ticker";
  }

  @Override
  public String stream() {
    return "/ticker/stream";
  }

  @Override
  public void addTo(Site.Builder site) {
    Pages.add(site, name());
    site.get(stream(), asked -> Answer.stream(channel.join(asked.lastEventId(), this::welcome)));
  }

  private List<OutgoingEvent> welcome(Joining how) {
    return how == Joining.FRESH
        ? List.of()
        : List.of(OutgoingEvent.ofData("Some prices were missed.").withType("gap"));
  }

  private void tick() {
    if (channel.streams() == 0) {
      return;
    }
    channel.publish(stockUpdate());
    if (beats % 3 == 1) {
      channel.publish(chatMessage());
    }
    if (beats % 5 == 2) {
      channel.publish(OutgoingEvent.ofData("still here").withRetry(RETRY_MILLIS));
    }
    beats++;
  }

  private OutgoingEvent stockUpdate() {
    String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
    long change = random.nextLong(-200, 201);
    long price = Math.max(100, prices.getOrDefault(symbol, 0L) + change);
    prices.put(symbol, price);
    Map<String, Object> update = new LinkedHashMap<>();
    update.put("symbol", symbol);
    update.put("cents", price);
    update.put("change", change);
    return OutgoingEvent.ofData(JsonText.onLines(update)).withType("stock-update");
  }

  private OutgoingEvent chatMessage() {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("from", "trader " + (1 + random.nextInt(9)));
    message.put("text", REMARKS.get(random.nextInt(REMARKS.size())));
    return OutgoingEvent.ofData(JsonText.of(message)).withType("chat-message");
  }

  @Override
  public void close() {
    ticking.cancel(false);
    channel.end();
  }
}

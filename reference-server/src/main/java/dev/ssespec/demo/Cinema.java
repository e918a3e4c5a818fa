package dev.ssespec.demo;

import dev.ssespec.channel.Answer;
import dev.ssespec.channel.Asked;
import dev.ssespec.channel.Channel;
import dev.ssespec.channel.ChannelLimits;
import dev.ssespec.channel.Feed;
import dev.ssespec.channel.Joining;
import dev.ssespec.channel.Site;
import dev.ssespec.parser.OutgoingEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A cinema whose showtimes are in a database.
 *
 * <ol>
 *   <li>Whoever comes gets the whole programme, and then each change: those made on a page, those
 *       that anybody else makes in the database's tables of changes, and the seats that are sold at
 *       each beat while somebody watches.
 *   <li>One thread looks for changes, at each beat and after each edit. It alone publishes, so that
 *       events come in the order of the database.
 *   <li>Ids are positions in the database. After a restart the changes that are kept there are the
 *       channel's history, so that clients resume as if nothing had been.
 * </ol>
 */
public final class Cinema implements Demo {
  private static final Logger LOG = System.getLogger(Cinema.class.getName());
  private static final long RETRY_MILLIS = 1_000;
  private static final long MOST_SEATS = 1_000;

  private final Showtimes showtimes;
  private final Channel channel;
  private final ScheduledExecutorService usher;
  private final Random random = new Random();

  /** The programme as of the channel's newest event; guarded by this. */
  private final Map<Long, Show> programme = new LinkedHashMap<>();

  private Cinema(Showtimes showtimes, Channel channel) {
    this.showtimes = showtimes;
    this.channel = channel;
    this.usher =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "ssespec-cinema");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Opens the cinema.
   *
   * @param jdbcUrl the database; its driver must be on the class path
   * @throws SQLException if the database cannot be used; nothing is left open then
   */
  public static Cinema open(Backstage backstage, String jdbcUrl) throws SQLException {
    var showtimes = new Showtimes(jdbcUrl);
    try {
      showtimes.prepare();
      var snapshot = showtimes.snapshot();
      List<ShowChange> kept = showtimes.changesBehind(0);
      long first = kept.isEmpty() ? snapshot.position() + 1 : kept.get(0).position();
      var limits = new ChannelLimits(Showtimes.KEPT, ChannelLimits.DEFAULT.bytes());
      var channel = new Channel(snapshot.epoch(), first, limits, RETRY_MILLIS, backstage.fanout());
      var cinema = new Cinema(showtimes, channel);
      snapshot.shows().forEach(show -> cinema.programme.put(show.id(), show));
      cinema.publish(kept);
      long nanos = backstage.beat().toNanos();
      var unused =
          cinema.usher.scheduleWithFixedDelay(cinema::beat, nanos, nanos, TimeUnit.NANOSECONDS);
      return cinema;
    } catch (SQLException | RuntimeException e) {
      showtimes.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return "cinema";
  }

  @Override
  public String stream() {
    return "/cinema/stream";
  }

  @Override
  public void addTo(Site.Builder site) {
    Pages.add(site, name());
    site.get(stream(), asked -> Answer.stream(join(asked.lastEventId())))
        .post("/cinema/show", this::edit);
  }

  private synchronized Feed join(Optional<String> lastEventId) {
    return channel.join(lastEventId, this::welcome);
  }

  /** The whole programme: whoever has lost the thread needs no changes from before. */
  private List<OutgoingEvent> welcome(Joining how) {
    var shows = programme.values().stream().map(Show::toMap).toList();
    return List.of(OutgoingEvent.ofData(JsonText.of(shows)).withType("programme"));
  }

  private Answer edit(Asked asked) {
    Map<String, Object> wish = JsonText.object(asked.body());
    try {
      long position = edit(wish);
      usher.execute(this::publishNew);
      return Answer.json(202, JsonText.of(Map.of("position", position)));
    } catch (SQLException e) {
      LOG.log(Level.ERROR, "the database did not take an edit", e);
      return Answer.text(503, "The database cannot be reached.");
    } catch (RejectedExecutionException e) {
      return Answer.text(503, "The cinema has closed.");
    }
  }

  private long edit(Map<String, Object> wish) throws SQLException {
    if (wish.get("cancelled") instanceof Boolean cancelled && cancelled) {
      return showtimes.cancel(JsonText.number(wish, "id", 1, Long.MAX_VALUE));
    }
    String film = JsonText.text(wish, "film", 120);
    String hall = JsonText.text(wish, "hall", 40);
    String starts = JsonText.text(wish, "starts", 20);
    if (!wish.containsKey("id")) {
      return showtimes.add(film, hall, starts);
    }
    long id = JsonText.number(wish, "id", 1, Long.MAX_VALUE);
    long seats = JsonText.number(wish, "seats", 0, MOST_SEATS);
    return showtimes.edit(id, show -> new Show(id, film, hall, starts, seats));
  }

  private void beat() {
    try {
      if (channel.streams() > 0) {
        sellSeat();
      }
    } catch (SQLException | RuntimeException e) {
      // A showing that was cancelled meanwhile, or a database that is away for the moment.
      LOG.log(Level.WARNING, "no seat was sold", e);
    }
    publishNew();
  }

  private void sellSeat() throws SQLException {
    List<Long> ids;
    synchronized (this) {
      ids = new ArrayList<>(programme.keySet());
    }
    if (!ids.isEmpty()) {
      showtimes.sellSeat(ids.get(random.nextInt(ids.size())));
    }
  }

  private void publishNew() {
    try {
      List<ShowChange> changes = showtimes.changesBehind(channel.next() - 1);
      if (!changes.isEmpty() && changes.get(0).position() != channel.next()) {
        startOver(changes.get(0).position());
      }
      publish(changes);
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "the database was not asked for changes", e);
    }
  }

  /**
   * Changes are missing: another server has dropped them from the database while this one slept.
   */
  private void startOver(long position) throws SQLException {
    var snapshot = showtimes.snapshot();
    synchronized (this) {
      programme.clear();
      snapshot.shows().forEach(show -> programme.put(show.id(), show));
      channel.skipTo(position);
    }
  }

  private synchronized void publish(List<ShowChange> changes) {
    for (ShowChange change : changes) {
      Show show = change.show();
      if (change.cancelled()) {
        programme.remove(show.id());
      } else {
        programme.put(show.id(), show);
      }
      channel.publish(
          OutgoingEvent.ofData(JsonText.of(show.toMap()))
              .withType(change.cancelled() ? "cancelled" : "showtime"));
    }
  }

  @Override
  public void close() {
    usher.shutdown();
    try {
      if (!usher.awaitTermination(10, TimeUnit.SECONDS)) {
        usher.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    channel.end();
    showtimes.close();
  }
}

package dev.ssespec.channel;

import dev.ssespec.parser.OutgoingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Events for any number of streams, in one order for all of them.
 *
 * <p>Each event gets a position, and the id {@code epoch-position}. The channel keeps the latest
 * ones, and a stream is a place among them that moves on: what a stream has yet to send is the part
 * of the history behind its place. So a client that comes back with an id is put behind that event,
 * and gets everything from there on, once, however fast others publish meanwhile; and a stream that
 * reads slowly costs nothing, until what it needs is no longer kept: then it is told, with the
 * event {@value #DROPPED}, and ended.
 *
 * <p>{@link #publish} writes down the event and returns; streams are served by the executor's
 * threads. Safe for use by many threads.
 *
 * <pre>{@code
 * Channel news = Channel.open(executor);
 * site.stream("/news", asked -> Answer.stream(news.join(asked.lastEventId(), how -> List.of())));
 * String id = news.publish(OutgoingEvent.ofData("hello"));
 * }</pre>
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header">
 *     Last-Event-ID</a>
 */
public final class Channel {
  /** The type of the event that a stream ends with which has fallen too far behind. */
  public static final String DROPPED = "dropped";

  private static final int MOST_BYTES_AT_A_TIME = 65_536;

  private final String epoch;
  private final History history;
  private final Fanout fanout;
  private final long retryMillis;
  private boolean ended;

  /**
   * A channel whose positions go on from an earlier life.
   *
   * @param epoch what ids of this channel begin with; ids that begin otherwise are not its own
   * @param first the position of its first event
   * @param retryMillis the reconnection time that every stream is told, in milliseconds
   * @param executor serves the streams; its threads are never blocked
   */
  public Channel(
      String epoch, long first, ChannelLimits limits, long retryMillis, Executor executor) {
    this.epoch = epoch;
    this.history = new History(limits, first);
    this.retryMillis = retryMillis;
    this.fanout = new Fanout(executor, Runtime.getRuntime().availableProcessors());
  }

  /** A new channel with {@link ChannelLimits#DEFAULT}. */
  public static Channel open(Executor executor) {
    return new Channel(newEpoch(), 1, ChannelLimits.DEFAULT, 1000, executor);
  }

  /** An epoch that no other channel has had, in all likelihood. */
  public static String newEpoch() {
    return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36)
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Adds an event; an id that it has is replaced.
   *
   * @return the event with its id
   * @throws IllegalArgumentException if no stream can carry the event
   */
  public OutgoingEvent publish(OutgoingEvent event) {
    OutgoingEvent numbered;
    synchronized (this) {
      numbered = event.withId(id(history.next()));
      history.add(Encoding.bytes(numbered));
    }
    fanout.wakeAll();
    return numbered;
  }

  /**
   * Forgets what it keeps: the next event will have that position. Streams behind it are dropped.
   */
  public void skipTo(long position) {
    synchronized (this) {
      history.skipTo(position);
    }
    fanout.wakeAll();
  }

  /** The position that the next event will have. */
  public synchronized long next() {
    return history.next();
  }

  /**
   * A place for a stream: behind the event with that id, or behind the newest one.
   *
   * @param lastEventId what the client says it has seen last; any text
   * @param welcome what this stream alone is sent first; not called for a client that resumes
   */
  public synchronized Feed join(
      Optional<String> lastEventId, Function<Joining, List<OutgoingEvent>> welcome) {
    long place = lastEventId.map(this::behind).orElse(-1L);
    List<OutgoingEvent> first = new ArrayList<>();
    first.add(OutgoingEvent.empty().withRetry(retryMillis));
    if (place < 0) {
      place = history.next();
      first.addAll(welcome.apply(lastEventId.isEmpty() ? Joining.FRESH : Joining.LOST));
      // An id without data: whoever is cut off now will come back to this very place.
      first.add(OutgoingEvent.empty().withId(id(place - 1)));
    }
    return new Place(Encoding.bytes(first), place);
  }

  /** How many streams are open. */
  public int streams() {
    return fanout.size();
  }

  /** Ends every stream when it has sent all that was published; later ones end likewise. */
  public void end() {
    synchronized (this) {
      ended = true;
    }
    fanout.wakeAll();
  }

  private String id(long position) {
    return epoch + "-" + position;
  }

  /** The place behind the event with that id; -1 if it is none of ours, or no longer kept. */
  private long behind(String id) {
    int dash = id.lastIndexOf('-');
    if (dash < 0 || !id.substring(0, dash).equals(epoch) || id.length() - dash > 18) {
      return -1;
    }
    String digits = id.substring(dash + 1);
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9') || digits.isEmpty()) {
      return -1;
    }
    long place = Long.parseLong(digits) + 1;
    return place >= history.first() && place <= history.next() ? place : -1;
  }

  private synchronized Optional<Portion> read(Place place) {
    if (place.at < history.first()) {
      return Optional.of(Portion.last(dropped()));
    }
    if (place.at == history.next()) {
      return ended ? Optional.of(Portion.last(new byte[0])) : Optional.empty();
    }
    long to = history.end(place.at, MOST_BYTES_AT_A_TIME);
    var portion = new Portion(history.read(place.at, to), false);
    place.at = to;
    return Optional.of(portion);
  }

  private static byte[] dropped() {
    return Encoding.bytes(
        OutgoingEvent.ofData("This stream was too far behind; come back and go on.")
            .withType(DROPPED));
  }

  /** One stream's place in the history. */
  private final class Place implements Feed {
    private Optional<Portion> first;
    private volatile Runnable wake = () -> {};

    /** Guarded by the channel. */
    private long at;

    Place(byte[] first, long at) {
      this.first = Optional.of(Portion.of(first));
      this.at = at;
    }

    @Override
    public void opened(Runnable newWake) {
      wake = newWake;
      fanout.add(newWake);
    }

    @Override
    public Optional<Portion> next() {
      if (first.isPresent()) {
        Optional<Portion> portion = first;
        first = Optional.empty();
        return portion;
      }
      return read(this);
    }

    @Override
    public void closed() {
      fanout.remove(wake);
    }
  }
}

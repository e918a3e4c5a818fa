package dev.ssespec.channel;

import java.time.Duration;

/**
 * How a {@link StreamServer} listens, and how patient it is.
 *
 * @param bind the host name or address to listen on
 * @param port the port to listen on; 0 for any that is free
 * @param heartbeat how often every stream gets a comment, so that nobody takes it for dead
 * @param patience how long a reader may leave what is sent to it unread before it is cut off;
 *     noticed at a heartbeat
 * @param mostStreams how many streams may be open at a time; one more is answered with 503
 */
public record ServerOptions(
    String bind, int port, Duration heartbeat, Duration patience, int mostStreams) {

  /** Loopback, any port, a comment each 15 s, 30 s of patience, 20,000 streams. */
  public static final ServerOptions DEFAULT =
      new ServerOptions("127.0.0.1", 0, Duration.ofSeconds(15), Duration.ofSeconds(30), 20_000);

  /** Refuses times that are not positive. */
  public ServerOptions {
    if (heartbeat.isNegative()
        || heartbeat.isZero()
        || patience.isNegative()
        || patience.isZero()) {
      throw new IllegalArgumentException(
          "Heartbeat and patience must be positive, but were " + heartbeat + " and " + patience);
    }
  }

  /** These options with another place to listen. */
  public ServerOptions at(String newBind, int newPort) {
    return new ServerOptions(newBind, newPort, heartbeat, patience, mostStreams);
  }

  /** These options with another heartbeat and patience. */
  public ServerOptions beating(Duration newHeartbeat, Duration newPatience) {
    return new ServerOptions(bind, port, newHeartbeat, newPatience, mostStreams);
  }

  /** These options with another number of streams. */
  public ServerOptions withMostStreams(int streams) {
    return new ServerOptions(bind, port, heartbeat, patience, streams);
  }
}

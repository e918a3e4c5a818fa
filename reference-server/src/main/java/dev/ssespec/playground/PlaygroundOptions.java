package dev.ssespec.playground;

import dev.ssespec.channel.ServerOptions;
import java.time.Duration;

/**
 * How a {@link Playground} is set up.
 *
 * @param server where it listens, and how patient it is
 * @param jdbcUrl the cinema's database
 * @param speed how many numbers the counter sends in a second, from 0.1 to 1000
 * @param beat how often the demos do something by themselves
 */
public record PlaygroundOptions(ServerOptions server, String jdbcUrl, double speed, Duration beat) {

  /** On loopback, with a number and a beat each second. */
  public static PlaygroundOptions on(String jdbcUrl) {
    return new PlaygroundOptions(ServerOptions.DEFAULT, jdbcUrl, 1, Duration.ofSeconds(1));
  }

  /** These options with another place to listen. */
  public PlaygroundOptions at(String bind, int port) {
    return with(server.at(bind, port));
  }

  /** These options with another server. */
  public PlaygroundOptions with(ServerOptions newServer) {
    return new PlaygroundOptions(newServer, jdbcUrl, speed, beat);
  }

  /** These options with another speed of the counter. */
  public PlaygroundOptions withSpeed(double numbersInASecond) {
    return new PlaygroundOptions(server, jdbcUrl, numbersInASecond, beat);
  }

  /** These options with another beat. */
  public PlaygroundOptions withBeat(Duration newBeat) {
    return new PlaygroundOptions(server, jdbcUrl, speed, newBeat);
  }

  /**
   * The database of a file, which survives the end of this process in whatever way it comes.
   *
   * @param file where, without the ending that the database gives it
   */
  public static String h2File(java.nio.file.Path file) {
    // Written before a commit returns, and closed by us alone: an id that was sent must be there.
    return "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }
}

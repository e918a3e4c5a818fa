package dev.ssespec.playground;

import dev.ssespec.channel.Site;
import dev.ssespec.channel.StreamServer;
import dev.ssespec.demo.Backstage;
import dev.ssespec.demo.Cinema;
import dev.ssespec.demo.Classroom;
import dev.ssespec.demo.Counter;
import dev.ssespec.demo.Demo;
import dev.ssespec.demo.Messenger;
import dev.ssespec.demo.Pages;
import dev.ssespec.demo.Ticker;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The demos on one port, and a page that leads to them.
 *
 * <ol>
 *   <li>{@link #start} opens the database and listens.
 *   <li>{@link #streams} says where the streams are.
 *   <li>{@link #close} ends them all in order and leaves nothing behind but the database.
 * </ol>
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * try (Playground playground = Playground.start(PlaygroundOptions.on("jdbc:h2:mem:cinema"))) {
 *   System.out.println(playground.uri());
 * }
 * }</pre>
 */
public final class Playground implements AutoCloseable {
  private final Backstage backstage;
  private final List<Demo> demos;
  private final StreamServer server;

  /** Guarded by this. */
  private boolean closed;

  private Playground(Backstage backstage, List<Demo> demos, StreamServer server) {
    this.backstage = backstage;
    this.demos = List.copyOf(demos);
    this.server = server;
  }

  /**
   * Listens.
   *
   * @throws SQLException if the cinema's database cannot be used
   * @throws UncheckedIOException if the port cannot be had
   * @throws IllegalArgumentException if the speed is out of range
   */
  public static Playground start(PlaygroundOptions options) throws SQLException {
    var backstage = new Backstage(options.beat());
    Cinema cinema = null;
    try {
      var counter = new Counter(backstage, options.speed());
      cinema = Cinema.open(backstage, options.jdbcUrl());
      List<Demo> demos =
          List.of(
              new Classroom(backstage),
              new Messenger(backstage),
              new Ticker(backstage),
              cinema,
              counter);
      return new Playground(backstage, demos, StreamServer.start(options.server(), site(demos)));
    } catch (SQLException | RuntimeException e) {
      if (cinema != null) {
        cinema.close();
      }
      backstage.close();
      throw e;
    }
  }

  private static Site site(List<Demo> demos) {
    Site.Builder site = Site.builder();
    Pages.addShared(site);
    Pages.add(site, "/", Playground.class, "playground.html");
    demos.forEach(demo -> demo.addTo(site));
    return site.build();
  }

  /** The address of the first page. */
  public URI uri() {
    return server.uri();
  }

  /** Where each demo's stream is, by the demo's name. */
  public Map<String, URI> streams() {
    Map<String, URI> streams = new LinkedHashMap<>();
    demos.forEach(demo -> streams.put(demo.name(), uri().resolve(demo.stream())));
    return streams;
  }

  /** How many streams are open now. */
  public int openStreams() {
    return server.openStreams();
  }

  /** May be called twice. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    demos.forEach(Demo::close);
    server.close();
    backstage.close();
  }
}

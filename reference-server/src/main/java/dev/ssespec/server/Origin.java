package dev.ssespec.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server that does on each connection exactly what a script says, byte by byte and
 * write by write, and records what it sees. It listens on two ports, of the loopback interface
 * unless told, so that there is another origin to redirect to.
 *
 * <ol>
 *   <li>{@link #start} opens both ports.
 *   <li>{@link #stage} puts a {@link Program} up at a path of its own; any number at once.
 *   <li>{@link #close} closes the stages and the ports. It leaves no thread and no socket behind.
 * </ol>
 *
 * <p>Each connection answers one request. All pauses and waits are without a thread. Safe for use
 * by many threads.
 *
 * <pre>{@code
 * try (Origin origin = Origin.start();
 *     Stage stage = origin.stage(Program.of(Script.eventStream().body("data: a\n\n").end()))) {
 *   // let a client connect to stage.url(), then look at stage.records()
 * }
 * }</pre>
 */
public final class Origin implements AutoCloseable {
  private static final String STAGES = "/s/";
  private static final int TOKEN_BYTES = 16;
  private static final int MAX_THREADS = 32;

  private final OriginLimits limits;
  private final String host;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Stage> stages = new ConcurrentHashMap<>();
  private final QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
  private final Scheduler scheduler = new ScheduledExecutorScheduler("ssespec-origin-clock", true);
  private final AtomicInteger connections = new AtomicInteger();
  private final OriginEndPoints endPoints;
  private final ListeningPort main;
  private final ListeningPort other;
  private @Nullable SecureDoor door;

  private Origin(OriginLimits limits, Inet4Address host) throws IOException {
    this.limits = limits;
    this.host = host.getHostAddress();
    threads.setName("ssespec-origin");
    threads.setDaemon(true);
    this.endPoints = new OriginEndPoints(this);
    List.of(threads, scheduler, endPoints).forEach(part -> LifeCycle.start(part));
    this.main = new ListeningPort("ssespec-origin-main", host, endPoints::take);
    this.other = new ListeningPort("ssespec-origin-other", host, endPoints::take);
  }

  /**
   * Starts an origin with {@link OriginLimits#DEFAULT}.
   *
   * @throws UncheckedIOException if no port can be opened
   */
  public static Origin start() {
    return start(OriginLimits.DEFAULT);
  }

  /**
   * Starts an origin.
   *
   * @throws UncheckedIOException if no port can be opened
   */
  public static Origin start(OriginLimits limits) {
    try {
      return start(limits, (Inet4Address) InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /**
   * Starts an origin for clients on other machines.
   *
   * @param host the address of this machine on which it listens, and by which clients know it
   * @throws UncheckedIOException if no port can be opened there
   */
  public static Origin start(OriginLimits limits, Inet4Address host) {
    try {
      return new Origin(limits, host);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + host.getHostAddress(), e);
    }
  }

  /** Puts a program up at a new path. */
  public Stage stage(Program program) {
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    Stage stage = new Stage(this, program, STAGES + HexFormat.of().formatHex(token));
    stages.put(stage.path(), stage);
    return stage;
  }

  /** The root of the main port, with its slash. */
  public URI base() {
    return URI.create("http://" + host + ":" + main.port() + "/");
  }

  /** The root of the second port, with its slash: another origin with the same stages. */
  public URI otherBase() {
    return URI.create("http://" + host + ":" + other.port() + "/");
  }

  /**
   * The root of a further port, with its slash: the same stages over TLS. The first call opens the
   * ports and makes a certificate for them, which takes a second or so.
   *
   * @param httpTwo whether HTTP/2 is offered beside HTTP/1.1
   * @throws UncheckedIOException if no certificate can be made
   */
  public URI secureBase(boolean httpTwo) {
    return door().base(httpTwo);
  }

  /** The certificate of the secure ports, in PEM; the file is gone when the origin is closed. */
  public Path certificate() {
    return door().certificate().pem();
  }

  private synchronized SecureDoor door() {
    SecureDoor current = door;
    if (current == null) {
      current = new SecureDoor(this);
      door = current;
    }
    return current;
  }

  /** From now on connections to the main port are refused; open ones go on. */
  public void refuse() {
    main.refuse();
  }

  /** From now on the main port, the same one, accepts connections again. */
  public void accept() {
    main.accept();
  }

  /** Resets what is open and frees all threads and ports. May be called twice. */
  @Override
  public void close() {
    main.close();
    other.close();
    List.copyOf(stages.values()).forEach(Stage::close);
    synchronized (this) {
      if (door != null) {
        door.close();
        door = null;
      }
    }
    List.of(endPoints, scheduler, threads).forEach(part -> LifeCycle.stop(part));
  }

  /** The stage whose path, or a path below it, this is. */
  @Nullable Stage find(String path) {
    int slash = path.startsWith(STAGES) ? path.indexOf('/', STAGES.length()) : -1;
    return stages.get(slash < 0 ? path : path.substring(0, slash));
  }

  void forget(Stage stage) {
    stages.remove(stage.path());
  }

  /** The running number of a new connection, or of a stream of HTTP/2. */
  int nextConnection() {
    return connections.incrementAndGet();
  }

  OriginLimits limits() {
    return limits;
  }

  Executor executor() {
    return threads;
  }

  Scheduler scheduler() {
    return scheduler;
  }
}

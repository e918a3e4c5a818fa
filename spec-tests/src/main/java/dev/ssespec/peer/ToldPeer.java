package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.target.ServerTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One listening {@link PlainToldServer}. Safe for all threads. */
final class ToldPeer implements ServerTarget.Running {
  /** So many streams may leak. */
  private static final int SLOTS = 200;

  private final ToldTraits traits;
  private final ServerSocket socket;
  private final ServerTarget.Ear ear;
  private final ToldEncoder encoder;
  private final ToldLog log;
  private final List<ToldStream> streams = new ArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicInteger turns = new AtomicInteger();
  private String held = "";

  ToldPeer(ToldTraits traits, ServerSocket socket, ServerTarget.Ear ear) {
    this.traits = traits;
    this.socket = socket;
    this.ear = ear;
    encoder = new ToldEncoder(traits);
    log = new ToldLog(traits);
  }

  ToldPeer listening() {
    daemon(this::accept);
    return this;
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "ssespec-peer-told");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/events");
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        sockets.add(connection);
        daemon(() -> serve(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      Optional<ServerRequest> request = ServerRequest.read(connection.getInputStream());
      if (request.isPresent()) {
        answer(request.get(), connection);
      }
    } catch (IOException e) {
      // The client is gone, which is how most streams end.
    } finally {
      sockets.remove(connection);
    }
  }

  private void answer(ServerRequest request, Socket connection) throws IOException {
    var head = new ToldHead(traits, request);
    int open;
    synchronized (this) {
      open = streams.size();
    }
    boolean stranger = request.lastEventId().isPresent() && !log.knows(request);
    boolean full = traits.has(ToldFault.SLOTS_LEAK) && names.get() >= SLOTS;
    Optional<byte[]> other =
        head.other(full || (stranger && traits.has(ToldFault.STRANGERS_FAIL)), full);
    if (other.isPresent()) {
      connection.getOutputStream().write(other.get());
      return;
    }
    var stream = new ToldStream(traits, connection, head.isChunked(), head.stream(open));
    String name = "k" + names.incrementAndGet();
    open(stream, request, name, stranger);
    try {
      stream.awaitLeaving();
    } finally {
      synchronized (this) {
        streams.remove(stream);
      }
      if (!traits.has(ToldFault.LEAVING_UNNOTICED) && !stream.isForgotten()) {
        ear.disconnected(name);
      }
    }
  }

  /** Between what is replayed and what is live nothing may happen. */
  private void open(ToldStream stream, ServerRequest request, String name, boolean stranger) {
    List<String> replay = List.of();
    if (traits.has(ToldFault.REPLAY_GAP)) {
      replay = log.behind(request);
      stream.pause();
    }
    synchronized (this) {
      replay = traits.has(ToldFault.REPLAY_GAP) ? replay : log.behind(request);
      if (!traits.has(ToldFault.REPLAY_OVERLAP)) {
        replay.forEach(stream::add);
      }
      if (!(stranger && traits.has(ToldFault.STRANGERS_DEAF))) {
        streams.add(stream);
      }
      ear.connected(name, request.lastEventId());
      stream.begin();
    }
    if (traits.has(ToldFault.REPLAY_OVERLAP)) {
      stream.pause();
      log.behind(request).forEach(stream::add);
    }
  }

  @Override
  public synchronized void send(OutgoingEvent event) {
    String block = encoder.block(event);
    boolean comment = event.comment().isPresent();
    event.id().ifPresent(id -> log.keep(id, block));
    if (traits.has(ToldFault.PAIRS_SWAPPED) && event.data().orElse("").startsWith("3")) {
      held = block;
      return;
    }
    if (comment && traits.has(ToldFault.COMMENT_HELD)) {
      held += block;
      return;
    }
    String all = traits.has(ToldFault.PAIRS_SWAPPED) ? block + held : held + block;
    held = "";
    write(all, event);
    if (traits.has(ToldFault.THREE_TWICE) && event.data().orElse("").startsWith("3")) {
      write(all, event);
    }
  }

  private void write(String block, OutgoingEvent event) {
    if (event.data().orElse("x").isEmpty() && traits.has(ToldFault.EMPTY_DATA_CLOSES)) {
      streams.forEach(ToldStream::end);
      return;
    }
    if (traits.has(ToldFault.ONE_GETS_EACH) && !streams.isEmpty()) {
      streams.get(turns.getAndIncrement() % streams.size()).add(block);
      return;
    }
    if (!traits.has(ToldFault.SENDS_NOTHING)) {
      streams.forEach(stream -> stream.add(block));
    }
    if (traits.has(ToldFault.STALLED_STOPS_ALL)) {
      streams.forEach(ToldStream::awaitRoom);
    }
  }

  @Override
  public synchronized void end() {
    if (!traits.has(ToldFault.END_KEPT_OPEN)) {
      List.copyOf(streams).forEach(ToldStream::end);
    }
  }

  @Override
  public void stop() {
    try {
      socket.close();
      for (Socket connection : sockets) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A socket could not be closed", e);
    }
  }

  /** Text on the wire. */
  static byte[] bytes(String text) {
    return bytes(text, false);
  }

  /**
   * Text on the wire.
   *
   * @param halves whether half of a surrogate pair has bytes, which no decoder of UTF-8 takes
   */
  static byte[] bytes(String text, boolean halves) {
    if (!halves) {
      return text.getBytes(UTF_8);
    }
    var out = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out.write(0xe0 | (c >> 12));
                out.write(0x80 | ((c >> 6) & 0x3f));
                out.write(0x80 | (c & 0x3f));
              } else {
                out.writeBytes(Character.toString(c).getBytes(UTF_8));
              }
            });
    return out.toByteArray();
  }
}

package dev.ssespec.channel.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ssespec.http.ChunkedDecoder;
import dev.ssespec.http.MalformedHttpException;
import dev.ssespec.parser.EventStreamParser;
import dev.ssespec.parser.StreamListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Many streams of one server, read by one thread: by that of the caller. Every event of every
 * stream is parsed, and its number must be the one behind the last.
 */
final class Readers implements AutoCloseable {
  private static final int CONNECTING_AT_A_TIME = 100;
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final long SILENCE_NANOS = 10_000_000_000L;
  private static final byte[] REQUEST =
      "GET /stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
          .getBytes(US_ASCII);

  private final int port;
  private final Selector selector;
  private final List<Reader> readers = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
  private int headsRead;
  private long eventsRead;
  private long outOfOrder;

  Readers(int port) throws IOException {
    this.port = port;
    this.selector = Selector.open();
  }

  /** Opens so many more, and waits until each has had the head of its response. */
  void open(int count) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    int target = headsRead + count;
    while (headsRead < target) {
      while (readers.size() < target && readers.size() - headsRead < CONNECTING_AT_A_TIME) {
        connect();
      }
      turn(deadline);
    }
  }

  /** Reads so many events more, or until none has come for a long time. */
  void read(long events) throws IOException {
    long expected = eventsRead + events;
    long seen = eventsRead;
    long deadline = System.nanoTime() + SILENCE_NANOS;
    while (eventsRead < expected && System.nanoTime() < deadline) {
      selector.select(this::readable, 1000);
      if (eventsRead > seen) {
        seen = eventsRead;
        deadline = System.nanoTime() + SILENCE_NANOS;
      }
    }
  }

  long eventsRead() {
    return eventsRead;
  }

  /** How many events did not have the number that was due. */
  long outOfOrder() {
    return outOfOrder;
  }

  private void connect() throws IOException {
    SocketChannel socket = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    socket.write(ByteBuffer.wrap(REQUEST));
    socket.configureBlocking(false);
    Reader reader = new Reader(socket);
    readers.add(reader);
    socket.register(selector, SelectionKey.OP_READ, reader);
  }

  private void turn(long deadline) throws IOException {
    if (System.nanoTime() > deadline) {
      throw new IOException("only " + headsRead + " streams and " + eventsRead + " events came");
    }
    selector.select(this::readable, 1000);
  }

  private void readable(SelectionKey key) {
    Reader reader = (Reader) key.attachment();
    try {
      buffer.clear();
      if (reader.socket.read(buffer) < 0) {
        throw new IOException("a stream has ended");
      }
      reader.take(buffer.flip());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Reader reader : readers) {
      reader.socket.close();
    }
    selector.close();
  }

  /** One stream. */
  private final class Reader implements StreamListener {
    private final SocketChannel socket;
    private final ChunkedDecoder chunks = new ChunkedDecoder();
    private final EventStreamParser parser = new EventStreamParser(this);
    private int endOfHead;
    private int last;

    Reader(SocketChannel socket) {
      this.socket = socket;
    }

    void take(ByteBuffer bytes) throws MalformedHttpException {
      while (endOfHead < 4 && bytes.hasRemaining()) {
        byte expected = (byte) (endOfHead % 2 == 0 ? '\r' : '\n');
        byte next = bytes.get();
        endOfHead = next == expected ? endOfHead + 1 : next == '\r' ? 1 : 0;
        if (endOfHead == 4) {
          headsRead++;
        }
      }
      byte[] payload = chunks.decode(bytes);
      parser.feed(payload, 0, payload.length);
    }

    @Override
    public void event(String type, String data, String lastEventId) {
      int mark = data.indexOf('#');
      if (mark < 0) {
        return;
      }
      int number = Integer.parseInt(data, mark + 1, mark + Payload.MARK - 1, 10);
      if (last != 0 && number != last + 1) {
        outOfOrder++;
      }
      last = number;
      eventsRead++;
    }
  }
}

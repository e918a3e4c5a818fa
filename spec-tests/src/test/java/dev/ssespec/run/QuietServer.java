package dev.ssespec.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that sends an event to every stream where somebody asks for {@code /emit}. */
final class QuietServer implements AutoCloseable {
  private static final byte[] HEAD =
      ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store,"
              + " no-transform\r\nX-Accel-Buffering: no\r\nConnection: close\r\n\r\n")
          .getBytes(US_ASCII);

  private final boolean lateHead;
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> streams = ConcurrentHashMap.newKeySet();
  private final Set<Socket> begun = ConcurrentHashMap.newKeySet();
  private final AtomicInteger events = new AtomicInteger();
  private final AtomicInteger posts = new AtomicInteger();

  /**
   * Listens.
   *
   * @param lateHead whether the head comes with the first event
   */
  QuietServer(boolean lateHead) throws IOException {
    this.lateHead = lateHead;
    var thread = new Thread(this::accept, "ssespec-peer-quiet");
    thread.setDaemon(true);
    thread.start();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  int posts() {
    return posts.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        serve(socket.accept());
      } catch (IOException e) {
        // Closed, or the client left.
      }
    }
  }

  private void serve(Socket connection) throws IOException {
    String line = firstLine(connection.getInputStream());
    if (line.contains(" /emit")) {
      posts.addAndGet(line.startsWith("POST ") ? 1 : 0);
      emit();
      connection.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII));
      connection.close();
    } else if (line.startsWith("GET ")) {
      if (!lateHead) {
        begin(connection);
      }
      streams.add(connection);
    } else {
      connection
          .getOutputStream()
          .write("HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
      connection.close();
    }
  }

  private void begin(Socket connection) throws IOException {
    if (begun.add(connection)) {
      connection.getOutputStream().write(HEAD);
    }
  }

  private void emit() {
    String event = "id: " + events.incrementAndGet() + "\ndata: emitted\n\n";
    streams.removeIf(stream -> !took(stream, event.getBytes(US_ASCII)));
  }

  private boolean took(Socket stream, byte[] event) {
    try {
      begin(stream);
      stream.getOutputStream().write(event);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(US_ASCII).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      head.write(b);
    }
    return head.toString(US_ASCII).lines().findFirst().orElse("");
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket stream : streams) {
      stream.close();
    }
  }
}

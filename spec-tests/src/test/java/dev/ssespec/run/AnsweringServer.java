package dev.ssespec.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssespec.http.MessageHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** An endpoint whose streams are answers: some events, and the end. */
final class AnsweringServer implements AutoCloseable {
  private final String method;
  private final List<String> blocks;
  private final boolean chunked;
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  /**
   * Listens.
   *
   * @param method the only one that gets an answer; the others are refused
   * @param chunked whether the last chunk ends an answer, or else the connection does
   */
  AnsweringServer(String method, boolean chunked, String... blocks) throws IOException {
    this.method = method;
    this.chunked = chunked;
    this.blocks = List.of(blocks);
    var thread = new Thread(this::accept, "ssespec-peer-answers");
    thread.setDaemon(true);
    thread.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1/answers");
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        var thread = new Thread(() -> serve(connection), "ssespec-peer-answer");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      MessageHead head = head(connection.getInputStream());
      int length = head.first("Content-Length").map(Integer::parseInt).orElse(0);
      connection.getInputStream().readNBytes(length);
      String[] line = head.startLine().split(" ", -1);
      if (line[0].equals(method)) {
        answer(connection.getOutputStream(), chunked && !line[2].endsWith("/1.0"));
      } else {
        send(
            connection.getOutputStream(),
            "HTTP/1.1 405 Method Not Allowed\r\nAllow: "
                + method
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      }
    } catch (IOException e) {
      // The client left.
    }
  }

  private void answer(OutputStream out, boolean inChunks) throws IOException {
    send(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
            + "Cache-Control: no-cache, no-transform\r\nX-Accel-Buffering: no\r\n"
            + "Connection: close\r\n"
            + (inChunks ? "Transfer-Encoding: chunked\r\n\r\n" : "\r\n"));
    for (String block : blocks) {
      int bytes = block.getBytes(UTF_8).length;
      send(out, inChunks ? Integer.toHexString(bytes) + "\r\n" + block + "\r\n" : block);
    }
    send(out, inChunks ? "0\r\n\r\n" : "");
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static MessageHead head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("gone");
      }
      head.write(b);
    }
    return MessageHead.parse(head.toByteArray());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

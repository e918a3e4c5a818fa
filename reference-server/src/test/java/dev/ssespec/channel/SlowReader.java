package dev.ssespec.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A client that asks for a stream, and reads nothing of it until it is told to. */
final class SlowReader implements AutoCloseable {
  private final Socket socket = new Socket();

  SlowReader(URI url) throws IOException {
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
    socket.getOutputStream().write(StreamReader.get(url, ""));
  }

  /** All that there is up to the end of the connection or the last chunk, framing included. */
  String readAll() throws IOException {
    var all = new java.io.ByteArrayOutputStream();
    byte[] buffer = new byte[65_536];
    socket.setSoTimeout(30_000);
    int count = socket.getInputStream().read(buffer);
    while (count >= 0) {
      all.write(buffer, 0, count);
      if (all.toString(UTF_8).endsWith("\r\n0\r\n\r\n")) {
        break;
      }
      count = socket.getInputStream().read(buffer);
    }
    return all.toString(UTF_8);
  }

  /** Sends one more request. */
  void ask(URI url) throws IOException {
    socket.getOutputStream().write(StreamReader.get(url, ""));
  }

  /** Up to the first blank line. */
  String readHead() throws IOException {
    var head = new StringBuilder();
    for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
      head.append((char) b);
      if (head.toString().endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString();
  }

  /** Leaves with a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Says that it has nothing more to say. */
  void halfClose() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

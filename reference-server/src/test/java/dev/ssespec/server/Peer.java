package dev.ssespec.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/** A plain socket that talks to the origin, byte by byte. */
public final class Peer implements AutoCloseable {
  private final Socket socket;

  Peer(URI url) throws IOException {
    this.socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
  }

  /** Connects and asks for the URL with no more than a Host field. */
  static Peer get(URI url) throws IOException {
    return new Peer(url).send(head("GET " + url.getRawPath() + " HTTP/1.1", "Host: a"));
  }

  /** What the URL answers, up to the end of the connection. */
  static String answer(URI url) throws IOException {
    try (Peer peer = get(url)) {
      return peer.readAll();
    }
  }

  /** The lines of a head as they stand on the wire. */
  public static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  Peer send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    return this;
  }

  /** Reads up to the end; a reset is shown as a last line. */
  String readAll() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      in.transferTo(bytes);
      return bytes.toString(ISO_8859_1);
    } catch (java.net.SocketException e) {
      return bytes.toString(ISO_8859_1) + "<" + e.getMessage() + ">";
    }
  }

  /** Reads exactly as many bytes as the text has, and no more. */
  String read(int count) throws IOException {
    return new String(socket.getInputStream().readNBytes(count), ISO_8859_1);
  }

  /** Sends the bytes, and answers whether the connection has turned out to be gone. */
  boolean isRefused(String bytes) {
    try {
      send(bytes);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package dev.ssespec.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A connection that asks for a stream and then leaves. */
final class Dropped implements AutoCloseable {
  /** How a client leaves. */
  enum Way {
    /** In order: FIN. */
    FIN,
    /** By reset. */
    RST,
    /** Without reading what came, and long after it stopped to. */
    SILENCE
  }

  private static final int PATIENCE_MILLIS = 3000;

  private final Way way;
  private final Socket socket = new Socket();

  Dropped(URI uri, Way way) throws IOException {
    this(uri, way, 0);
  }

  /**
   * A connection.
   *
   * @param window how much the server may send that is not read; 0 where that does not matter
   */
  Dropped(URI uri, Way way, int window) throws IOException {
    this.way = way;
    if (window > 0) {
      socket.setReceiveBufferSize(window);
    }
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(new VisitRequest(EndpointOptions.of(uri)).bytes(uri));
    socket.getOutputStream().flush();
  }

  /** Waits for the first bytes of the answer; returns whether they came. */
  boolean answered() {
    try {
      return socket.getInputStream().read(new byte[1024]) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Leaves. */
  @Override
  public void close() {
    try {
      if (way != Way.FIN) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }
}

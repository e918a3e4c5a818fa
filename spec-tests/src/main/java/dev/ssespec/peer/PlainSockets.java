package dev.ssespec.peer;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** The sockets of a source, so that whoever closes it can close them. Safe for all threads. */
final class PlainSockets {
  private final List<Socket> open = new ArrayList<>();
  private final List<Socket> abandoned = new ArrayList<>();
  private final boolean reset;
  private boolean refusing;

  /** With whether they are closed with a reset. */
  PlainSockets(boolean reset) {
    this.reset = reset;
  }

  /**
   * Takes over a socket before it is connected.
   *
   * @throws IOException if the source is closed
   */
  synchronized void adopt(Socket socket) throws IOException {
    if (refusing) {
      throw new IOException("closed");
    }
    open.add(socket);
  }

  /** From now on no socket is taken over, and what was left open is so no longer than others. */
  synchronized void refuse() {
    refusing = true;
    open.addAll(abandoned);
    abandoned.clear();
  }

  /** Leaves all open that are; kept hold of, or the collector would close them. */
  synchronized void abandon() {
    abandoned.addAll(open);
    open.clear();
  }

  /** Closes all that are open. */
  synchronized void close() {
    for (Socket socket : open) {
      try {
        if (reset && socket.isConnected()) {
          socket.setSoLinger(true, 0);
        }
        socket.close();
      } catch (IOException e) {
        // It was of no use any more.
      }
    }
    open.clear();
  }
}

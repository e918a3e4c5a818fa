package dev.ssespec.run;

import dev.ssespec.target.Adapter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Started servers that sessions take turns with, each for itself while it plays: some libraries
 * take long to start. One in which anything went wrong is not used again. Safe for all threads.
 */
final class ToldServers implements AutoCloseable {
  private final Duration timeout;
  private final Deque<ToldServer> idle = new ArrayDeque<>();

  ToldServers(Duration timeout) {
    this.timeout = timeout;
  }

  /** A server of that target; what passes goes into the transcript. */
  ToldServer borrow(Adapter adapter, Transcript transcript) {
    ToldServer server = idle(adapter);
    if (server == null) {
      return ToldServer.start(adapter, transcript, timeout);
    }
    server.use(transcript);
    return server;
  }

  @org.jspecify.annotations.Nullable private synchronized ToldServer idle(Adapter adapter) {
    // A target that died took its servers with it.
    idle.removeIf(server -> !server.adapter().alive());
    for (ToldServer server : idle) {
      if (server.adapter() == adapter) {
        idle.remove(server);
        return server;
      }
    }
    return null;
  }

  /** Gives a server back. */
  void giveBack(ToldServer server, boolean clean) {
    if (clean) {
      server.use(new Transcript());
      synchronized (this) {
        idle.push(server);
      }
    } else {
      server.stop();
    }
  }

  @Override
  public synchronized void close() {
    idle.forEach(ToldServer::stop);
    idle.clear();
  }
}

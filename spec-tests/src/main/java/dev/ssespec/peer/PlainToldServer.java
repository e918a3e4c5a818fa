package dev.ssespec.peer;

import dev.ssespec.report.TargetInfo;
import dev.ssespec.target.ServerTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * An event stream server on plain sockets that sends what it is told to: sound, or with one fault,
 * or odd in one way. It keeps every event that has an id, and replays what a client missed. Listens
 * on loopback. Safe for all threads.
 */
public final class PlainToldServer implements ServerTarget {
  private final ToldTraits traits;

  /** A server of these traits. */
  public PlainToldServer(ToldTraits traits) {
    this.traits = traits;
  }

  /** How it introduces itself. */
  public static TargetInfo info(String name) {
    return new TargetInfo(
        name,
        "1",
        "Java",
        "",
        "eventsource",
        List.of(
            "type",
            "id",
            "retry",
            "comment",
            "no-data",
            "surrogates",
            "replay",
            "disconnect",
            "end"),
        "");
  }

  @Override
  public Running start(Ear ear) {
    try {
      var socket = new ServerSocket(0, 300, InetAddress.getLoopbackAddress());
      return new ToldPeer(traits, socket, ear).listening();
    } catch (IOException e) {
      throw new UncheckedIOException("No port of this machine could be listened on", e);
    }
  }
}

package dev.ssespec.browser;

import dev.ssespec.run.Venue;
import dev.ssespec.server.Origin;
import dev.ssespec.server.OriginLimits;
import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import dev.ssespec.server.Stage;
import java.net.Inet4Address;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One origin for each case that is under way, and one for the sources that belong to none. So no
 * case uses up another one's six connections, and each source is opened by a page of its own
 * origin: every origin serves a frame that does it.
 */
final class Lanes implements Venue, AutoCloseable {
  /** An origin and its frame. */
  private record Lane(Origin origin, Stage frame) {
    static Lane start(Inet4Address host, Program frame) {
      Origin origin = Origin.start(OriginLimits.DEFAULT, host);
      return new Lane(origin, origin.stage(frame));
    }
  }

  private final Lane common;
  private final List<Lane> lanes;
  private final BlockingQueue<Origin> free = new LinkedBlockingQueue<>();

  Lanes(Inet4Address host, int room) {
    byte[] html = Resource.bytes("frame.html");
    Script script =
        Script.response(200)
            .header("Content-Type", "text/html; charset=utf-8")
            .header("Cache-Control", "no-store")
            .contentLength(html.length)
            .body(html)
            .end();
    Program frame = new Program(Map.of("", Route.always(script)));
    common = Lane.start(host, frame);
    lanes = IntStream.range(0, room).mapToObj(n -> Lane.start(host, frame)).toList();
    lanes.forEach(lane -> free.add(lane.origin()));
  }

  /** Where the frames are. */
  List<URI> frames() {
    return Stream.concat(Stream.of(common), lanes.stream()).map(one -> one.frame().url()).toList();
  }

  /** Waits where no origin is free. */
  @Override
  public Origin enter(boolean alone) {
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an origin", e);
    }
  }

  @Override
  public void leave(Origin origin) {
    origin.accept();
    free.add(origin);
  }

  @Override
  public Origin common() {
    return common.origin();
  }

  @Override
  public OptionalInt room() {
    return OptionalInt.of(lanes.size());
  }

  @Override
  public void close() {
    common.origin().close();
    lanes.forEach(lane -> lane.origin().close());
  }
}

package dev.ssespec.channel;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One channel, served at {@code /stream}. */
final class Service implements AutoCloseable {
  static final ServerOptions OPTIONS =
      ServerOptions.DEFAULT.beating(Duration.ofMillis(50), Duration.ofSeconds(20));

  final ExecutorService executor = Executors.newFixedThreadPool(2);
  final Channel channel;
  final StreamServer server;

  Service() {
    this(ChannelLimits.DEFAULT, OPTIONS);
  }

  Service(ChannelLimits limits, ServerOptions options) {
    channel = new Channel("e", 1, limits, 1000, executor);
    server =
        StreamServer.start(
            options,
            Site.builder()
                .get(
                    "/stream",
                    asked -> Answer.stream(channel.join(asked.lastEventId(), how -> List.of())))
                .build());
  }

  URI url() {
    return server.uri().resolve("/stream");
  }

  void awaitStreams(int count) {
    Patience.until(() -> server.openStreams() == count && channel.streams() == count);
  }

  @Override
  public void close() {
    server.close();
    executor.shutdown();
    try {
      if (!executor.awaitTermination(20, TimeUnit.SECONDS)) {
        throw new AssertionError("a stream is still being served");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

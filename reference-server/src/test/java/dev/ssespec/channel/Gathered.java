package dev.ssespec.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssespec.parser.EventStreamParser;
import dev.ssespec.parser.StreamListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What a feed gives that joins a channel behind its first event, without a connection. */
final class Gathered implements StreamListener {
  private final Feed feed;
  private final EventStreamParser parser = new EventStreamParser(this);
  private final List<Long> positions = new ArrayList<>();

  Gathered(Channel channel) {
    feed = channel.join(Optional.of("e-0"), how -> List.of());
    feed.opened(() -> {});
  }

  /** Reads until there is nothing more for the moment. */
  void readAll() {
    for (Optional<Portion> next = feed.next(); next.isPresent(); next = feed.next()) {
      byte[] bytes = UTF_8.decode(next.get().bytes()).toString().getBytes(UTF_8);
      parser.feed(bytes, 0, bytes.length);
    }
    feed.closed();
  }

  @Override
  public void event(String type, String data, String id) {
    positions.add(Long.parseLong(id.substring(2)));
  }

  List<Long> positions() {
    return positions;
  }

  /** From the first position to the last one that came. */
  List<Long> upToTheLast() {
    long last = positions.isEmpty() ? 0 : positions.get(positions.size() - 1);
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}

package dev.ssespec.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.parser.Event;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.server.NothingLeftOver;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No gap, nothing twice, the same order: whoever comes back gets what is behind the id. */
@ExtendWith(NothingLeftOver.class)
class ResumptionTest {
  private static final int ROUNDS = 60;

  @Test
  void aClientThatComesBackGetsWhatItMissedAndThenWhatComes() throws InterruptedException {
    try (Service service = new Service()) {
      StreamReader first = StreamReader.open(service.url());
      service.awaitStreams(1);
      publish(service.channel, 1, 3);
      assertThat(first.next(2)).isEqualTo(events(1, 2));
      first.close();
      service.awaitStreams(0);
      publish(service.channel, 4, 5);
      try (StreamReader second = StreamReader.resume(service.url(), "e-2")) {
        assertThat(second.next(3)).isEqualTo(events(3, 5));
        publish(service.channel, 6, 6);
        assertThat(second.next(1)).isEqualTo(events(6, 6));
      }
      service.awaitStreams(0);
    }
  }

  @Test
  void aClientThatIsCutOffBeforeItsFirstEventMissesNothing() throws InterruptedException {
    try (Service service = new Service()) {
      publish(service.channel, 1, 2);
      StreamReader first = StreamReader.open(service.url());
      Patience.until(() -> !first.lastEventId().isEmpty());
      first.close();
      service.awaitStreams(0);
      publish(service.channel, 3, 3);
      try (StreamReader second = StreamReader.resume(service.url(), first.lastEventId())) {
        assertThat(second.next(1)).isEqualTo(events(3, 3));
      }
    }
  }

  @Test
  void aClientThatDropsAgainAndAgainWhileOthersPublishGetsEachEventOnce()
      throws InterruptedException {
    try (Service service = new Service()) {
      AtomicBoolean enough = new AtomicBoolean();
      AtomicLong read = new AtomicLong();
      Thread publisher = new Thread(() -> publishAheadOf(read, service.channel, enough));
      String lastEventId = "e-0";
      publisher.start();
      try {
        for (int round = 0; round < ROUNDS; round++) {
          try (StreamReader reader = StreamReader.resume(service.url(), lastEventId)) {
            for (Event event : reader.next(1 + round * 7 % 50)) {
              assertThat(event).isEqualTo(event(read.incrementAndGet()));
              lastEventId = event.lastEventId();
            }
          }
        }
      } finally {
        enough.set(true);
        publisher.join();
      }
      service.awaitStreams(0);
    }
  }

  @Test
  void idsThatAreNotOursOrNoLongerKeptBeginAfreshWithAWelcome() {
    Channel channel = new Channel("e", 1, new ChannelLimits(3, 1000), 1000, Runnable::run);
    publish(channel, 1, 5);
    Function<String, Joining> how =
        id -> {
          Joining[] seen = {Joining.RESUMED};
          channel.join(
              java.util.Optional.of(id),
              joining -> {
                seen[0] = joining;
                return List.of();
              });
          return seen[0];
        };
    assertThat(IntStream.rangeClosed(0, 6).mapToObj(i -> how.apply("e-" + i)).toList())
        .containsExactly(
            Joining.LOST,
            Joining.LOST,
            Joining.RESUMED,
            Joining.RESUMED,
            Joining.RESUMED,
            Joining.RESUMED,
            Joining.LOST);
    assertThat(
            List.of("f-4", "4", "e-", "e--4", "e-4 ", "e-99999999999999999999", "e-٤", "../../x")
                .stream()
                .map(how)
                .distinct()
                .toList())
        .containsExactly(Joining.LOST);
  }

  @Test
  void whatIsSaidWhileAStreamJoinsComesOnce() throws InterruptedException {
    Channel channel = new Channel("e", 1, ChannelLimits.DEFAULT, 1000, Runnable::run);
    Thread publisher = new Thread(() -> publish(channel, 1, 2000));
    publisher.start();
    for (int round = 0; round < 200; round++) {
      Gathered gathered = new Gathered(channel);
      gathered.readAll();
      assertThat(gathered.positions()).isEqualTo(gathered.upToTheLast());
    }
    publisher.join();
  }

  /** As fast as it can, but never so far ahead that what the reader needs is no longer kept. */
  private static void publishAheadOf(AtomicLong read, Channel channel, AtomicBoolean enough) {
    for (int i = 1; !enough.get(); i++) {
      while (i - read.get() > 5_000 && !enough.get()) {
        Thread.onSpinWait();
      }
      publish(channel, i, i);
    }
  }

  private static void publish(Channel channel, int from, int to) {
    for (int i = from; i <= to; i++) {
      channel.publish(OutgoingEvent.ofData("event " + i));
    }
  }

  private static Event event(long number) {
    return new Event("message", "event " + number, "e-" + number);
  }

  private static List<Event> events(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(ResumptionTest::event).toList();
  }
}

package dev.ssespec.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.channel.StreamReader;
import dev.ssespec.client.EventSourceClient;
import dev.ssespec.client.EventSourceListener;
import dev.ssespec.client.EventSourceOptions;
import dev.ssespec.client.MessageEvent;
import dev.ssespec.client.ReadyState;
import dev.ssespec.server.NothingLeftOver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeftOver.class)
class CounterTest {
  private static final String FAST = "/counter/stream?speed=1000";

  private static Stream<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString);
  }

  @Test
  void countsToAHundredAndEnds() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader reader = house.reader(FAST)) {
      assertThat(reader.untilEnd())
          .isEqualTo(Stream.concat(numbers(1, 100), Stream.of("Ended")).toList());
      assertThat(reader.lastEventId()).isEqualTo("100");
      house.awaitStreams(0);
    }
  }

  @Test
  void anEventSourceThatIsCutGoesOnAndInTheEndStaysAway()
      throws SQLException, InterruptedException {
    Heard heard = new Heard();
    try (House house = House.open();
        EventSourceClient client = EventSourceClient.start()) {
      EventSourceOptions atOnce =
          EventSourceOptions.DEFAULT.withDelay(time -> CompletableFuture.completedFuture(null));
      client.open(house.url(FAST + "&cut=37"), atOnce, heard);
      assertThat(heard.closed.await(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(heard.said)
        .isEqualTo(
            Stream.of(
                    Stream.of("open"),
                    numbers(1, 37),
                    Stream.of("CONNECTING", "open"),
                    numbers(38, 100),
                    Stream.of("CONNECTING", "CLOSED status 204"))
                .flatMap(part -> part)
                .toList());
  }

  @Test
  void goesOnBehindTheNumberThatWasSeenLast() throws SQLException, InterruptedException {
    try (House house = House.open()) {
      try (StreamReader reader = house.resumed(FAST, "98")) {
        assertThat(reader.untilEnd()).containsExactly("99", "100", "Ended");
      }
      assertThat(house.get(FAST, "Last-Event-ID: 100\r\n")).isEqualTo("204 ");
    }
  }

  @Test
  void countsFromTheStartForIdsThatItNeverSent() throws SQLException, InterruptedException {
    try (House house = House.open()) {
      for (String id : List.of("0", "101", "-1", "x", "007", "٣", "9".repeat(8000))) {
        try (StreamReader reader = house.resumed(FAST, id)) {
          assertThat(reader.next().data()).as(id).isEqualTo("1");
        }
      }
      house.awaitStreams(0);
    }
  }

  @Test
  void refusesOtherSpeeds() throws SQLException, InterruptedException {
    try (House house = House.open()) {
      for (String speed : List.of("0", "-1", "1001", "NaN")) {
        assertThat(house.get("/counter/stream?speed=" + speed, ""))
            .isEqualTo("400 The speed must be from 0.1 to 1000 numbers in a second.");
      }
      assertThat(house.get("/counter/stream?speed=fast", ""))
          .isEqualTo("400 The speed must be a number.");
    }
  }

  /** What a source says until it has failed for good. */
  private static final class Heard implements EventSourceListener {
    private final List<String> said = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void open() {
      said.add("open");
    }

    @Override
    public void message(MessageEvent event) {
      said.add(event.data());
    }

    @Override
    public void error(ReadyState state, String reason) {
      said.add(state == ReadyState.CLOSED ? state + " " + reason : state.toString());
      if (state == ReadyState.CLOSED) {
        closed.countDown();
      }
    }
  }
}

package dev.ssespec.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.channel.StreamReader;
import dev.ssespec.client.EventSourceClient;
import dev.ssespec.client.MessageEvent;
import dev.ssespec.parser.Event;
import dev.ssespec.server.NothingLeftOver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeftOver.class)
class MessengerTest {
  private static final String STREAM = "/messenger/sse";

  @Test
  void greetsTicksAndTellsEveryoneWhatIsPosted() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader ann = house.reader(STREAM);
        StreamReader bob = house.reader(STREAM)) {
      assertThat(ann.next()).isEqualTo(new Event("greeting", "Welcome.", ""));
      assertThat(ann.next("tick").data()).endsWith("Z");
      house.awaitStreams(2);
      assertThat(house.post("/messenger/message", "{\"text\":\" 你好 \"}")).startsWith("202 ");
      Event heard = ann.next("message");
      assertThat(heard.data()).isEqualTo("你好");
      assertThat(bob.next("message")).isEqualTo(heard);
    }
  }

  @Test
  void isHeardByAnEventSource() throws SQLException, InterruptedException {
    BlockingQueue<MessageEvent> heard = new LinkedBlockingQueue<>();
    try (House house = House.open();
        EventSourceClient client = EventSourceClient.start()) {
      client.open(house.url(STREAM), heard::add);
      List<String> types = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        MessageEvent event = heard.poll(30, TimeUnit.SECONDS);
        types.add(event == null ? "nothing" : event.type());
      }
      assertThat(types).containsExactly("greeting", "tick", "tick");
    }
  }

  @Test
  void goesOnWhereAClientWasCutOff() throws SQLException, InterruptedException {
    try (House house = House.open()) {
      StreamReader first = house.reader(STREAM);
      Event seen = first.next("tick");
      first.close();
      house.awaitStreams(0);
      house.post("/messenger/message", "{\"text\":\"missed\"}");
      try (StreamReader second = house.resumed(STREAM, seen.lastEventId())) {
        List<Event> behind = new ArrayList<>(List.of(seen));
        do {
          behind.add(second.next());
        } while (!behind.get(behind.size() - 1).data().equals("missed"));
        behind.add(second.next("tick"));
        assertThat(behind.stream().map(MessengerTest::position).toList())
            .isEqualTo(
                java.util.stream.LongStream.range(position(seen), position(seen) + behind.size())
                    .boxed()
                    .toList());
      }
      house.awaitStreams(0);
    }
  }

  private static long position(Event event) {
    String id = event.lastEventId();
    return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
  }

  @Test
  void saysSoWhereWhatWasMissedIsGone() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader reader = house.resumed(STREAM, "of-another-life-7")) {
      assertThat(reader.next().data()).isEqualTo("Welcome back. What came meanwhile is gone.");
    }
  }

  @Test
  void letsNobodyWriteLinesOfTheStream() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader reader = house.reader(STREAM)) {
      house.awaitStreams(1);
      house.post(
          "/messenger/message",
          "{\"text\":\"a\\r\\n\\r\\nevent: tick\\rid: 9\\ndata: b\\n\\n:c\\u2028\\u0085d\"}");
      assertThat(reader.next("message").data())
          .isEqualTo("a\n\nevent: tick\nid: 9\ndata: b\n\n:c\u2028\u0085d");
    }
  }

  @Test
  void refusesWhatIsNoMessage() throws SQLException, InterruptedException {
    try (House house = House.open()) {
      String text = "400 \"text\" must be a text of 1 to 2000 characters.";
      assertThat(house.post("/messenger/message", "{\"text\":")).isEqualTo("400 That is no JSON.");
      assertThat(house.post("/messenger/message", "[1]")).isEqualTo("400 Send a JSON object.");
      assertThat(house.post("/messenger/message", "[".repeat(50_000)))
          .isEqualTo("400 That is no JSON.");
      assertThat(house.post("/messenger/message", "{\"text\":\" \"}")).isEqualTo(text);
      assertThat(house.post("/messenger/message", "{\"text\":7}")).isEqualTo(text);
      assertThat(house.post("/messenger/message", "{\"text\":\"" + "x".repeat(2001) + "\"}"))
          .isEqualTo(text);
      assertThat(house.post("/messenger/message", "{\"text\":\"\\ud800\"}"))
          .isEqualTo("400 \"text\" holds half a character.");
    }
  }
}

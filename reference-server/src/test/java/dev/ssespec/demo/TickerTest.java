package dev.ssespec.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.channel.StreamReader;
import dev.ssespec.parser.Event;
import dev.ssespec.server.NothingLeftOver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeftOver.class)
class TickerTest {
  @Test
  void sendsEachKindOfEvent() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader reader = house.reader("/ticker/stream")) {
      List<Event> events = reader.next(20);
      assertThat(new TreeSet<>(events.stream().map(Event::type).toList()))
          .containsExactly("chat-message", "message", "stock-update");
      for (Event event : events) {
        if (event.type().equals("stock-update")) {
          assertThat(event.data()).hasLineCount(5);
          Map<String, Object> update = JsonText.object(event.data());
          assertThat(update.keySet()).containsExactlyInAnyOrder("symbol", "cents", "change");
        } else if (event.type().equals("chat-message")) {
          assertThat(JsonText.text(JsonText.object(event.data()), "text", 100)).isNotEmpty();
        } else {
          assertThat(event.data()).isEqualTo("still here");
        }
      }
    }
  }

  @Test
  void goesOnWhereAReaderWasCutOff() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader stays = house.reader("/ticker/stream")) {
      List<Event> all = new ArrayList<>(stays.next(10));
      try (StreamReader back = house.resumed("/ticker/stream", all.get(3).lastEventId())) {
        assertThat(back.next(6)).isEqualTo(all.subList(4, 10));
      }
    }
  }
}

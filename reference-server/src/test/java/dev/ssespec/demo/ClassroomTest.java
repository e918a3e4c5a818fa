package dev.ssespec.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.channel.StreamReader;
import dev.ssespec.parser.Event;
import dev.ssespec.server.NothingLeftOver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeftOver.class)
class ClassroomTest {
  private static final String ALGEBRA = "/classroom/stream?room=algebra&name=";

  private static void say(House house, String room, String name, String text)
      throws InterruptedException {
    Object json = JsonText.of(java.util.Map.of("room", room, "name", name, "text", text));
    assertThat(house.post("/classroom/say", json.toString())).startsWith("202 ");
  }

  @Test
  void tellsWhoComesWhoGoesAndWhatTimeItIs() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader ann = house.reader(ALGEBRA + "Ann")) {
      assertThat(ann.next("joined").data()).isEqualTo("{\"name\":\"Ann\",\"here\":1}");
      try (StreamReader bob = house.reader(ALGEBRA + "Bob%22%0A%3Cb%3E")) {
        assertThat(bob.next("joined").data()).isEqualTo("{\"name\":\"Bob\\\"\\n<b>\",\"here\":2}");
        assertThat(ann.next("joined").data()).isEqualTo("{\"name\":\"Bob\\\"\\n<b>\",\"here\":2}");
      }
      assertThat(ann.next("left").data()).isEqualTo("{\"name\":\"Bob\\\"\\n<b>\",\"here\":1}");
      assertThat(ann.next("time").data()).matches("\\d\\d:\\d\\d(:\\d\\d)?");
    }
  }

  @Test
  void tellsLatecomersWhatWasSaidInTheirRoomAlone() throws SQLException, InterruptedException {
    try (House house = House.open()) {
      say(house, "algebra", "Ann", "x = 1");
      say(house, "history", "Bob", "1789");
      try (StreamReader cat = house.reader(ALGEBRA + "Cat")) {
        assertThat(cat.next().data()).isEqualTo("{\"name\":\"Ann\",\"text\":\"x = 1\"}");
        say(house, "history", "Bob", "1848");
        say(house, "algebra", "Ann", "x = 2");
        assertThat(cat.next("message").data()).isEqualTo("{\"name\":\"Ann\",\"text\":\"x = 2\"}");
      }
    }
  }

  @Test
  void goesOnWhereAPupilWasCutOff() throws SQLException, InterruptedException {
    try (House house = House.open()) {
      StreamReader first = house.reader(ALGEBRA + "Ann");
      String id = first.next("joined").lastEventId();
      first.close();
      house.awaitStreams(0);
      say(house, "algebra", "Bob", "missed");
      try (StreamReader second = house.resumed(ALGEBRA + "Ann", id)) {
        List<String> types = new ArrayList<>();
        for (Event event = second.next(); !event.type().equals("joined"); event = second.next()) {
          types.add(event.type());
        }
        // The clock may have ticked before she was gone.
        assertThat(types.stream().filter(type -> !type.equals("time")).toList())
            .containsExactly("left", "message");
      }
    }
  }

  @Test
  void hasAHundredRoomsAndGivesUpTheEmptyOnes() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader stays = house.reader(ALGEBRA + "Ann")) {
      stays.next("joined");
      say(house, "first", "Bob", "still known");
      for (int i = 0; i < 99; i++) {
        say(house, "room " + i, "Bob", "x");
      }
      say(house, "algebra", "Bob", "x");
      assertThat(stays.next("message").data()).isEqualTo("{\"name\":\"Bob\",\"text\":\"x\"}");
      try (StreamReader late = house.reader("/classroom/stream?room=first&name=Cat")) {
        assertThat(late.next().type()).isEqualTo("joined");
      }
    }
  }
}

package dev.ssespec.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.channel.StreamReader;
import dev.ssespec.parser.Event;
import dev.ssespec.playground.PlaygroundOptions;
import dev.ssespec.server.NothingLeftOver;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NothingLeftOver.class)
class CinemaTest {
  private static final String STREAM = "/cinema/stream";
  private static final String ADD =
      "{\"film\":\"<i>M</i>\",\"hall\":\"Hall 9\",\"starts\":\"23:00\"}";

  private static boolean isOf(Event event, String film) {
    return film.equals(JsonText.object(event.data()).get("film"));
  }

  private static Event about(StreamReader reader, String film) throws InterruptedException {
    return reader.next(event -> !event.type().equals("programme") && isOf(event, film));
  }

  @Test
  void beginsWithTheProgrammeAndSellsSeats() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader reader = house.reader(STREAM)) {
      Event programme = reader.next();
      assertThat(programme.type()).isEqualTo("programme");
      assertThat(JsonText.object("{\"shows\":" + programme.data() + "}").get("shows"))
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.ARRAY)
          .hasSize(4);
      assertThat(JsonText.object(reader.next("showtime").data())).containsEntry("seats", 59L);
    }
  }

  @Test
  void anEditShowsToEveryone() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader one = house.reader(STREAM);
        StreamReader other = house.reader(STREAM)) {
      house.awaitStreams(2);
      assertThat(house.post("/cinema/show", ADD)).startsWith("202 ");
      Event added = about(one, "<i>M</i>");
      Object id = JsonText.object(added.data()).get("id");
      assertThat(about(other, "<i>M</i>")).isEqualTo(added);
      house.post(
          "/cinema/show",
          "{\"id\":" + id + ",\"film\":\"W\",\"hall\":\"H\",\"starts\":\"1\",\"seats\":7}");
      assertThat(about(other, "W").data())
          .isEqualTo(
              "{\"id\":" + id + ",\"film\":\"W\",\"hall\":\"H\",\"starts\":\"1\",\"seats\":7}");
      house.post("/cinema/show", "{\"id\":" + id + ",\"cancelled\":true}");
      assertThat(other.next("cancelled").data()).startsWith("{\"id\":" + id + ",");
      assertThat(house.post("/cinema/show", "{\"id\":" + id + ",\"cancelled\":true}"))
          .isEqualTo("400 There is no such showing any more.");
    }
  }

  @Test
  void aClientResumesFromTheDatabaseAfterARestart(@TempDir Path folder)
      throws SQLException, InterruptedException {
    String database = PlaygroundOptions.h2File(folder.resolve("cinema"));
    List<Event> before;
    try (House house = House.open(database);
        StreamReader reader = house.reader(STREAM)) {
      reader.next("programme");
      before = reader.next(8);
      assertThat(reader.untilEndOf(house::close)).endsWith("Ended");
    }
    try (House house = House.open(database);
        StreamReader reader = house.resumed(STREAM, before.get(2).lastEventId())) {
      assertThat(reader.next(5)).isEqualTo(before.subList(3, 8));
      house.post("/cinema/show", ADD);
      assertThat(about(reader, "<i>M</i>").type()).isEqualTo("showtime");
    }
  }

  @Test
  void aClientOfAnotherDatabaseGetsTheProgramme() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader reader = house.resumed(STREAM, "other-5")) {
      assertThat(reader.next().type()).isEqualTo("programme");
    }
  }

  @Test
  void twoServersOnOneDatabaseShowTheSameEventsInTheSameOrder()
      throws SQLException, InterruptedException {
    String database = "jdbc:h2:mem:shared";
    try (House one = House.open(database);
        House other = House.open(database);
        StreamReader atOne = one.reader(STREAM);
        StreamReader atOther = other.reader(STREAM)) {
      one.awaitStreams(1);
      other.awaitStreams(1);
      one.post("/cinema/show", ADD);
      Event first = about(atOne, "<i>M</i>");
      assertThat(about(atOther, "<i>M</i>")).isEqualTo(first);
      assertThat(atOther.next(30)).isEqualTo(atOne.next(30));
    }
  }

  @Test
  void manyWhoEditAtATimeLoseNothing() throws SQLException, InterruptedException {
    try (House house = House.open();
        StreamReader reader = house.reader(STREAM)) {
      house.awaitStreams(1);
      List<Thread> editors = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String json = JsonText.of(Map.of("film", "film " + i, "hall", "h", "starts", "s"));
        Thread editor = new Thread(() -> postQuietly(house, json));
        editor.start();
        editors.add(editor);
      }
      for (Thread editor : editors) {
        editor.join();
      }
      List<String> films = new ArrayList<>();
      while (films.size() < 8) {
        Event event = reader.next("showtime");
        Object film = JsonText.object(event.data()).get("film");
        if (String.valueOf(film).startsWith("film ") && !films.contains(film)) {
          films.add(String.valueOf(film));
        }
      }
      assertThat(films).doesNotHaveDuplicates();
    }
  }

  private static void postQuietly(House house, String json) {
    try {
      assertThat(house.post("/cinema/show", json)).startsWith("202 ");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void refusesWhatIsNoShowing() throws SQLException, InterruptedException {
    try (House house = House.open()) {
      assertThat(house.post("/cinema/show", "{}"))
          .isEqualTo("400 \"film\" must be a text of 1 to 120 characters.");
      assertThat(house.post("/cinema/show", ADD.replace("{", "{\"id\":1,\"seats\":-1,")))
          .isEqualTo("400 \"seats\" must be a whole number from 0 to 1000.");
      assertThat(house.post("/cinema/show", ADD.replace("{", "{\"id\":99,\"seats\":1,")))
          .isEqualTo("400 There is no such showing any more.");
    }
  }
}

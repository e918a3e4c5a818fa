package dev.ssespec.demo;

import dev.ssespec.channel.Answer;
import dev.ssespec.channel.Asked;
import dev.ssespec.channel.Site;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * A classroom, in many rooms: who comes, who leaves, what is said, and what time it is. Who comes
 * late is told the latest messages; who comes back, everything since.
 */
public final class Classroom implements Demo {
  private static final int MOST_ROOMS = 100;
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_TEXT = 2_000;

  private final Backstage backstage;
  private final Future<?> ticking;

  /** The room that was asked for last comes last. Guarded by itself. */
  private final Map<String, Room> rooms = new LinkedHashMap<>(16, 0.75f, true);

  /** Opens the school. */
  public Classroom(Backstage backstage) {
    this.backstage = backstage;
    ticking = backstage.atEachBeat(() -> all().forEach(Room::tick));
  }

  @Override
  public String name() {
    return "classroom";
  }

  @Override
  public String stream() {
    return "/classroom/stream";
  }

  @Override
  public void addTo(Site.Builder site) {
    Pages.add(site, name());
    site.get(stream(), this::enter).post("/classroom/say", this::say);
  }

  private Answer enter(Asked asked) {
    Room room = room(shortened(asked.param("room").orElse("main")));
    return Answer.stream(
        room.enter(shortened(asked.param("name").orElse("guest")), asked.lastEventId()));
  }

  private Answer say(Asked asked) {
    Map<String, Object> said = JsonText.object(asked.body());
    String id =
        room(JsonText.text(said, "room", LONGEST_NAME))
            .say(
                JsonText.text(said, "name", LONGEST_NAME),
                JsonText.text(said, "text", LONGEST_TEXT));
    return Answer.json(202, JsonText.of(Map.of("id", id)));
  }

  private static String shortened(String name) {
    int end = Math.min(name.length(), LONGEST_NAME);
    // Not between the two halves of a character.
    return name.substring(
        0, end < name.length() && Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
  }

  private Room room(String name) {
    synchronized (rooms) {
      if (!rooms.containsKey(name)) {
        makeRoom();
      }
      return rooms.computeIfAbsent(name, key -> new Room(backstage));
    }
  }

  /** Gives up the empty room that nobody has asked for the longest, if there are too many. */
  private void makeRoom() {
    Iterator<Room> oldest = rooms.values().iterator();
    while (rooms.size() >= MOST_ROOMS && oldest.hasNext()) {
      if (oldest.next().streams() == 0) {
        oldest.remove();
      }
    }
    if (rooms.size() >= MOST_ROOMS) {
      throw new IllegalArgumentException("All rooms are taken: join one of them.");
    }
  }

  private List<Room> all() {
    synchronized (rooms) {
      return new ArrayList<>(rooms.values());
    }
  }

  @Override
  public void close() {
    ticking.cancel(false);
    all().forEach(Room::end);
  }
}

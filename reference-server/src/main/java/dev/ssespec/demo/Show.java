package dev.ssespec.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One showing of a film.
 *
 * @param id its number in the database
 * @param film what is shown
 * @param hall where
 * @param starts when, as people write it
 * @param seats how many seats are left
 */
record Show(long id, String film, String hall, String starts, long seats) {

  Show withSeats(long newSeats) {
    return new Show(id, film, hall, starts, newSeats);
  }

  /** As the page gets it. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", id);
    map.put("film", film);
    map.put("hall", hall);
    map.put("starts", starts);
    map.put("seats", seats);
    return map;
  }
}

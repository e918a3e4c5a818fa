package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a target made of one stream of long lines, written down in short. */
public final class LineSighting {
  /** Short lines that are not counted. */
  public static final String WARMING = "warming";

  /** Short lines. */
  public static final String SHORT = "short";

  /** One line of as many bytes. */
  public static final String LONG = "long";

  /** One line that is longer still. */
  public static final String LONGEST = "longest";

  /** With time in proportion a long line takes as long; with time in the square, up to 16 times. */
  private static final int KEPT = 2;

  private static final int LOST = 3;

  /** Of less than that nobody takes notice. */
  private static final long NOTICED_MICROS = 200_000;

  /** Whether a long line takes its due beside short ones of as many bytes. */
  public enum Proportion {
    /** One round showed it, or none did clearly enough. */
    KEPT,
    /** So many rounds showed that it takes far more, and none that it does not. */
    LOST,
    /** More rounds have to show it. */
    OPEN
  }

  private LineSighting() {}

  /**
   * What the rounds so far show. What a machine is busy with hits both streams; that it hits the
   * long line in so many rounds and never the short ones is not to be expected, while one round
   * without it tells all.
   *
   * @param shortMicros what the short lines took in each round
   * @param longMicros what the long one took
   * @param needed how many rounds have to agree that it takes far more
   */
  public static Proportion proportion(List<Long> shortMicros, List<Long> longMicros, int needed) {
    int lost = 0;
    for (int i = 0; i < longMicros.size(); i++) {
      if (longMicros.get(i) <= KEPT * shortMicros.get(i) || longMicros.get(i) < NOTICED_MICROS) {
        return Proportion.KEPT;
      }
      lost += longMicros.get(i) > LOST * shortMicros.get(i) ? 1 : 0;
    }
    return lost >= needed
        ? Proportion.LOST
        : longMicros.size() < 2 * needed - 1 ? Proportion.OPEN : Proportion.KEPT;
  }

  /** The note of an answer that took so long: of each event its type and its data's hash. */
  public static ObjectNode of(String what, int bytes, int lines, long micros, ObjectNode answer) {
    ObjectNode note = JsonNodeFactory.instance.objectNode();
    note.put("sent", what).put("bytes", bytes).put("lines", lines).put("micros", micros);
    note.set("op", answer.path("op"));
    if (answer.has("error")) {
      note.put("error", answer.path("error").asText());
    }
    var events = note.putArray("events");
    for (JsonNode event : answer.path("events")) {
      events
          .addObject()
          .put("type", event.path("type").asText())
          .put("data", digest(event.path("data").asText()));
    }
    return note;
  }

  /** The length of a text, and a hash of it. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return text.length() + ":" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

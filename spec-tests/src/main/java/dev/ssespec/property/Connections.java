package dev.ssespec.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The responses that a client gets, one connection after the other.
 *
 * @param all at least one
 */
public record Connections(List<Connection> all) {
  /** The data of the event on the connection ahead of all, which teaches a reconnection time. */
  public static final String TAUGHT = "ready";

  private static final String KEY = "connections";

  /** How a response ends. */
  public enum Ending {
    /** In good order. */
    END,
    /** By a FIN in the middle of the message, once its last event was reported. */
    CUT,
    /** By a TCP reset, once its last event was reported. */
    RESET;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One response.
   *
   * @param chunks its body, in order
   */
  public record Connection(List<byte[]> chunks, Ending ending) {
    /** Copies the list. */
    public Connection {
      chunks = List.copyOf(chunks);
    }

    /** The bytes of all chunks. */
    public byte[] whole() {
      var out = new ByteArrayOutputStream();
      chunks.forEach(out::writeBytes);
      return out.toByteArray();
    }
  }

  /** Copies the list. */
  public Connections {
    all = List.copyOf(all);
  }

  /** The note that stands for them in a transcript. */
  public String note() {
    ObjectNode note = Json.object();
    var array = note.putArray(KEY);
    for (Connection one : all) {
      ObjectNode object = array.addObject();
      var chunks = object.putArray("chunks");
      one.chunks().forEach(chunk -> chunks.add(Base64.getEncoder().encodeToString(chunk)));
      object.put("ending", one.ending().word());
    }
    return note.toString();
  }

  /** The same responses, each of which ends in good order. */
  public Connections allEnded() {
    return new Connections(
        all.stream().map(one -> new Connection(one.chunks(), Ending.END)).toList());
  }

  /** Whether a note stands for connections. */
  public static boolean isNote(String text) {
    return text.startsWith("{\"" + KEY + "\"");
  }

  /** The connections that a note stands for. */
  public static Connections read(String note) {
    List<Connection> all = new ArrayList<>();
    JsonNode json = Json.parse(note).orElseGet(Json::object);
    for (JsonNode one : json.path(KEY)) {
      List<byte[]> chunks = new ArrayList<>();
      one.path("chunks").forEach(chunk -> chunks.add(Base64.getDecoder().decode(chunk.asText())));
      String ending = one.path("ending").asText("end").toUpperCase(Locale.ROOT);
      all.add(new Connection(chunks, Ending.valueOf(ending)));
    }
    return new Connections(all);
  }

  /** The data of the first event on the connection behind the last one: shows what is left over. */
  public String next() {
    return "next-" + Integer.toHexString(note().hashCode());
  }

  /**
   * The data of the second event there: when it arrives, all that these had to say has been said.
   */
  public String sentinel() {
    return "over-" + Integer.toHexString(note().hashCode());
  }
}

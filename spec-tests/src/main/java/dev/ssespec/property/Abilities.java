package dev.ssespec.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What may be sent to a target.
 *
 * @param chunks whether it takes a stream in chunks
 * @param open whether it shows events while the stream stays open
 * @param lineEnds the line ends that it knows, LF first
 */
public record Abilities(boolean chunks, boolean open, List<String> lineEnds) {
  /** Copies the list. */
  public Abilities {
    lineEnds = List.copyOf(lineEnds);
  }

  /**
   * The abilities of a target.
   *
   * @param capabilities what its adapter lists
   * @param unknownEndings {@code crlf} and {@code cr}, where it does not know them at all
   */
  public static Abilities of(Set<String> capabilities, Set<String> unknownEndings) {
    List<String> lineEnds = new ArrayList<>(List.of("\n"));
    if (!unknownEndings.contains("crlf")) {
      lineEnds.add("\r\n");
    }
    if (!unknownEndings.contains("cr")) {
      lineEnds.add("\r");
    }
    return new Abilities(
        capabilities.contains("chunks"), capabilities.contains("events-before-eof"), lineEnds);
  }
}

package dev.ssespec.cases;

import dev.ssespec.server.Program;
import java.util.List;

/**
 * What the kit does in a client case.
 *
 * @param program what the origin answers
 * @param options how the source is opened
 * @param reactions what the kit does when something has happened
 * @param until what has to have happened for the case to be over
 * @param silence whether to go on watching afterwards, for what must not happen
 * @param controlRetryMillis the reconnection time of the second source that measures such times
 * @param others further sources that are opened behind the case's own, and closed with it
 */
public record ClientPlay(
    Program program,
    OpenOptions options,
    List<Reaction> reactions,
    Until until,
    boolean silence,
    long controlRetryMillis,
    List<OtherSource> others) {

  /**
   * A source of the same target that is open beside the case's own.
   *
   * @param name what the case calls it, in small letters
   * @param subPath where it is opened, below the case's own path
   */
  public record OtherSource(String name, String subPath) {}

  /** Copies the list. */
  public ClientPlay {
    reactions = List.copyOf(reactions);
    others = List.copyOf(others);
  }

  /** With one source alone. */
  public ClientPlay(
      Program program,
      OpenOptions options,
      List<Reaction> reactions,
      Until until,
      boolean silence,
      long controlRetryMillis) {
    this(program, options, reactions, until, silence, controlRetryMillis, List.of());
  }

  /** Where a source is opened: the one of that name, or the case's own where it is empty. */
  public String pathOf(String source) {
    return others.stream()
        .filter(other -> other.name().equals(source))
        .map(OtherSource::subPath)
        .findFirst()
        .orElse("");
  }

  String inWords() {
    return "open "
        + options
        + (others.isEmpty() ? "" : "\nand beside it " + others)
        + (reactions.isEmpty() ? "" : "\n" + reactions)
        + "\nuntil "
        + until
        + (silence ? ", then watch for silence (" + controlRetryMillis + " ms)" : "");
  }
}

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
 */
public record ClientPlay(
    Program program,
    OpenOptions options,
    List<Reaction> reactions,
    Until until,
    boolean silence,
    long controlRetryMillis) {

  /** Copies the list. */
  public ClientPlay {
    reactions = List.copyOf(reactions);
  }

  String inWords() {
    return "open "
        + options
        + (reactions.isEmpty() ? "" : "\n" + reactions)
        + "\nuntil "
        + until
        + (silence ? ", then watch for silence (" + controlRetryMillis + " ms)" : "");
  }
}

package dev.ssespec.run;

import dev.ssespec.cases.Role;
import dev.ssespec.target.Link;
import java.util.List;
import java.util.Optional;

/**
 * How a target is plugged in.
 *
 * @param role what it is tested as
 * @param starter starts one; a run restarts a target that died or hangs
 * @param repeat the command line that tests it, up to the verb's options: {@code ./ssespec parser};
 *     empty where there is none
 * @param options what of the verb's options says how the target is reached
 * @param command what stands behind {@code --} in it; empty for a target in this JVM
 * @param venue where client cases are played, where that is not left to the run
 */
public record Plug(
    Role role,
    Link.Starter starter,
    String repeat,
    List<String> options,
    List<String> command,
    Optional<Venue> venue) {
  /** Copies the lists. */
  public Plug {
    options = List.copyOf(options);
    command = List.copyOf(command);
  }

  /** A target that is reached without an option. */
  public Plug(
      Role role, Link.Starter starter, String repeat, List<String> command, Optional<Venue> venue) {
    this(role, starter, repeat, List.of(), command, venue);
  }

  /** Where client cases are played is left to the run. */
  public Plug(Role role, Link.Starter starter, String repeat, List<String> command) {
    this(role, starter, repeat, List.of(), command, Optional.empty());
  }
}

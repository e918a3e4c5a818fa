package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import dev.ssespec.run.Plug;
import dev.ssespec.target.ProcessLink;

/** A target folder, plugged in. */
final class TargetPlug {
  private TargetPlug() {}

  static Plug of(TargetFile target, Role role) {
    String folder = String.valueOf(target.folder().getFileName());
    return new Plug(
        role,
        ProcessLink.of(target.run(), target.folder()),
        "(in " + folder + ") ssespec " + role.word(),
        target.run());
  }
}

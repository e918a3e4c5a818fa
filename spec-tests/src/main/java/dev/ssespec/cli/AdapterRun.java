package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import dev.ssespec.run.Plug;
import dev.ssespec.target.ProcessLink;
import java.nio.file.Path;
import java.util.List;

/** A run against a target behind a stdio adapter, from the current folder. */
final class AdapterRun {
  private AdapterRun() {}

  static int of(Role role, RunFlags flags, List<String> command) {
    if (command.isEmpty()) {
      throw new UsageException(
          "The command that starts the adapter is missing: ssespec " + role.word() + " -- CMD...");
    }
    var plug =
        new Plug(
            role,
            ProcessLink.of(command, Path.of("").toAbsolutePath()),
            System.getProperty("ssespec.launcher", "./ssespec") + " " + role.word(),
            command);
    return new TestRun(flags, System.out).run(plug).code();
  }
}

package dev.ssespec.cli;

import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.report.RunHeader;
import dev.ssespec.report.TargetInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first line of a run: kit, target, command, machine. */
final class RunHeaders {
  private RunHeaders() {}

  static RunHeader of(
      Role role, TargetInfo target, RunFlags flags, List<String> options, List<String> command) {
    long seed = flags.seed();
    String verb = role == Role.SERVER_URL ? Role.SERVER.word() : role.word();
    List<String> argv = new ArrayList<>(List.of(verb, "--seed", Long.toString(seed)));
    argv.addAll(flags.words());
    argv.addAll(options);
    if (!command.isEmpty()) {
      argv.add("--");
      argv.addAll(command);
    }
    return new RunHeader(
        1,
        new RunHeader.Kit(KitVersion.version(), Catalogue.whole().hash()),
        target,
        role.word(),
        seed,
        argv,
        Map.of(
            "started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            "java", System.getProperty("java.version", ""),
            "os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""),
            "processors", Integer.toString(Runtime.getRuntime().availableProcessors())));
  }
}

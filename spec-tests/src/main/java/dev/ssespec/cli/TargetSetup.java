package dev.ssespec.cli;

import dev.ssespec.run.ShellWords;
import dev.ssespec.target.Link;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a target's setup commands in its folder; the log is shown where one fails. */
final class TargetSetup {
  private static final int MINUTES = 10;

  private final TargetFile target;

  TargetSetup(TargetFile target) {
    this.target = target;
  }

  /**
   * Makes the target ready.
   *
   * @throws Link.StartException if a command fails, or takes more than ten minutes
   */
  void run(PrintStream out) {
    for (List<String> command : target.setup()) {
      out.println(
          "setting up " + target.name() + " " + target.version() + ": " + ShellWords.join(command));
      run(command);
    }
  }

  private void run(List<String> command) {
    try {
      Path log = Files.createTempFile("ssespec-setup", ".log");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(target.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
          throw failed(command, "took more than " + MINUTES + " minutes", log);
        }
        if (process.exitValue() != 0) {
          throw failed(command, "exited with code " + process.exitValue(), log);
        }
      } finally {
        Files.deleteIfExists(log);
      }
    } catch (IOException e) {
      throw new Link.StartException(
          "setup command " + ShellWords.join(command) + " cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Link.StartException("the setup was interrupted");
    }
  }

  private static Link.StartException failed(List<String> command, String how, Path log)
      throws IOException {
    String text = Files.readString(log);
    return new Link.StartException(
        "setup command "
            + ShellWords.join(command)
            + " "
            + how
            + "; its log ends with: "
            + text.substring(Math.max(0, text.length() - 600)).strip());
  }
}

package dev.ssespec.browser;

import dev.ssespec.target.Link;
import dev.ssespec.target.Tail;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A browser that the kit started, with all its processes, and a profile of its own. */
final class BrowserProcess implements Opener.Opened {
  private static final int LOG_BYTES = 64 * 1024;

  private final Process process;
  private final Profile profile;
  private final boolean group;
  private final Tail log = new Tail(LOG_BYTES);

  /** It has no standard input whose end would tell it that the kit is gone. */
  private final Thread atExit = new Thread(this::terminate, "ssespec-browser-end");

  private BrowserProcess(Process process, Profile profile, boolean group) {
    this.process = process;
    this.profile = profile;
    this.group = group;
  }

  static BrowserProcess start(BrowserProgram program, URI page) {
    BrowserKind kind = program.kind();
    Profile profile = Profile.make(kind);
    List<String> words = new ArrayList<>();
    // In a session of its own all its processes have one group, and can be ended together.
    boolean group = BrowserProgram.find("setsid").isPresent();
    if (group) {
      words.add("setsid");
    }
    try {
      words.addAll(program.display());
      words.addAll(
          kind.command(program.path(), profile.folder(), page.toString(), BrowserProgram.isRoot()));
      var builder = new ProcessBuilder(words).redirectErrorStream(true);
      builder.environment().put("TMPDIR", profile.folder().toString());
      builder.environment().putAll(kind.environment(profile.folder()));
      Process process = builder.start();
      process.getOutputStream().close();
      var started = new BrowserProcess(process, profile, group);
      started.drain();
      Runtime.getRuntime().addShutdownHook(started.atExit);
      return started;
    } catch (IOException e) {
      profile.remove();
      throw new Link.StartException(
          "Cannot start the browser: " + String.join(" ", words) + ": " + e.getMessage());
    }
  }

  private void drain() {
    var thread =
        new Thread(
            () -> {
              try (InputStream in = process.getInputStream()) {
                byte[] buffer = new byte[8192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                  log.add(buffer, n);
                }
              } catch (IOException e) {
                // The log ends with the process.
              }
            },
            "ssespec-browser-log");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public Optional<String> ended() {
    return process.isAlive()
        ? Optional.empty()
        : Optional.of("the browser exited with code " + process.exitValue());
  }

  @Override
  public String log() {
    return log.text();
  }

  @Override
  public void end() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The kit is ending: the hook will do it, or is doing it.
      return;
    }
    terminate();
  }

  private synchronized void terminate() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    signal("TERM");
    if (!group) {
      all.forEach(ProcessHandle::destroy);
    }
    awaitEnd();
    signal("KILL");
    all.forEach(ProcessHandle::destroyForcibly);
    awaitEnd();
    profile.remove();
  }

  private void awaitEnd() {
    try {
      process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** To the whole group that was started here, and to no other process. */
  private void signal(String name) {
    if (!group) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + name, "--", "-" + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(1, TimeUnit.SECONDS);
    } catch (IOException e) {
      System.getLogger(BrowserProcess.class.getName())
          .log(System.Logger.Level.DEBUG, "no kill program", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

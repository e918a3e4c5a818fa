package dev.ssespec.browser;

import dev.ssespec.target.Link;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A browser's program on this machine.
 *
 * @param path where it is
 * @param version what it says of itself; empty where it says nothing
 * @param display the words before its command that give it a display, where it needs one
 */
public record BrowserProgram(BrowserKind kind, Path path, String version, List<String> display)
    implements Opener {
  private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9a-z]+)+");
  private static final int SECONDS = 20;
  private static final String MINIBROWSER = "MiniBrowser";

  /** Copies the list. */
  public BrowserProgram {
    display = List.copyOf(display);
  }

  /**
   * Finds out what the program is by asking for its version.
   *
   * @param program a path, or a name on the path
   * @throws Link.StartException if there is no such program, or it is no browser that the kit knows
   */
  public static BrowserProgram of(String program) {
    Path path =
        find(program)
            .orElseThrow(
                () -> new Link.StartException("There is no program " + program + " to be run."));
    List<String> display = display(path);
    String answer = ask(path, display);
    BrowserKind kind =
        BrowserKind.of(path, answer)
            .orElseThrow(
                () ->
                    new Link.StartException(
                        program
                            + " is none of Chromium, Firefox and MiniBrowser, going by what it"
                            + " answers to --version. Use --browser-page and open the address in"
                            + " it."));
    Matcher version = VERSION.matcher(answer);
    return new BrowserProgram(
        kind,
        path,
        version.find() ? version.group() : "",
        kind.needsDisplay() ? display : List.of());
  }

  /** Whether a browser's sandbox has to be off, since it refuses to be set up by root. */
  public static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<String> display(Path path) {
    boolean minibrowser = String.valueOf(path.getFileName()).equals(MINIBROWSER);
    if (!minibrowser
        || System.getenv("DISPLAY") != null
        || System.getenv("WAYLAND_DISPLAY") != null) {
      return List.of();
    }
    if (find("xvfb-run").isEmpty()) {
      throw new Link.StartException(
          "MiniBrowser needs a display: there is none, and no xvfb-run to make one.");
    }
    return List.of("xvfb-run", "-a");
  }

  private static String ask(Path path, List<String> display) {
    List<String> words = new ArrayList<>(display);
    words.addAll(List.of(path.toString(), "--version"));
    try {
      Path answer = Files.createTempFile("ssespec-version", "");
      try {
        Process process =
            new ProcessBuilder(words)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(answer.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
        }
        return Files.readString(answer, StandardCharsets.UTF_8).strip();
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      throw new Link.StartException("Cannot start " + path + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Link.StartException("The wait for the browser's version was interrupted.");
    }
  }

  /**
   * A program by its path, or by its name on the path; MiniBrowser also where Debian and Fedora
   * keep it.
   */
  public static Optional<Path> find(String program) {
    if (program.contains(File.separator)) {
      return Optional.of(Path.of(program).toAbsolutePath()).filter(Files::isExecutable);
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path one = Path.of(folder).resolve(program);
      if (Files.isExecutable(one) && !Files.isDirectory(one)) {
        return Optional.of(one.toAbsolutePath());
      }
    }
    return program.equals(MINIBROWSER) ? findMiniBrowser() : Optional.empty();
  }

  private static Optional<Path> findMiniBrowser() {
    for (String root : List.of("/usr/lib", "/usr/libexec", "/usr/lib64")) {
      try (Stream<Path> files = Files.find(Path.of(root), 3, (file, is) -> isMiniBrowser(file))) {
        Optional<Path> found = files.max(Comparator.naturalOrder());
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException | UncheckedIOException e) {
        // There is no such folder, or not all of it may be read: then it is not here.
      }
    }
    return Optional.empty();
  }

  private static boolean isMiniBrowser(Path file) {
    return file.endsWith(Path.of("webkit2gtk-4.1", MINIBROWSER)) && Files.isExecutable(file);
  }

  @Override
  public Opened open(URI page) {
    return BrowserProcess.start(this, page);
  }

  @Override
  public Optional<Identity> identity() {
    return Optional.of(new Identity(kind.word(), version));
  }
}

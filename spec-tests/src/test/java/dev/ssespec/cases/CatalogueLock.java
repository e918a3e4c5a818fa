package dev.ssespec.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lock file, which holds one line for each case that ever was. */
final class CatalogueLock {
  private static final Path FILE = Path.of("src/main/resources/dev/ssespec/cases/catalogue.lock");

  private CatalogueLock() {}

  /** The lines by code. */
  static Map<String, String> read() {
    Map<String, String> lines = new LinkedHashMap<>();
    try {
      if (Files.exists(FILE)) {
        Files.readAllLines(FILE).forEach(line -> lines.put(code(line), line));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Map<String, String> lines) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.write(FILE, new TreeMap<>(lines).values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with {@code now}, the lines of today by code, one sentence each. */
  static List<String> violations(Map<String, String> locked, Map<String, String> now) {
    List<String> violations = new ArrayList<>();
    locked.forEach(
        (code, line) -> {
          String today = now.get(code);
          if (today == null) {
            violations.add(code + " has vanished: a code is for ever");
          } else if (!slug(today).equals(slug(line))) {
            violations.add(code + " was " + slug(line) + ": a code keeps its slug");
          } else if (!today.equals(line) && revision(today) <= revision(line)) {
            violations.add(code + " has changed: give it revision " + (revision(line) + 1));
          }
        });
    return violations;
  }

  static String code(String line) {
    return line.split(" ", -1)[0];
  }

  private static String slug(String line) {
    return line.split(" ", -1)[1];
  }

  private static int revision(String line) {
    return Integer.parseInt(line.split(" ", -1)[2]);
  }
}

package dev.ssespec.run;

import java.util.List;
import java.util.stream.Collectors;

/** Command lines as a person would type them. */
public final class ShellWords {
  private ShellWords() {}

  /** The words in one line, quoted where a shell would split or change them. */
  public static String join(List<String> words) {
    return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
  }

  private static String quote(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./~-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

package dev.ssespec.report;

import java.util.regex.Pattern;

/** {@code *} stands for any text, {@code ?} for any character, everything else for itself. */
final class Glob {
  private Glob() {}

  static boolean matches(String glob, String text) {
    var regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }
}

package dev.ssespec.report;

import java.util.Locale;
import java.util.Set;

/** Which names of headers, parameters and options stand before a secret. */
final class SecretNames {
  private static final Set<String> WHOLE =
      Set.of("authorization", "proxy-authorization", "cookie", "cookie2", "set-cookie");

  private static final Set<String> PARTS =
      Set.of(
          "token",
          "tokens",
          "secret",
          "password",
          "passwd",
          "pwd",
          "credential",
          "credentials",
          "apikey",
          "auth",
          "jwt",
          "session",
          "sessionid",
          "sid",
          "signature",
          "sig",
          "bearer");

  private SecretNames() {}

  /** As {@link #has}, where the line may be no header at all: a lone word proves nothing. */
  static boolean hasHeader(String name) {
    return has(name) && (name.contains("-") || WHOLE.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** {@code X-Api-Key}, {@code access_token}, {@code Authorization} … in any case. */
  static boolean has(String name) {
    var lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
    if (WHOLE.contains(lower) || lower.endsWith("api-key") || lower.endsWith("access-key")) {
      return true;
    }
    for (var part : lower.split("-", -1)) {
      if (PARTS.contains(part)) {
        return true;
      }
    }
    return false;
  }
}

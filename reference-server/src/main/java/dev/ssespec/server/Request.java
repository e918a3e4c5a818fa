package dev.ssespec.server;

import dev.ssespec.http.MessageHead;
import java.util.Arrays;
import java.util.Locale;

/**
 * A request as it was read.
 *
 * @param head the request line and the fields with the blank line, exactly as received
 * @param body the body without its framing
 */
// Arrays, because a wire is bytes. Compared by identity.
@SuppressWarnings("ArrayRecordComponent")
record Request(String method, String target, byte[] head, byte[] body) {

  /** Whether it lists gzip, by name, among the codings that it accepts (RFC 9110, 12.5.3). */
  boolean acceptsGzip() {
    return MessageHead.parse(head).all("Accept-Encoding").stream()
        .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split(",", -1)))
        .map(coding -> coding.replaceAll("[ \\t]", ""))
        .anyMatch(coding -> coding.matches("gzip(;q=(0\\.0*[1-9][0-9]*|1(\\.0*)?))?"));
  }

  /** The target's path: without the scheme and authority that a proxy form has, and the query. */
  String path() {
    String path = target;
    int scheme = path.indexOf("://");
    if (scheme > 0 && !path.startsWith("/")) {
      int slash = path.indexOf('/', scheme + 3);
      path = slash < 0 ? "/" : path.substring(slash);
    }
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }
}

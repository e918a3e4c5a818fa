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

  /** Whether it lists the coding, by name, among those that it accepts (RFC 9110, 12.5.3). */
  boolean accepts(Coding coding) {
    return MessageHead.parse(head).all("Accept-Encoding").stream()
        .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split(",", -1)))
        .anyMatch(coding::isAdmittedBy);
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

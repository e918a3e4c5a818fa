package dev.ssespec.client;

import dev.ssespec.http.HeaderField;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a request goes on its way through redirects, and what of it is still sent there.
 *
 * @param withBody whether the method and body of the options still hold; where not, it is a GET
 * @param withCredentials whether credentials may still be sent: no other origin lies on the way
 */
record Hop(URI url, boolean withBody, boolean withCredentials) {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final List<String> CREDENTIALS =
      List.of("Authorization", "Proxy-Authorization", "Cookie");

  static Hop first(URI url) {
    return new Hop(url, true, true);
  }

  static boolean isRedirect(int status) {
    return REDIRECTS.contains(status);
  }

  /** Whether the next connection, too, is to be made to where this redirect leads. */
  static boolean isPermanent(int status) {
    return status == 301 || status == 308;
  }

  /** Whether the header may be sent on this hop. */
  boolean admits(HeaderField header) {
    return withCredentials || CREDENTIALS.stream().noneMatch(header::isNamed);
  }

  /**
   * Follows a redirect as Fetch's "HTTP-redirect fetch" does.
   *
   * @throws ConnectionFailed where it leads nowhere
   */
  Hop follow(int status, String location, String method) throws ConnectionFailed {
    URI next = resolve(location);
    String scheme = String.valueOf(next.getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || next.getHost() == null) {
      throw new ConnectionFailed("redirected to " + location + ", which is no http or https URL");
    }
    boolean becomesGet =
        status == 303
            ? !Set.of("GET", "HEAD").contains(method)
            : method.equals("POST") && (status == 301 || status == 302);
    return new Hop(
        next, withBody && !becomesGet, withCredentials && origin(next).equals(origin(url)));
  }

  /** The origin of a URL as the standard serializes it: without the scheme's own port. */
  static String origin(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    boolean named = url.getPort() >= 0 && url.getPort() != usual;
    return scheme + "://" + host + (named ? ":" + url.getPort() : "");
  }

  private URI resolve(String location) throws ConnectionFailed {
    try {
      if (location.isEmpty() || location.startsWith("?")) {
        // java.net.URI has this wrong: it takes away the last segment of the path.
        String whole = url.toString();
        int query = whole.indexOf('?');
        return new URI((query < 0 ? whole : whole.substring(0, query)) + escape(location));
      }
      return url.resolve(new URI(escape(location)));
    } catch (URISyntaxException e) {
      throw new ConnectionFailed("redirected to " + location + ", which is no URL");
    }
  }

  /** Servers send paths with spaces and bytes of UTF-8, which a URL parser percent-encodes. */
  private static String escape(String location) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < location.length(); i++) {
      char c = location.charAt(i);
      if (c <= ' ' || c >= 0x7F || "\"<>^`{|}\\".indexOf(c) >= 0) {
        escaped.append(String.format(Locale.ROOT, "%%%02X", c & 0xFF));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}

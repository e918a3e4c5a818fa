package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a web page's source does beside: it has an origin, which is that of the URL that it was
 * opened with, and cookies. For use by one thread.
 */
final class PlainCors {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";

  private final PlainManner manner;
  private final String own;
  private final boolean credentials;
  private final Map<String, String> cookies = new TreeMap<>();

  PlainCors(PlainManner manner, String own, boolean withCredentials) {
    this.manner = manner;
    this.own = own;
    credentials = withCredentials && !manner.has(NEVER_SENDS_CREDENTIALS);
  }

  private boolean isForeign(URI url) {
    return !PlainFetch.origin(url).equals(own);
  }

  /** The header lines that a request to {@code url} has beside the others. */
  List<String> requestLines(URI url) {
    List<String> lines = new ArrayList<>();
    boolean foreign = isForeign(url);
    if (foreign && !manner.has(SENDS_NO_ORIGIN)) {
      lines.add("Origin: " + own);
    }
    boolean allowed = !foreign || credentials || manner.has(SENDS_COOKIES_EVERYWHERE);
    if (allowed && !cookies.isEmpty() && !manner.has(HAS_NO_COOKIES)) {
      lines.add(
          "Cookie: "
              + String.join(
                  "; ",
                  cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList()));
    }
    return lines;
  }

  /** Refuses what another origin does not allow, and keeps cookies. */
  void check(URI url, PlainHead head) throws PlainFailure {
    if (isForeign(url) && !manner.has(CHECKS_NO_CORS) && !allows(head)) {
      throw new PlainFailure("another origin's");
    }
    String[] cookie = head.field("Set-Cookie").orElse("").split(";", 2)[0].split("=", 2);
    if (cookie.length == 2) {
      cookies.put(cookie[0], cookie[1]);
    }
  }

  private boolean allows(PlainHead head) {
    String allowed = head.field(ALLOW_ORIGIN).orElse("");
    if (allowed.isEmpty()) {
      return manner.has(TAKES_SILENCE_FOR_LEAVE);
    }
    if (allowed.equals("*")) {
      return !credentials || manner.has(TAKES_WILDCARD_WITH_CREDENTIALS);
    }
    boolean named =
        allowed.equals(own)
            || manner.has(TAKES_LEAVE_OF_OTHERS)
            || (manner.has(LOOKS_FOR_ORIGIN_ANYWHERE) && allowed.contains(own));
    boolean leave =
        head.field(ALLOW_CREDENTIALS).orElse("").equals("true")
            || manner.has(WANTS_NO_LEAVE_FOR_CREDENTIALS);
    return named && (!credentials || leave);
  }
}

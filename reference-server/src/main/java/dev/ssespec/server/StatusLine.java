package dev.ssespec.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The first line of a response, with the reason phrases that people expect to read there. */
final class StatusLine {
  private StatusLine() {}

  /** The status line followed by {@code rest}: the fields and the blank line. */
  static byte[] of(String version, int status, String rest) {
    return (version + " " + status + " " + reason(status) + "\r\n" + rest).getBytes(ISO_8859_1);
  }

  private static String reason(int status) {
    return switch (status) {
      case 100 -> "Continue";
      case 103 -> "Early Hints";
      case 200 -> "OK";
      case 204 -> "No Content";
      case 205 -> "Reset Content";
      case 206 -> "Partial Content";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 303 -> "See Other";
      case 304 -> "Not Modified";
      case 307 -> "Temporary Redirect";
      case 308 -> "Permanent Redirect";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 413 -> "Content Too Large";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      // RFC 9112, section 4: the phrase may be empty, its space may not be left out.
      default -> "";
    };
  }
}

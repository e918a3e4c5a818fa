package dev.ssespec.server;

import java.util.regex.Pattern;

/** A content coding that the origin can write. */
public enum Coding {
  /** RFC 1952. */
  GZIP("gzip"),
  /** The zlib format of RFC 1950, as HTTP has it, and not the bare data of RFC 1951. */
  DEFLATE("deflate"),
  /** RFC 7932; what the origin writes is coded, but not compressed. */
  BROTLI("br"),
  /** RFC 8878; what the origin writes is coded, but not compressed. */
  ZSTANDARD("zstd");

  private static final String WEIGHT = "(;q=(0\\.0*[1-9][0-9]*|1(\\.0*)?))?";

  private final String token;

  Coding(String token) {
    this.token = token;
  }

  /** Its name in header fields. */
  public String token() {
    return token;
  }

  /**
   * Whether a member of Accept-Encoding, in small letters, admits it by name (RFC 9110, 12.5.3).
   */
  public boolean isAdmittedBy(String member) {
    return member.replaceAll("[ \\t]", "").matches(Pattern.quote(token) + WEIGHT);
  }
}

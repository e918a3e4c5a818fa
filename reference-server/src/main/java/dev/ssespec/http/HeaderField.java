package dev.ssespec.http;

import java.util.Locale;

/**
 * One header field as it stood on the wire: each byte of it is one character, U+0000 to U+00FF, so
 * that nothing is lost to a charset.
 *
 * @param name the name, with the letter case that was sent
 * @param value the value without the spaces and tabs around it
 */
public record HeaderField(String name, String value) {

  /** Whether this field has the given name; names are compared without regard to letter case. */
  public boolean isNamed(String other) {
    return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }
}

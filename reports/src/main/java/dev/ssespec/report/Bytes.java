package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Bytes that never change. In JSON: base64, standard alphabet, padded. Safe for all threads. */
public final class Bytes {
  private static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** No bytes. */
  public static Bytes none() {
    return NONE;
  }

  /** A copy of {@code content}. */
  public static Bytes of(byte[] content) {
    return content.length == 0 ? NONE : new Bytes(content.clone());
  }

  /** The UTF-8 bytes of {@code text}. */
  public static Bytes utf8(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The bytes that {@code base64} stands for; throws {@link IllegalArgumentException} otherwise.
   */
  @JsonCreator
  public static Bytes fromBase64(String base64) {
    return of(Base64.getDecoder().decode(base64));
  }

  /** The bytes as base64. */
  @JsonValue
  public String base64() {
    return Base64.getEncoder().encodeToString(content);
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return content.clone();
  }

  /** How many bytes there are. */
  public int length() {
    return content.length;
  }

  /** The bytes from {@code from} (inclusive) to {@code to} (exclusive). */
  public Bytes slice(int from, int to) {
    return of(Arrays.copyOfRange(content, from, to));
  }

  /** Decoded as UTF-8, malformed parts as U+FFFD. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /**
   * Printable on one line: ASCII as is, {@code \n \r \t \0 \\} by name, every other byte as {@code
   * \xHH}.
   */
  public String escaped() {
    var out = new StringBuilder(content.length + 16);
    for (byte b : content) {
      switch (b) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case 0 -> out.append("\\0");
        case '\\' -> out.append("\\\\");
        default -> {
          if (b >= 0x20 && b < 0x7f) {
            out.append((char) b);
          } else {
            out.append("\\x")
                .append(Character.forDigit((b >> 4) & 15, 16))
                .append(Character.forDigit(b & 15, 16));
          }
        }
      }
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return escaped();
  }
}

package dev.ssespec.parser.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A fingerprint of all events that a parser gives, to compare parsers by. */
final class Digest implements Sink {

  private final MessageDigest hash;
  private long events;

  Digest() {
    try {
      hash = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  @Override
  public void event(String type, String data, String id) {
    events++;
    hash.update((type + '\0' + data + '\0' + id + '\n').getBytes(UTF_8));
  }

  long events() {
    return events;
  }

  String hex() {
    return HexFormat.of().formatHex(hash.digest());
  }

  static String of(Contender contender, byte[] bytes, int chunk) {
    Digest digest = new Digest();
    contender.readUnchecked(bytes, chunk, digest);
    return digest.hex();
  }
}

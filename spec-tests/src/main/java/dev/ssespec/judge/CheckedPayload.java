package dev.ssespec.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;

/** Data that shows whether it arrived whole: its number, a checksum, and text of some length. */
public final class CheckedPayload {
  private static final String[] PIECES = {"data: ", ": ", "event: x", "-", "0123456789", "é"};

  private CheckedPayload() {}

  /** The data of the event of that number; most are short, some have up to 8 KB. */
  public static String of(String mark, int number) {
    var random = new Random(number);
    int length = number % 16 == 0 ? random.nextInt(8000) : random.nextInt(300);
    var rest = new StringBuilder("-");
    while (rest.length() < length) {
      rest.append(PIECES[random.nextInt(PIECES.length)]);
    }
    rest.append('.');
    return mark + " " + number + " " + checksum(rest.toString()) + " " + rest;
  }

  private static String checksum(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  /** The number of data that is whole; empty where it is anything else. */
  static Optional<Integer> number(String mark, String data) {
    String[] parts = data.split(" ", 4);
    boolean whole =
        parts.length == 4
            && parts[0].equals(mark)
            && parts[1].matches("\\d{1,9}")
            && parts[2].equals(checksum(parts[3]));
    return whole ? Optional.of(Integer.valueOf(parts[1])) : Optional.empty();
  }
}

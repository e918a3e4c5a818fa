package dev.ssespec.cases;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One long line in small chunks, against short lines of as many bytes in as many chunks: the same
 * work for who looks at each byte once. A parser that searches or copies all that it has at each
 * chunk takes many times as long for the long one. Last a line that is longer still.
 *
 * <p>Time is compared within the run, and never with a clock's limit; both streams are equally hurt
 * by a busy machine.
 *
 * @param longLines bytes of a long line's data; each is sent where the one before it took its due
 * @param shortLines how many short ones have as many bytes together
 * @param chunk bytes of a chunk
 * @param rounds how many times both are sent at least before the time is called out of proportion
 * @param longest bytes of the data of the line that is sent last, where it is
 */
public record LongLineCase(
    CaseHeader header, List<Integer> longLines, int shortLines, int chunk, int rounds, int longest)
    implements Case {
  /** Copies the list. */
  public LongLineCase {
    longLines = List.copyOf(longLines);
  }

  /** What a target's verdict is called that is right and takes longer and longer. */
  public static final String OUT_OF_PROPORTION = "time out of proportion";

  private static final String FILLER = "the-quick-brown-fox.";

  @Override
  public Role role() {
    return Role.PARSER;
  }

  @Override
  public String stimulusText() {
    return "data: and "
        + longLines.stream().map(String::valueOf).collect(Collectors.joining(" or "))
        + " bytes, in chunks of "
        + chunk
        + "; beside it "
        + shortLines
        + " lines of as many bytes together. Then one of "
        + longest
        + " bytes. The time for the long line is compared with that for the short ones.";
  }

  @Override
  public String substance() {
    return header.level()
        + " "
        + header.needs()
        + " "
        + List.of(longLines, shortLines, chunk, rounds, longest);
  }

  /** The data of each event where {@code bytes} of data are sent in so many lines. */
  public static List<String> data(Words words, int bytes, int lines) {
    String filler = FILLER.repeat(bytes / lines / FILLER.length() + 1);
    List<String> data = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      String start = words.fill("{a}") + i + "-";
      data.add(start + filler.substring(0, bytes / lines - start.length()));
    }
    return data;
  }

  /** The stream of events with these data, in chunks. */
  public List<byte[]> chunks(List<String> data) {
    var text = new StringBuilder();
    data.forEach(one -> text.append("data: ").append(one).append("\n\n"));
    byte[] stream = text.toString().getBytes(StandardCharsets.US_ASCII);
    List<byte[]> chunks = new ArrayList<>();
    for (int from = 0; from < stream.length; from += chunk) {
      chunks.add(java.util.Arrays.copyOfRange(stream, from, Math.min(stream.length, from + chunk)));
    }
    return chunks;
  }
}

package dev.ssespec.run;

import dev.ssespec.cases.ParserCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** In how many ways one stream of bytes can be sent and mean the same. */
final class ParserVariants {
  private static final List<String> ENDINGS = List.of("lf", "crlf", "cr");
  private static final List<String> CHUNKS = List.of("whole", "bytes", "splits");

  /** A longer stream is not sent byte by byte: that shows nothing new and takes seconds. */
  private static final int SHORT = 2000;

  private ParserVariants() {}

  /** The jobs of one case; with whole streams alone where the adapter cannot feed chunks. */
  static List<Job> of(ParserCase testCase, boolean chunksShown) {
    List<Job> jobs = new ArrayList<>();
    for (String ending : testCase.replayed() ? ENDINGS : List.of("as-is")) {
      for (String chunks : chunkings(testCase, chunksShown)) {
        jobs.add(new Job(testCase, Map.of("ending", ending, "chunks", chunks)));
      }
    }
    return jobs;
  }

  private static List<String> chunkings(ParserCase testCase, boolean chunksShown) {
    if (!testCase.cuts().isEmpty()) {
      return List.of("given");
    }
    return chunksShown && testCase.stream().length() <= SHORT ? CHUNKS : List.of("whole");
  }

  /** The stream of a variant, cut into the chunks of each parse that the variant asks for. */
  static List<List<byte[]>> parses(ParserCase testCase, Map<String, String> variant, byte[] lf) {
    boolean commentsCount =
        testCase.outcomes().stream().anyMatch(outcome -> outcome.comments().isPresent());
    String ending = variant.getOrDefault("ending", "as-is");
    byte[] stream = withEnding(lf, ending, ending.equals("cr") && !commentsCount);
    return switch (variant.getOrDefault("chunks", "whole")) {
      case "bytes" -> List.of(everyByte(stream));
      case "splits" -> everySplit(stream);
      case "given" -> List.of(cut(stream, testCase.cuts()));
      default -> List.of(List.of(stream));
    };
  }

  private static byte[] withEnding(byte[] lf, String ending, boolean closed) {
    if (ending.equals("as-is") || ending.equals("lf")) {
      return lf;
    }
    var out = new java.io.ByteArrayOutputStream(lf.length + 16);
    for (byte b : lf) {
      if (b == '\n') {
        out.write('\r');
      }
      if (b != '\n' || ending.equals("crlf")) {
        out.write(b);
      }
    }
    if (closed && lf.length > 0 && lf[lf.length - 1] == '\n') {
      // A comment, which means nothing: whether a parser waits for an LF behind the last CR of all
      // is the matter of cases of its own, not of every case.
      out.write(':');
      out.write('\r');
    }
    return out.toByteArray();
  }

  private static List<byte[]> everyByte(byte[] stream) {
    List<byte[]> chunks = new ArrayList<>(stream.length);
    for (byte b : stream) {
      chunks.add(new byte[] {b});
    }
    return chunks;
  }

  private static List<List<byte[]>> everySplit(byte[] stream) {
    List<List<byte[]>> parses = new ArrayList<>(stream.length);
    for (int at = 1; at < stream.length; at++) {
      parses.add(cut(stream, List.of(at)));
    }
    return parses;
  }

  private static List<byte[]> cut(byte[] stream, List<Integer> cuts) {
    List<byte[]> chunks = new ArrayList<>();
    int from = 0;
    for (int to : cuts) {
      chunks.add(java.util.Arrays.copyOfRange(stream, from, to));
      from = to;
    }
    chunks.add(java.util.Arrays.copyOfRange(stream, from, stream.length));
    return chunks;
  }
}

package dev.ssespec.run;

import dev.ssespec.cases.ParserCase;
import dev.ssespec.property.Feed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In how many ways one stream of bytes can be sent and mean the same. */
final class ParserVariants {
  private static final List<String> ENDINGS = List.of("lf", "crlf", "cr");
  private static final List<String> CHUNKS = List.of("whole", "bytes", "splits");

  /** A longer stream is not sent byte by byte: that shows nothing new and takes seconds. */
  private static final int SHORT = 2000;

  private ParserVariants() {}

  /** The jobs of one case, as far as a target with these capabilities can show what they ask. */
  static List<Job> of(ParserCase testCase, Set<String> capabilities) {
    List<Job> jobs = new ArrayList<>();
    for (String ending : testCase.replayed() ? ENDINGS : List.of("as-is")) {
      for (String chunks : chunkings(testCase, capabilities.contains("chunks"))) {
        jobs.add(new Job(testCase, Map.of("ending", ending, "chunks", chunks)));
      }
      if (capabilities.contains("events-before-eof") && isCutOpen(testCase, ending)) {
        jobs.add(new Job(testCase, Map.of("ending", ending, "chunks", "open")));
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

  /** Whether the stream has an event of which it can be asked that it is out before the end. */
  private static boolean isCutOpen(ParserCase testCase, String ending) {
    return testCase.end()
        && testCase.hasFixedEvents()
        && testCase.stream().length() <= SHORT
        && !ending.equals("cr")
        && !EventEnds.of(testCase.stream().toArray()).isEmpty();
  }

  /** The stream of a variant, in each of the ways in which the variant asks for it to be sent. */
  static List<Feed> parses(ParserCase testCase, Map<String, String> variant, byte[] lf) {
    boolean commentsCount =
        testCase.outcomes().stream().anyMatch(outcome -> outcome.comments().isPresent());
    String ending = variant.getOrDefault("ending", "as-is");
    byte[] stream = withEnding(lf, ending, ending.equals("cr") && !commentsCount);
    boolean end = testCase.end();
    return switch (variant.getOrDefault("chunks", "whole")) {
      case "bytes" -> List.of(new Feed(everyByte(stream), end));
      case "splits" -> everySplit(stream, end);
      case "given" -> List.of(new Feed(cut(stream, testCase.cuts()), end));
      case "open" -> atEachEvent(stream);
      default -> List.of(new Feed(List.of(stream), end));
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

  private static List<Feed> everySplit(byte[] stream, boolean end) {
    List<Feed> parses = new ArrayList<>(stream.length);
    for (int at = 1; at < stream.length; at++) {
      parses.add(new Feed(cut(stream, List.of(at)), end));
    }
    return parses;
  }

  /** Up to the last byte of each event, and up to the one before it; no end behind either. */
  private static List<Feed> atEachEvent(byte[] stream) {
    List<Feed> parses = new ArrayList<>();
    for (int end : EventEnds.of(stream)) {
      if (stream[end - 2] != '\r') {
        parses.add(new Feed(List.of(Arrays.copyOf(stream, end - 1)), false));
      }
      parses.add(new Feed(List.of(Arrays.copyOf(stream, end)), false));
    }
    return parses;
  }

  private static List<byte[]> cut(byte[] stream, List<Integer> cuts) {
    List<byte[]> chunks = new ArrayList<>();
    int from = 0;
    for (int to : cuts) {
      chunks.add(Arrays.copyOfRange(stream, from, to));
      from = to;
    }
    chunks.add(Arrays.copyOfRange(stream, from, stream.length));
    return chunks;
  }
}

package dev.ssespec.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one run, line by line. For one thread, once. */
final class RunReader {
  private static final int BLOCK = 1 << 16;

  private final String name;
  private final List<CaseAbout> abouts = new ArrayList<>();
  private final List<CaseRecord> cases = new ArrayList<>();
  private @Nullable RunHeader header;
  private boolean complete;
  private int number;

  /**
   * @param name what messages call the file
   */
  RunReader(String name) {
    this.name = name;
  }

  Run read(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      var line = new ByteArrayOutputStream();
      var block = new byte[BLOCK];
      for (int length = in.read(block); length >= 0; length = in.read(block)) {
        accept(block, length, line);
      }
      accept(line.toByteArray(), false);
    }
    if (header == null) {
      throw new IOException(name + " has no line of kind \"run\": it is no run, or an empty one");
    }
    return new Run(header, abouts, cases, complete);
  }

  /**
   * Takes the lines that end within {@code block}, and leaves what follows them in {@code line}.
   */
  private void accept(byte[] block, int length, ByteArrayOutputStream line) throws IOException {
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (block[i] == '\n') {
        line.write(block, start, i - start);
        accept(line.toByteArray(), true);
        line.reset();
        start = i + 1;
      }
    }
    line.write(block, start, length - start);
  }

  private void accept(byte[] line, boolean whole) throws IOException {
    number++;
    if (isBlank(line)) {
      return;
    }
    try {
      accept(RunJson.parse(line));
    } catch (JsonProcessingException e) {
      if (whole) {
        throw new IOException(
            name + ", line " + number + " is no record of a run: " + e.getOriginalMessage(), e);
      }
    }
  }

  private void accept(JsonNode line) throws IOException {
    switch (line.path("kind").asText()) {
      case "run" -> accept(RunJson.as(RunHeader.class, line));
      case "about" -> abouts.add(RunJson.as(CaseAbout.class, line));
      case "case" -> {
        if (header == null) {
          throw new IOException(name + ", line " + number + ": a case ahead of the \"run\" line");
        }
        cases.add(RunJson.as(CaseRecord.class, line));
      }
      case "end" -> complete = line.path("complete").asBoolean();
      default -> {
        // A kind that a later version added.
      }
    }
  }

  private void accept(RunHeader read) throws IOException {
    if (header != null) {
      throw new IOException(name + ", line " + number + ": a second \"run\" line");
    }
    if (read.schema() != 1) {
      throw new IOException(
          name + " has schema " + read.schema() + ", and this version reads schema 1 alone");
    }
    header = read;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}

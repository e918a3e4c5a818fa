package dev.ssespec.peer;

import dev.ssespec.cases.ParserCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which case catches which fault, for people. */
final class KillMatrix {
  private KillMatrix() {}

  static void write(Path file, List<ParserCase> cases, List<Kills> matrix) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Which case catches which fault");
    lines.add("");
    lines.add("| fault | what such a parser does | seen in | caught by | floods |");
    lines.add("| --- | --- | --- | --- | --- |");
    for (Kills one : matrix) {
      ParserFault fault = one.fault();
      lines.add(
          row(
              fault.name(),
              fault.sentence(),
              fault.seenIn(),
              String.join(" ", new TreeSet<>(one.codes())),
              String.join(" ", fault.floods())));
    }
    lines.add("");
    lines.add("| case | | catches |");
    lines.add("| --- | --- | --- |");
    for (ParserCase one : cases) {
      String code = one.header().code();
      List<String> caught =
          matrix.stream()
              .filter(kills -> kills.codes().contains(code))
              .map(kills -> kills.fault().name())
              .sorted()
              .toList();
      lines.add(row(code, one.header().title(), String.join(", ", caught)));
    }
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}

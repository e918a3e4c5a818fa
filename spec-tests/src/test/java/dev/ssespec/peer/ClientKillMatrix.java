package dev.ssespec.peer;

import dev.ssespec.cases.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which client case catches which fault, and why, for people. */
final class ClientKillMatrix {
  private static final int REASON = 160;

  private ClientKillMatrix() {}

  static void write(Path file, List<Case> cases, List<ClientKills> matrix) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Which client case catches which fault");
    lines.add("");
    lines.add("| fault | what such a client does | caught by | the first of them says |");
    lines.add("| --- | --- | --- | --- |");
    for (ClientKills one : matrix) {
      String why = one.reasons().values().stream().findFirst().orElse("");
      lines.add(
          row(
              one.fault().word(),
              one.fault().inWords(),
              String.join(" ", one.reasons().keySet()),
              shorten(why)));
    }
    lines.add("");
    lines.add("| case | | catches |");
    lines.add("| --- | --- | --- |");
    for (Case one : cases) {
      List<String> caught =
          matrix.stream()
              .filter(kills -> kills.reasons().containsKey(one.header().code()))
              .map(kills -> kills.fault().word())
              .toList();
      lines.add(row(one.header().code(), one.header().title(), String.join(", ", caught)));
    }
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private static String shorten(String text) {
    return text.length() <= REASON ? text : text.substring(0, REASON) + "…";
  }

  private static String row(String... cells) {
    List<String> safe = new ArrayList<>();
    for (String cell : cells) {
      safe.add(cell.replace("|", "\\|"));
    }
    return "| " + String.join(" | ", safe) + " |";
  }
}

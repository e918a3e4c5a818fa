package dev.ssespec.parser.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures eventsource-parser in Node, where this machine has Node and npm. */
final class NodeCells {

  static final String TITLE = "eventsource-parser 3.1.1 (Node)";

  private final Path folder;

  private NodeCells(Path folder) {
    this.folder = folder;
  }

  /** Installs the peer below a working folder; null where that fails. */
  static NodeCells install(Path sources, Path folder) throws InterruptedException {
    try {
      Files.createDirectories(folder);
      for (String name : List.of("package.json", "time.mjs")) {
        Files.writeString(folder.resolve(name), Files.readString(sources.resolve(name)));
      }
      Process npm =
          new ProcessBuilder("npm", "install", "--silent", "--no-audit", "--no-fund")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return npm.waitFor() == 0 ? new NodeCells(folder) : null;
    } catch (IOException e) {
      return null;
    }
  }

  Cell measure(int round, Input input, Map<Input, String> digests)
      throws IOException, InterruptedException {
    Path file = folder.resolve(input.name());
    Files.write(file, input.bytes());
    List<String> command = new ArrayList<>(List.of("node", "time.mjs", file.toString()));
    Process node =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String[] line = new String(node.getInputStream().readAllBytes(), UTF_8).strip().split("\t", -1);
    if (node.waitFor() != 0 || line.length != 3) {
      throw new IOException("node has failed on input " + input);
    }
    boolean right = line[1].equals(digests.get(input));
    double nanos = Double.parseDouble(line[2]);
    return new Cell(round, input, 65536, TITLE, right, nanos, nanos, -1);
  }
}

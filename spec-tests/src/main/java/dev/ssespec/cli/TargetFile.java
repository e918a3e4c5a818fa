package dev.ssespec.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssespec.cases.Role;
import dev.ssespec.target.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A target folder's {@code target.json}.
 *
 * @param roles what it is tested as, of those that this kit knows
 * @param needs programs that have to be on the path
 * @param setup commands that make it ready, each as its words; may run again at any time
 * @param run the command that starts it
 */
record TargetFile(
    Path folder,
    String name,
    String version,
    String language,
    List<Role> roles,
    List<String> needs,
    List<List<String>> setup,
    List<String> run) {

  /** The targets in and below {@code folder}, in the order of their paths. */
  static List<TargetFile> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(folder + " is no folder.");
    }
    try (Stream<Path> files = Files.walk(folder, 4)) {
      return files
          .filter(path -> path.endsWith("target.json"))
          .filter(path -> !path.toString().contains("node_modules"))
          .sorted()
          .map(TargetFile::read)
          .toList();
    } catch (IOException e) {
      throw new UsageException(folder + " cannot be read: " + e);
    }
  }

  private static TargetFile read(Path file) {
    try {
      JsonNode json =
          Json.parse(Files.readString(file))
              .orElseThrow(() -> new UsageException(file + " holds no JSON object."));
      List<List<String>> setup = new ArrayList<>();
      json.path("setup").forEach(command -> setup.add(strings(command)));
      Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
      return new TargetFile(
          folder,
          json.path("name").asText(folder.getFileName() + ""),
          json.path("version").asText(""),
          json.path("language").asText(""),
          roles(json.path("roles")),
          strings(json.path("needs")),
          setup,
          strings(json.path("run")));
    } catch (IOException e) {
      throw new UsageException(file + " cannot be read: " + e);
    }
  }

  private static List<Role> roles(JsonNode words) {
    List<Role> roles = new ArrayList<>();
    for (String word : strings(words)) {
      for (Role role : Role.values()) {
        if (role.word().equals(word)) {
          roles.add(role);
        }
      }
    }
    return roles;
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(node -> strings.add(node.asText()));
    return strings;
  }

  /** What is missing on this machine; empty where nothing is. */
  Optional<String> missing() {
    return needs.stream().filter(program -> !onPath(program)).findFirst();
  }

  private static boolean onPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String directory : path.split(java.io.File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(directory).resolve(program))) {
        return true;
      }
    }
    return false;
  }
}

package dev.ssespec.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssespec.browser.BrowserProgram;
import dev.ssespec.cases.Role;
import dev.ssespec.contract.ContractTarget;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.target.Json;
import java.io.IOException;
import java.net.URI;
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
 * @param run the command that starts it; empty where it is a browser
 * @param browsers the programs of which the first one that is here is the browser
 * @param contract where it speaks the contract-test service protocol instead of the adapter's
 */
record TargetFile(
    Path folder,
    String name,
    String version,
    String language,
    String homepage,
    String notes,
    List<Role> roles,
    List<String> needs,
    List<List<String>> setup,
    List<String> run,
    List<String> browsers,
    Optional<Contract> contract) {

  /**
   * A contract-test service.
   *
   * @param url where it answers once it is started
   * @param parallel how many cases at a time it is good for
   */
  record Contract(URI url, int parallel) {}

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
          json.path("homepage").asText(""),
          json.path("notes").asText(""),
          roles(json.path("roles")),
          strings(json.path("needs")),
          setup,
          strings(json.path("run")),
          strings(json.path("browser")),
          contract(file, json.path("contract")));
    } catch (IOException e) {
      throw new UsageException(file + " cannot be read: " + e);
    }
  }

  private static Optional<Contract> contract(Path file, JsonNode contract) {
    if (contract.isMissingNode()) {
      return Optional.empty();
    }
    try {
      URI url = ContractTarget.address(contract.path("url").asText());
      return Optional.of(new Contract(url, Math.max(1, contract.path("parallel").asInt(1))));
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + " has a contract.url that is no use: " + e.getMessage());
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

  /** As what it stands in a report where it cannot introduce itself. */
  TargetInfo info() {
    return new TargetInfo(name, version, language, homepage, "", List.of(), notes);
  }

  /** The browser's program, where it is one and is here. */
  Optional<String> browser() {
    return browsers.stream().filter(name -> BrowserProgram.find(name).isPresent()).findFirst();
  }

  /** What is missing on this machine, in a sentence; empty where nothing is. */
  Optional<String> missing() {
    return needs.stream()
        .filter(program -> BrowserProgram.find(program).isEmpty())
        .findFirst()
        .map(program -> program + " is not on the path")
        .or(
            () ->
                browsers.isEmpty() || browser().isPresent()
                    ? Optional.empty()
                    : Optional.of("none of " + browsers + " is on the path"));
  }
}

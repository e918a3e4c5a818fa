package dev.ssespec.run;

import static dev.ssespec.report.Verdict.FAIL;
import static dev.ssespec.report.Verdict.INCONCLUSIVE;
import static dev.ssespec.report.Verdict.NON_STRICT;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.EndpointCase;
import dev.ssespec.peer.ServerFault;
import dev.ssespec.peer.ServerOddball;
import dev.ssespec.peer.ServerTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointFaultsTest {
  private static final Duration FAST = Duration.ofMillis(40);

  @AfterEach
  void nothingIsLeftOver() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().matches("ssespec-(visit|wire|peer).*")) {
        thread.join(10_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  @Test
  void eachFaultIsFoundByTheCasesThatNameItAndByNoOther() throws Exception {
    Map<ServerFault, Callable<Map<String, String>>> trials = new EnumMap<>(ServerFault.class);
    for (ServerFault fault : ServerFault.values()) {
      trials.put(
          fault,
          () ->
              EndpointTrial.findings(
                  EndpointTrial.records(ServerTraits.faulty(fault, interval(fault)), watch(fault)),
                  FAIL,
                  NON_STRICT));
    }

    Map<ServerFault, Map<String, String>> found = EndpointTrial.all(trials);

    Map<ServerFault, Set<String>> codes = new EnumMap<>(ServerFault.class);
    found.forEach((fault, findings) -> codes.put(fault, new TreeSet<>(findings.keySet())));
    writeMatrix(found);
    assertThat(codes).as("%s", found).isEqualTo(expected());
  }

  /** Which case catches which fault, for people. */
  private static void writeMatrix(Map<ServerFault, Map<String, String>> found) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Which rule for any endpoint catches which fault");
    lines.add("");
    lines.add("| fault | caught by | the first of them says |");
    lines.add("| --- | --- | --- |");
    found.forEach(
        (fault, findings) ->
            lines.add(
                "| "
                    + fault.word()
                    + " | "
                    + String.join(" ", findings.keySet())
                    + " | "
                    + findings.values().stream().findFirst().orElse("").replace("|", "\\|")
                    + " |"));
    Path file = Path.of("target/server-url-kill-matrix.md");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }

  private static Map<ServerFault, Set<String>> expected() {
    Map<ServerFault, Set<String>> expected = new EnumMap<>(ServerFault.class);
    for (ServerFault fault : ServerFault.values()) {
      expected.put(
          fault,
          EndpointTrial.cases().stream()
              .map(EndpointCase::header)
              .filter(header -> header.catches().contains(fault.word()))
              .map(header -> header.code())
              .collect(toCollection(TreeSet::new)));
    }
    return expected;
  }

  private static Duration interval(ServerFault fault) {
    return switch (fault) {
      case LATE_HEAD -> Duration.ofMillis(1100);
      case TORN_BLOCKS, HELD_BLANK_LINE -> Duration.ofMillis(400);
      default -> FAST;
    };
  }

  private static Duration watch(ServerFault fault) {
    return switch (fault) {
      case LATE_HEAD, TORN_BLOCKS, HELD_BLANK_LINE, HOARDING_GZIP, STOPS_IN_TWO ->
          Duration.ofMillis(2500);
      case ENDLESS_LINE -> Duration.ofSeconds(6);
      default -> Duration.ofSeconds(1);
    };
  }

  @Test
  void soundAndOddServersStayGreen() throws Exception {
    Map<String, Callable<Map<String, String>>> trials = new LinkedHashMap<>();
    trials.put("sound", () -> trouble(ServerTraits.sound(FAST)));
    for (ServerOddball oddball : ServerOddball.values()) {
      trials.put(oddball.name(), () -> trouble(ServerTraits.odd(oddball, FAST)));
    }

    Map<String, Map<String, String>> troubles = EndpointTrial.all(trials);

    troubles.values().removeIf(Map::isEmpty);
    assertThat(troubles).isEmpty();
  }

  private static Map<String, String> trouble(ServerTraits traits) throws InterruptedException {
    return EndpointTrial.findings(
        EndpointTrial.records(traits, Duration.ofMillis(1500)), FAIL, NON_STRICT, INCONCLUSIVE);
  }

  @Test
  void everyFaultIsNamedByACaseAndEveryNameIsAFault() {
    Set<String> named = new TreeSet<>();
    EndpointTrial.cases().forEach(one -> named.addAll(one.header().catches()));

    assertThat(named)
        .isEqualTo(
            Set.of(ServerFault.values()).stream()
                .map(ServerFault::word)
                .collect(toCollection(TreeSet::new)));
  }
}

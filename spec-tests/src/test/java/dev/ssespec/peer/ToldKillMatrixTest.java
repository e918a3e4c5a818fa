package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.EndpointCase;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The cases of told servers, tested with servers that have one fault each: the cases that name the
 * fault must fail, and no others. Several faults are played at a time, since some of it is waiting.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToldKillMatrixTest {
  private static final int AT_A_TIME = 4;

  private final List<Case> cases =
      Catalogue.whole().of(Role.SERVER).stream()
          .filter(one -> !(one instanceof EndpointCase) && !(one instanceof PropertyCase))
          .toList();
  private final Played<ToldFault, ToldKills> matrix =
      new Played<>(List.of(ToldFault.values()), AT_A_TIME, fault -> ToldKills.of(fault, cases));

  @ParameterizedTest
  @EnumSource
  void aFaultIsCaughtByExactlyTheCasesThatNameIt(ToldFault fault) {
    Set<String> named =
        cases.stream()
            .filter(one -> one.header().catches().contains(fault.word()))
            .map(one -> one.header().code())
            .collect(Collectors.toCollection(TreeSet::new));

    ToldKills kills = matrix.of(fault);

    assertThat(named).as("cases that name it").isNotEmpty();
    assertThat(kills.reasons().keySet())
        .as("cases that caught it, and why: " + kills.reasons())
        .isEqualTo(named);
  }

  @Test
  void everyNamedFaultExists() {
    Set<String> known =
        Arrays.stream(ToldFault.values()).map(ToldFault::word).collect(Collectors.toSet());

    assertThat(cases).allSatisfy(one -> assertThat(known).containsAll(one.header().catches()));
  }

  @Test
  void everyMandatoryCaseCatchesAFault() {
    assertThat(cases)
        .filteredOn(one -> one.header().level() == Level.MUST)
        .allSatisfy(one -> assertThat(one.header().catches()).as(one.header().id()).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOddAndAllowedStaysGreen(ToldOddball oddball) {
    List<Case> quick =
        cases.stream().filter(one -> !one.header().code().matches("S-153|S-23.|S-243")).toList();

    assertThat(bad(ToldTraits.odd(oddball), quick)).isEmpty();
  }

  /** All of it: large data, crowds, the rules for any endpoint, and generated events. */
  @Test
  void theSoundOnePassesEverything() {
    assertThat(bad(ToldTraits.sound(), Catalogue.whole().playedTo(Role.SERVER))).isEmpty();
  }

  private static List<String> bad(ToldTraits traits, List<Case> cases) {
    List<String> bad = new ArrayList<>();
    for (CaseRecord record : ToldPeerRun.records(traits, cases, Duration.ofSeconds(20), 30)) {
      if (ToldKills.isBad(record)) {
        bad.add(record.code() + " " + record.verdict() + ": " + record.reason());
      }
    }
    return bad;
  }

  @AfterAll
  void writesTheMatrix() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add("# Which case catches which fault of a told server");
    lines.add("");
    lines.add("| fault | what such a server does | caught by |");
    lines.add("| --- | --- | --- |");
    for (ToldFault fault : ToldFault.values()) {
      String codes = String.join(" ", matrix.of(fault).reasons().keySet());
      lines.add("| " + fault.word() + " | " + fault.sentence() + " | " + codes + " |");
    }
    write(Path.of("target/server-kill-matrix.md"), lines);
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }
}

package dev.ssespec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.report.Run;
import dev.ssespec.report.RunFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private final Path folder;

  MainTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static int run(List<String> words) {
    var silent = new PrintWriter(new StringWriter());
    return Main.commandLine().setOut(silent).setErr(silent).execute(words.toArray(String[]::new));
  }

  private List<String> testing(String... words) {
    List<String> all = new ArrayList<>(List.of("parser", "--quiet", "--report", folder + "/r"));
    all.addAll(List.of(words));
    return all;
  }

  private static List<String> soundAdapter() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(
        "--",
        java.toString(),
        "-cp",
        System.getProperty("java.class.path"),
        SoundAdapter.class.getName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fly",
        "parser --nope",
        "parser",
        "parser --only Q-* -- x",
        "parser --only P-001 --skip P-001 -- x",
        "parser --shard 3/2 -- x",
        "parser --shard x -- x",
        "parser --parallel 0 -- x",
        "parser --baseline no-such-file -- x",
        "list Q-*",
        "explain Q-001",
        "server",
        "server ftp://127.0.0.1/",
        "server http://127.0.0.1/ --for tomorrow",
        "server http://127.0.0.1/ --trigger ftp://127.0.0.1/",
        "server --trigger true -- x",
        "matrix no-such-folder"
      })
  void whatMakesNoSenseIsAUsageError(String line) {
    assertThat(run(Stream.of(line.split(" ")).filter(w -> !w.isEmpty()).toList())).isEqualTo(2);
  }

  @Test
  void aCommandThatDoesNotExistCannotBeStarted() {
    assertThat(run(testing("--", "./no/such/program"))).isEqualTo(4);
  }

  @Test
  void anEndpointThatRefusesCannotBeReached() throws IOException {
    // Bound and not listening: nobody else can get the port meanwhile.
    try (var bound = new java.net.Socket()) {
      bound.bind(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0));
      String url = "http://127.0.0.1:" + bound.getLocalPort() + "/";

      assertThat(run(List.of("server", url, "--report", folder + "/r"))).isEqualTo(4);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsAUsageError() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(run(List.of("parser", "--report", file + "/below", "--", "x"))).isEqualTo(2);
  }

  @Test
  void everyVerbHasHelp() {
    for (String verb : Main.commandLine().getSubcommands().keySet()) {
      assertThat(run(List.of(verb, "--help"))).as(verb).isZero();
    }
  }

  @Test
  void aSoundAdapterInAProcessOfItsOwnPassesAndLeavesAWholeReport() throws IOException {
    List<String> words = testing("--only", "parse/data/*");
    words.addAll(soundAdapter());

    assertThat(run(words)).isZero();
    Run run = RunFile.read(folder.resolve("r/run.ndjson"));
    assertThat(run.complete()).isTrue();
    assertThat(run.totals().sum().fail()).isZero();
    assertThat(folder.resolve("r"))
        .isDirectoryContaining("glob:**report.html")
        .isDirectoryContaining("glob:**junit.xml")
        .isDirectoryContaining("glob:**summary.md")
        .isDirectoryContaining("glob:**badge.svg");
  }

  @Test
  void theRecordHoldsTheCommandLineThatRepeatsIt() throws IOException {
    List<String> chosen =
        List.of("--only", "P-001", "--only", "P-30*", "--skip", "P-302", "--level", "must");
    List<String> words = testing("--seed", "5", "--tries", "2", "--slow", "--strict");
    words.addAll(chosen);
    words.addAll(soundAdapter());

    assertThat(run(words)).isZero();

    List<String> repeat = new ArrayList<>(List.of("parser", "--seed", "5"));
    repeat.addAll(chosen);
    repeat.addAll(List.of("--tries", "2", "--slow", "--strict"));
    repeat.addAll(soundAdapter());
    assertThat(RunFile.read(folder.resolve("r/run.ndjson")).header().argv()).isEqualTo(repeat);
  }

  @Test
  void aBaselineThatExpectsWhatHappensNotIsStale() throws IOException {
    Path baseline = folder.resolve("baseline.json");
    Files.writeString(
        baseline,
        """
        {"schema": 1, "entries": [{"code": "P-001", "verdict": "fail", "failure": "missing"}]}
        """);
    List<String> words = testing("--only", "P-001", "--baseline", baseline.toString());
    words.addAll(soundAdapter());

    assertThat(run(words)).isEqualTo(1);
  }

  @Test
  void anAdapterThatKeepsToTheProtocolPassesItsCheck() {
    List<String> words = new ArrayList<>(List.of("adapter-check"));
    words.addAll(soundAdapter());

    assertThat(run(words)).isZero();
  }
}

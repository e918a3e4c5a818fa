package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  private final Path folder;

  RunFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static final CaseAbout ABOUT = Make.about("P-001", "parse/area/P-001", Level.MUST);
  private static final CaseRecord FAIL =
      Make.record("P-001", Level.MUST, Verdict.FAIL, Map.of("ending", "cr"));
  private static final CaseRecord PASS =
      Make.record("P-001", Level.MUST, Verdict.PASS, Map.of("ending", "lf"));

  private Path write(boolean keepPassing, boolean complete, CaseRecord... records)
      throws IOException {
    var path = folder.resolve("deep/run.ndjson");
    try (var file = RunFile.create(path, keepPassing)) {
      new Run(Make.header("some lib"), List.of(ABOUT), List.of(records), complete).replay(file);
    }
    return path;
  }

  @Nested
  class Writing {
    @Test
    void leavesOneLineForEachThingHeard() throws IOException {
      assertThat(Files.readAllLines(write(true, true, FAIL, PASS)))
          .containsExactly(
              "{\"kind\":\"run\",\"schema\":1,\"kit\":{\"version\":\"0.1.0\",\"catalogue\":\"sha256:abc\"},"
                  + "\"target\":{\"name\":\"some lib\",\"version\":\"\",\"language\":\"\",\"homepage\":\"\","
                  + "\"profile\":\"eventsource\",\"capabilities\":[],\"notes\":\"\"},\"role\":\"parser\","
                  + "\"seed\":42,\"argv\":[\"parser\",\"--seed\",\"42\",\"--\",\"node\",\"adapter.mjs\"],"
                  + "\"environment\":{\"java\":\"17\",\"os\":\"Linux\",\"started\":\"2026-11-20T10:00:00Z\"}}",
              "{\"kind\":\"about\",\"code\":\"P-001\",\"id\":\"parse/area/P-001\",\"revision\":1,"
                  + "\"level\":\"must\",\"title\":\"Title of P-001\",\"clauses\":[{\"id\":\"line-end\","
                  + "\"anchor\":\"https://html.spec.whatwg.org/#P-001\",\"text\":\"A lone CR ends a line.\"}],"
                  + "\"why\":\"Events come late.\",\"hint\":\"Look at the line splitter.\","
                  + "\"seenIn\":[\"some/project#1\"],\"stimulus\":\"data: a\\\\r | \\\\r\"}",
              "{\"kind\":\"case\",\"code\":\"P-001\",\"id\":\"parse/area/P-001\",\"revision\":1,"
                  + "\"variant\":{\"ending\":\"cr\"},\"level\":\"must\",\"verdict\":\"fail\","
                  + "\"failure\":\"wrong-result\",\"outcome\":\"\",\"reason\":\"Because.\","
                  + "\"expected\":\"a\",\"actual\":\"b\",\"durationMs\":3,"
                  + "\"repeat\":\"./ssespec parser --only P-001\",\"transcript\":[{\"at\":12,"
                  + "\"kind\":\"wrote\",\"connection\":1,\"request\":1,\"bytes\":\"ZGF0YTogYQoK\"}]}",
              "{\"kind\":\"case\",\"code\":\"P-001\",\"id\":\"parse/area/P-001\",\"revision\":1,"
                  + "\"variant\":{\"ending\":\"lf\"},\"level\":\"must\",\"verdict\":\"pass\","
                  + "\"outcome\":\"\",\"reason\":\"Because.\",\"durationMs\":3,"
                  + "\"repeat\":\"./ssespec parser --only P-001\",\"transcript\":[{\"at\":12,"
                  + "\"kind\":\"wrote\",\"connection\":1,\"request\":1,\"bytes\":\"ZGF0YTogYQoK\"}]}",
              "{\"kind\":\"end\",\"complete\":true,\"totals\":{"
                  + "\"must\":{\"pass\":0,\"nonStrict\":0,\"fail\":1,\"info\":0,\"skip\":0,\"inconclusive\":0,\"notShown\":0},"
                  + "\"should\":{\"pass\":0,\"nonStrict\":0,\"fail\":0,\"info\":0,\"skip\":0,\"inconclusive\":0,\"notShown\":0},"
                  + "\"observe\":{\"pass\":0,\"nonStrict\":0,\"fail\":0,\"info\":0,\"skip\":0,\"inconclusive\":0,\"notShown\":0},"
                  + "\"practice\":{\"pass\":0,\"nonStrict\":0,\"fail\":0,\"info\":0,\"skip\":0,\"inconclusive\":0,\"notShown\":0}}}");
    }

    @Test
    void comesBackEqual() throws IOException {
      var run = new Run(Make.header("some lib"), List.of(ABOUT), List.of(FAIL, PASS), true);
      assertThat(RunFile.read(write(true, true, FAIL, PASS))).isEqualTo(run);
    }

    @Test
    void leavesOutTheTranscriptsOfPassesWhereAskedTo() throws IOException {
      assertThat(RunFile.read(write(false, true, FAIL, PASS)).cases())
          .containsExactly(FAIL, PASS.withTranscript(List.of()));
    }

    @Test
    void leavesNoEndWhereTheRunWasStopped() throws IOException {
      assertThat(RunFile.read(write(true, false, FAIL)).complete()).isFalse();
    }

    @Test
    void hasEveryLineOnDiskBeforeTheNextOneComes() throws IOException {
      var path = folder.resolve("run.ndjson");
      try (var file = RunFile.create(path)) {
        file.began(Make.header("some lib"), 2);
        file.judged(FAIL);
        assertThat(RunFile.read(path).cases()).containsExactly(FAIL);
      }
    }

    @Test
    void dropsWhatComesAfterClose() throws IOException {
      var path = folder.resolve("run.ndjson");
      var file = RunFile.create(path);
      file.began(Make.header("some lib"), 2);
      file.close();
      file.judged(FAIL);
      file.close();
      assertThat(RunFile.read(path).cases()).isEmpty();
    }

    @Test
    void keepsLoneSurrogatesFromATarget() throws IOException {
      var path = folder.resolve("run.ndjson");
      try (var file = RunFile.create(path)) {
        file.began(Make.header("\ud800 \u202e \u0000"), 0);
      }
      assertThat(RunFile.read(path).header().target().name()).isEqualTo("\ud800 \u202e \u0000");
    }
  }

  @Nested
  class Reading {
    private Path file(String content) throws IOException {
      return Files.writeString(folder.resolve("run.ndjson"), content);
    }

    private static final String RUN =
        "{\"kind\":\"run\",\"schema\":1,\"kit\":{},\"target\":{\"name\":\"x\"}}\n";

    @Test
    void toleratesATornLastLine() throws IOException {
      var whole = Files.readString(write(true, false, FAIL, PASS));
      var torn = file(whole.substring(0, whole.length() - 30));
      assertThat(RunFile.read(torn).cases()).containsExactly(FAIL);
    }

    @Test
    void ignoresUnknownKindsAndKeys() throws IOException {
      var path = file(RUN.replace("\"schema\"", "\"new\":[1],\"schema\"") + "{\"kind\":\"new\"}\n");
      assertThat(RunFile.read(path).header().target().name()).isEqualTo("x");
    }

    @Test
    void takesAbsentTextsAndListsAsEmpty() throws IOException {
      var line = "{\"kind\":\"case\",\"code\":\"P-1\",\"level\":\"must\",\"verdict\":\"pass\"}\n";
      assertThat(RunFile.read(file(RUN + line)).cases())
          .containsExactly(
              new CaseRecord(
                  "P-1",
                  "",
                  0,
                  Map.of(),
                  Level.MUST,
                  Verdict.PASS,
                  null,
                  null,
                  "",
                  "",
                  null,
                  null,
                  0,
                  "",
                  List.of()));
    }

    @Test
    void namesTheLineThatIsNoRecord() throws IOException {
      var path = file(RUN + "not json\n" + RUN);
      assertThatThrownBy(() -> RunFile.read(path))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("run.ndjson, line 2 is no record of a run: ");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
      var path = file("");
      assertThatThrownBy(() -> RunFile.read(path))
          .isInstanceOf(IOException.class)
          .hasMessage("run.ndjson has no line of kind \"run\": it is no run, or an empty one");
    }

    @Test
    void refusesALaterSchema() throws IOException {
      var path = file(RUN.replace("\"schema\":1", "\"schema\":2"));
      assertThatThrownBy(() -> RunFile.read(path))
          .isInstanceOf(IOException.class)
          .hasMessage("run.ndjson has schema 2, and this version reads schema 1 alone");
    }
  }
}

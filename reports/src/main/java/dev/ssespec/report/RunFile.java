package dev.ssespec.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Writes a run to {@code run.ndjson}, the source of truth: one JSON object a line, each with a
 * {@code kind}.
 *
 * <ol>
 *   <li>{@link #create} makes the file, and the folders above it, over whatever stood there.
 *   <li>Each call of {@link RunListener} appends one line ({@code run}, {@code about}, {@code
 *       case}) in one write, so a process that dies loses at most the line it was writing.
 *   <li>{@code ended(true)} appends {@code end} with the totals. {@code ended(false)} appends
 *       nothing: a file without an {@code end} is a run that was cut off.
 *   <li>{@link #close} closes the file and may be called at any time, more than once, from any
 *       thread; what comes after it is dropped.
 * </ol>
 *
 * <p>Credentials are masked as {@link Secrets} has it. The file is plain ASCII: every other
 * character is escaped, so that lone surrogates from a hostile target survive. Calls may come from
 * any thread. A write that fails throws {@link UncheckedIOException}.
 */
public final class RunFile implements RunListener, AutoCloseable {
  private final OutputStream out;
  private final boolean keepPassingTranscripts;
  private final Tally tally = new Tally();
  private boolean closed;

  private RunFile(OutputStream out, boolean keepPassingTranscripts) {
    this.out = out;
    this.keepPassingTranscripts = keepPassingTranscripts;
  }

  /** A new file at {@code path} that keeps every transcript. */
  public static RunFile create(Path path) throws IOException {
    return create(path, true);
  }

  /**
   * A new file at {@code path}.
   *
   * @param keepPassingTranscripts false leaves the transcripts of {@code pass} and {@code info} out
   */
  public static RunFile create(Path path, boolean keepPassingTranscripts) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return new RunFile(Files.newOutputStream(path), keepPassingTranscripts);
  }

  /**
   * The run that stands at {@code path}. Unknown kinds and keys are ignored, and so is a last line
   * that was torn off in the middle.
   *
   * @throws IOException where the file cannot be read, has no {@code run} line ahead of its cases,
   *     or holds a whole line that is no record; the message names the line
   */
  public static Run read(Path path) throws IOException {
    return new RunReader(path.getFileName() + "").read(path);
  }

  /** The JSON Schema (2020-12) of one line. */
  public static String schema() {
    try (var in = RunFile.class.getResourceAsStream("run.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void began(RunHeader header, int planned) {
    append("run", RunJson.tree(Secrets.masked(header)));
  }

  @Override
  public void about(CaseAbout about) {
    append("about", RunJson.tree(about));
  }

  @Override
  public void judged(CaseRecord record) {
    tally.judged(record);
    append("case", RunJson.tree(Secrets.masked(kept(record))));
  }

  @Override
  public void ended(boolean complete) {
    if (complete) {
      append("end", RunJson.node().put("complete", true).set("totals", RunJson.tree(totals())));
    }
  }

  /** The counts so far. */
  public Totals totals() {
    return tally.totals();
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    out.close();
  }

  private CaseRecord kept(CaseRecord record) {
    return switch (record.verdict()) {
      case PASS, INFO -> keepPassingTranscripts ? record : record.withTranscript(List.of());
      case NON_STRICT, FAIL, SKIP, INCONCLUSIVE -> record;
    };
  }

  private synchronized void append(String kind, ObjectNode content) {
    if (closed) {
      return;
    }
    var line = RunJson.node().put("kind", kind);
    line.setAll(content);
    try {
      out.write((RunJson.text(line) + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

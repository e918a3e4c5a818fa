package dev.ssespec.report;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person how a run goes, and how it ended.
 *
 * <ol>
 *   <li>While it goes: on a terminal one line of progress in its place; every deviation in full,
 *       once for each case, as soon as it is known.
 *   <li>{@code ended}: one line for each group (the first two segments of the slug) unless this is
 *       a terminal, then the headline.
 *   <li>{@link #concluded}: what the baseline says, the exit code in words, where the report is.
 * </ol>
 *
 * <p>Text from a target is printed with every control character made visible, credentials masked
 * and long lines cut. Calls may come from any thread.
 */
public final class Console implements RunListener {
  private static final String REPLAYED = "replayed over HTTP";

  private final PrintStream out;
  private final Options options;
  private final Ink ink;
  private final FailureText failureText;
  private final ProgressLine progress;
  private final Tally tally = new Tally();
  private final Map<String, Tally> groups = new TreeMap<>();
  private final Map<String, CaseAbout> abouts = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private final Set<String> expected = new HashSet<>();
  private final Map<String, Integer> further = new LinkedHashMap<>();
  private int planned;
  private int done;
  private int failed;
  private int excluded;

  /**
   * How much to say, and how.
   *
   * @param terminal whether the stream is a terminal
   * @param color whether it may be coloured
   * @param quiet says the end alone
   * @param verbose says every record
   * @param strict counts {@code non-strict} as bad
   * @param baseline what is expected is told in one line
   * @param today the day on which baseline entries expire
   */
  public record Options(
      boolean terminal,
      boolean color,
      boolean quiet,
      boolean verbose,
      boolean strict,
      Baseline baseline,
      LocalDate today) {
    /** Neither terminal nor colours, nothing expected. */
    public static Options plain(LocalDate today) {
      return new Options(false, false, false, false, false, Baseline.EMPTY, today);
    }
  }

  /**
   * @param out where it goes; should encode as UTF-8; stays open
   */
  public Console(PrintStream out, Options options) {
    this.out = out;
    this.options = options;
    this.ink = new Ink(options.color());
    this.failureText = new FailureText(ink);
    this.progress = new ProgressLine(out, options.terminal() && !options.quiet());
  }

  @Override
  public synchronized void began(RunHeader header, int planned) {
    this.planned = planned;
    if (!options.quiet()) {
      out.println(
          ink.bold(Visible.line(Look.target(header.target()), 120))
              + " as "
              + Visible.line(header.role(), 40)
              + ink.faint(" · " + Look.count(planned, "check") + " · seed " + header.seed()));
    }
  }

  @Override
  public synchronized void about(CaseAbout about) {
    abouts.put(about.code(), about);
  }

  @Override
  public synchronized void judged(CaseRecord record) {
    done++;
    tally.judged(record);
    groups.computeIfAbsent(group(record), none -> new Tally()).judged(record);
    excluded += record.skip() == SkipReason.EXCLUDED ? 1 : 0;
    if (options.quiet()) {
      return;
    }
    if (isBad(record)) {
      failed++;
      tell(record);
    } else if (options.verbose()) {
      print(failureText.heading(record));
    }
    progress.draw(done, planned, failed, group(record));
  }

  /** All that was replayed is one line: the role parser has its groups. */
  private static String group(CaseRecord record) {
    return record.replayed() ? REPLAYED : Look.group(record.id());
  }

  @Override
  public synchronized void ended(boolean complete) {
    progress.clear();
    if (!options.quiet()) {
      further.forEach(
          (code, times) ->
              out.println(ink.faint(code + " in " + Look.count(times, "more variant"))));
      if (!options.terminal()) {
        groups.forEach((group, counts) -> out.println(groupLine(group, counts.totals().sum())));
      }
    }
    if (!complete) {
      out.println("cut off after " + done + " of " + Look.count(Math.max(planned, done), "check"));
    }
    out.println(ink.bold(tally.totals().headline(options.strict())));
    if (excluded > 0) {
      out.println(Look.count(excluded, "slow case") + " not played; --slow plays them");
    }
  }

  /**
   * The last lines.
   *
   * @param report where the report is, if one was written
   */
  public synchronized void concluded(
      ExitCode exit, Optional<BaselineVerdict> baseline, Optional<Path> report) {
    progress.clear();
    baseline.ifPresent(this::tellBaseline);
    var verdict = exit == ExitCode.GOOD ? Verdict.PASS : Verdict.FAIL;
    out.println(ink.of(verdict, "exit " + exit.code()) + ": " + exit.sentence());
    report.ifPresent(path -> out.println("report: " + path));
    out.flush();
  }

  private void tell(CaseRecord record) {
    if (options.baseline().expects(record, options.today())) {
      if (expected.add(record.code()) || options.verbose()) {
        print(failureText.heading(record) + ink.faint("  as the baseline expects"));
      } else {
        further.merge(record.code(), 1, Integer::sum);
      }
    } else if (told.add(record.code())) {
      progress.clear();
      failureText
          .lines(Secrets.masked(record.withTranscript(List.of())), about(record))
          .forEach(out::println);
    } else if (options.verbose()) {
      print(failureText.heading(record));
    } else {
      further.merge(record.code(), 1, Integer::sum);
    }
  }

  private @Nullable CaseAbout about(CaseRecord record) {
    return abouts.get(record.code());
  }

  private void print(String line) {
    progress.clear();
    out.println(line);
  }

  private boolean isBad(CaseRecord record) {
    return record.verdict() == Verdict.INCONCLUSIVE
        || BaselineVerdict.deviates(record, options.strict());
  }

  private String groupLine(String group, Counts counts) {
    var line = new StringBuilder(Visible.line(group));
    line.append(" ".repeat(Math.max(1, 32 - line.length())));
    var parts = new ArrayList<String>();
    for (var verdict : Verdict.values()) {
      if (counts.of(verdict) > 0) {
        parts.add(ink.of(verdict, counts.of(verdict) + " " + verdict.word()));
      }
    }
    return line + String.join(" · ", parts);
  }

  private void tellBaseline(BaselineVerdict verdict) {
    out.println(
        "baseline: "
            + verdict.expected().size()
            + " expected, "
            + verdict.unexpected().size()
            + " unexpected, "
            + verdict.stale().size()
            + " no longer hold, "
            + verdict.expired().size()
            + " expired");
    verdict.stale().forEach(each -> out.println("  no longer holds: " + show(each)));
    verdict.expired().forEach(each -> out.println("  expired: " + show(each)));
  }

  private static String show(Baseline.Entry entry) {
    return Visible.line(RunJson.text(RunJson.tree(entry)), 300);
  }
}

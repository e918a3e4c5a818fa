package dev.ssespec.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine.Option;

/** The options of every testing verb. */
@SuppressWarnings("CanBeFinal")
final class RunFlags {
  /** Which levels are run. */
  enum LevelChoice {
    MUST,
    SHOULD,
    ALL
  }

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = "Run only cases whose code or id matches; may be repeated.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--skip",
      paramLabel = "GLOB",
      description = "Leave out cases whose code or id matches; may be repeated.")
  private List<String> skip = new ArrayList<>();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "must: only those; should: must and should; all (the default).")
  private LevelChoice level = LevelChoice.ALL;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where the report goes; default ${DEFAULT-VALUE}.")
  private Path report = Path.of("ssespec-report");

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Known deviations: they run, and the exit code expects them.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write the deviations of this run down as a baseline.")
  private Optional<Path> writeBaseline = Optional.empty();

  @Option(names = "--strict", description = "non-strict outcomes count as bad.")
  private boolean strict;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Order and random payloads; a new one each run unless given.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--tries",
      paramLabel = "N",
      description =
          "Streams, or series of events, that each property case draws; default 100, for clients"
              + " 24.")
  private Optional<Integer> tries = Optional.empty();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Cases at a time; default 64 for clients, 4 for others.")
  private Optional<Integer> parallel = Optional.empty();

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      description = "Run the K-th of N parts of the cases.")
  private Optional<String> shard = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description =
          "Seconds that one case may take; default 15 for clients, 6 for those of which the reconnection time can be set, 5 for others.")
  private Optional<Integer> timeout = Optional.empty();

  @Option(
      names = "--slow",
      description =
          "Play the slow cases, too: streams that are idle for a minute, and an event that some libraries take half a minute for.")
  private boolean slow;

  @Option(names = "--quiet", description = "Say the end alone.")
  private boolean quiet;

  @Option(
      names = "--verbose",
      description = "Say every record, and keep the transcripts of passes.")
  private boolean verbose;

  @Option(names = "--no-color", description = "No colours, whatever the terminal.")
  private boolean noColor;

  private boolean tolerant;

  List<String> only() {
    return only;
  }

  List<String> skip() {
    return skip;
  }

  LevelChoice level() {
    return level;
  }

  Path report() {
    return report;
  }

  Optional<Path> baseline() {
    return baseline;
  }

  Optional<Path> writeBaseline() {
    return writeBaseline;
  }

  boolean strict() {
    return strict;
  }

  /** The seed, drawn once where none was given. */
  long seed() {
    if (seed.isEmpty()) {
      seed = Optional.of((long) new Random().nextInt(1_000_000_000));
    }
    return seed.get();
  }

  /** How many tries a property case gets, where given. */
  Optional<Integer> tries() {
    return tries.map(n -> positive("--tries", n));
  }

  int parallel(int standard) {
    return parallel.map(n -> positive("--parallel", n)).orElse(standard);
  }

  Optional<String> shard() {
    return shard;
  }

  Duration timeout(int standardSeconds) {
    return Duration.ofSeconds(timeout.map(n -> positive("--timeout", n)).orElse(standardSeconds));
  }

  boolean slow() {
    return slow;
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  boolean color() {
    return !noColor && System.getenv("NO_COLOR") == null && terminal();
  }

  /** Whether standard output is a terminal: the launcher knows, the virtual machine does not. */
  boolean terminal() {
    return Boolean.getBoolean("ssespec.terminal");
  }

  /** The same flags, where a pattern that matches no case of a role is no error of its own. */
  RunFlags tolerant() {
    RunFlags copy = copy();
    copy.tolerant = true;
    return copy;
  }

  /** The same flags, with the report in {@code folder}. */
  RunFlags into(Path folder) {
    RunFlags copy = copy();
    copy.report = folder;
    return copy;
  }

  /** Whether a pattern may match no case of the role at hand. */
  boolean isTolerant() {
    return tolerant;
  }

  /** The same flags, with {@code n} cases at a time unless the flags say how many. */
  RunFlags atATime(int n) {
    RunFlags copy = copy();
    copy.parallel = parallel.or(() -> Optional.of(n));
    return copy;
  }

  /** The options that say what is played, and how, and what counts as good; the seed apart. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    only.forEach(glob -> words.addAll(List.of("--only", glob)));
    skip.forEach(glob -> words.addAll(List.of("--skip", glob)));
    if (level != LevelChoice.ALL) {
      words.addAll(List.of("--level", level.name().toLowerCase(Locale.ROOT)));
    }
    tries.ifPresent(n -> words.addAll(List.of("--tries", n.toString())));
    parallel.ifPresent(n -> words.addAll(List.of("--parallel", n.toString())));
    timeout.ifPresent(n -> words.addAll(List.of("--timeout", n.toString())));
    shard.ifPresent(part -> words.addAll(List.of("--shard", part)));
    baseline.ifPresent(file -> words.addAll(List.of("--baseline", file.toString())));
    if (slow) {
      words.add("--slow");
    }
    if (strict) {
      words.add("--strict");
    }
    return words;
  }

  private RunFlags copy() {
    var copy = new RunFlags();
    copy.only = only;
    copy.skip = skip;
    copy.level = level;
    copy.report = report;
    copy.baseline = baseline;
    copy.writeBaseline = writeBaseline;
    copy.strict = strict;
    copy.seed = Optional.of(seed());
    copy.tries = tries;
    copy.parallel = parallel;
    copy.shard = shard;
    copy.timeout = timeout;
    copy.slow = slow;
    copy.quiet = quiet;
    copy.verbose = verbose;
    copy.noColor = noColor;
    copy.tolerant = tolerant;
    return copy;
  }

  private static int positive(String option, int value) {
    if (value < 1) {
      throw new UsageException(option + " must be 1 or more but was " + value + ".");
    }
    return value;
  }
}

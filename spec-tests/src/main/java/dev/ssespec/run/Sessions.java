package dev.ssespec.run;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.LongLineCase;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.cases.Replay;
import dev.ssespec.cases.Role;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.Program;
import dev.ssespec.server.Step;
import dev.ssespec.target.Hello;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the cases of one role are played in one run. */
abstract class Sessions implements AutoCloseable {
  static Sessions of(Role role, RunOptions options, Targets targets, Optional<Venue> venue) {
    return switch (role) {
      case PARSER -> new OfParser(options, targets);
      case CLIENT -> new OfClient(options, targets, venue);
      case SERVER -> new ToldSessions(options, targets);
      case SERVER_URL ->
          throw new IllegalArgumentException("An endpoint has no adapter to hold sessions with");
    };
  }

  /** The jobs of one case. */
  abstract List<Job> jobs(Case one);

  /** The capabilities without which the target cannot show what the case looks at. */
  Set<String> needs(Case one) {
    return one.header().needs();
  }

  /** The variant of a case that is not played. */
  Map<String, String> unplayed(Case one) {
    return Map.of();
  }

  /** Why a case makes no sense for targets of the role; empty where it does. */
  Optional<String> unfit(Case one) {
    return Optional.empty();
  }

  /** Whether a target that gave no answer in time has to be started anew. */
  boolean hangsWhole() {
    return true;
  }

  /** Why a job makes no sense for this target; empty where it does. */
  Optional<String> prerequisite(Job job) {
    return Optional.empty();
  }

  /** Whether a job would keep others from being played beside it. */
  boolean isHeavy(Job job) {
    return false;
  }

  /** Jobs of a lower turn are begun before those of a higher one. */
  int turn(Job job) {
    return 0;
  }

  /** Whether the job may take long while the target does nothing, so that others need not wait. */
  boolean isLong(Job job) {
    return false;
  }

  /**
   * Whether a job that saw the target die was hardly the cause, so that many such may be played at
   * a time once more.
   */
  boolean mayBeInnocent(Job job) {
    return false;
  }

  /** What plays a job. */
  abstract Session session(Job job);

  /** Whether the transcript may show another case's doing. */
  abstract boolean disturbed(Transcript transcript);

  /** Whether the target was too busy, with other cases as likely as not, to do what was hoped. */
  boolean starved(Transcript transcript) {
    return false;
  }

  @Override
  public void close() {}

  private static final class OfParser extends Sessions {
    private final Session parsing;
    private final Session measuring;
    private final Session searching;
    private final Set<String> capabilities;
    private final Set<String> unknownEndings;

    OfParser(RunOptions options, Targets targets) {
      parsing = new ParserSession(options.seed(), options.timeout());
      Hello hello = targets.get().hello();
      capabilities = hello.capabilities();
      measuring = new LongLineSession(options.seed(), options.timeout());
      unknownEndings = EndingProbe.unknown(targets, options.timeout());
      searching =
          new PropertySession(
              options, targets, new ParseTrials(options.timeout(), hello, unknownEndings));
    }

    @Override
    List<Job> jobs(Case one) {
      return one instanceof ParserCase parserCase
          ? ParserVariants.of(parserCase, capabilities)
          : List.of(new Job(one, Map.of()));
    }

    @Override
    Optional<String> prerequisite(Job job) {
      String ending = job.variant().getOrDefault("ending", "");
      return unknownEndings.contains(ending)
          ? Optional.of("The target knows no line end of " + ending + "; see parse/line-end.")
          : Optional.empty();
    }

    @Override
    Session session(Job job) {
      Case one = job.testCase();
      return one instanceof ParserCase
          ? parsing
          : one instanceof LongLineCase ? measuring : searching;
    }

    /** What is compared are times: nothing else may be played meanwhile. */
    @Override
    boolean isHeavy(Job job) {
      return job.testCase() instanceof LongLineCase;
    }

    @Override
    boolean disturbed(Transcript transcript) {
      return transcript.has(Kind.EXITED) || transcript.has(Kind.DEADLINE);
    }
  }

  private static final class OfClient extends Sessions {
    private static final int MEBIBYTE = 1 << 20;

    private final Optional<OpenVenue> own;
    private final Session session;
    private final Session replaying;
    private final Session searching;
    private final Set<String> capabilities;
    private final ReturnProbe probe;

    OfClient(RunOptions given, Targets targets, Optional<Venue> venue) {
      own = venue.isPresent() ? Optional.empty() : Optional.of(new OpenVenue());
      Hello hello = targets.get().hello();
      capabilities = hello.capabilities();
      RunOptions options = capabilities.contains("retry-option") ? given.prompted() : given;
      var client = new ClientSession(options, hello, venue.or(() -> own).orElseThrow());
      session = client;
      probe = new ReturnProbe(client, targets, capabilities);
      replaying = new ReplaySession(client, options.seed(), capabilities, probe);
      searching =
          new PropertySession(options, targets, new ConnectionTrials(client, options.timeout()));
    }

    @Override
    Set<String> needs(Case one) {
      return one instanceof ParserCase parserCase ? Replay.needs(parserCase) : super.needs(one);
    }

    @Override
    Map<String, String> unplayed(Case one) {
      return one instanceof ParserCase ? Map.of(Replay.DIMENSION, "http") : Map.of();
    }

    @Override
    Optional<String> unfit(Case one) {
      return one instanceof ParserCase parserCase ? Replay.unfit(parserCase) : Optional.empty();
    }

    @Override
    List<Job> jobs(Case one) {
      return one instanceof ParserCase parserCase
          ? Replay.variants(parserCase).stream().map(variant -> new Job(one, variant)).toList()
          : List.of(new Job(one, Map.of()));
    }

    @Override
    Optional<String> prerequisite(Job job) {
      Case one = job.testCase();
      if (one instanceof PropertyCase && !probe.comesBack()) {
        return Optional.of("The target does not come back when a stream has ended.");
      }
      boolean noSign =
          one instanceof ParserCase parserCase
              && parserCase.end()
              && !capabilities.contains("error")
              && !probe.comesBack();
      return noSign
          ? Optional.of(
              "The target does not come back, and tells no error: no sign that it is done.")
          : Optional.empty();
    }

    /** While a client joins a mebibyte, its event loop serves no other source. */
    @Override
    boolean isHeavy(Job job) {
      Case one = job.testCase();
      return one instanceof ClientCase client
          ? isHeavy(client.play().program())
          : one instanceof ParserCase replayed && replayed.stream().length() >= MEBIBYTE;
    }

    private static boolean isHeavy(Program program) {
      return program.routes().values().stream()
          .flatMap(route -> route.scripts().stream())
          .flatMap(script -> script.steps().stream())
          .anyMatch(OfClient::isHeavy);
    }

    private static boolean isHeavy(Step step) {
      return step instanceof Step.WriteFilled filled
          ? filled.times() >= MEBIBYTE
          : step instanceof Step.Write write && write.bytes().length >= MEBIBYTE;
    }

    @Override
    Session session(Job job) {
      Case one = job.testCase();
      return one instanceof ClientCase
          ? session
          : one instanceof ParserCase ? replaying : searching;
    }

    @Override
    int turn(Job job) {
      boolean many = job.testCase() instanceof PropertyCase;
      return many || isLong(job) || !mayBeInnocent(job) ? 0 : 1;
    }

    @Override
    boolean isLong(Job job) {
      Case one = job.testCase();
      return one instanceof ClientCase client
          ? Foresight.waitIn(client.play())
          : one instanceof ParserCase replayed && RetryLines.longIn(replayed.stream());
    }

    @Override
    boolean mayBeInnocent(Job job) {
      Case one = job.testCase();
      boolean danger =
          one instanceof ClientCase client
              ? Foresight.dangerIn(client.play().program())
              : one instanceof ParserCase replayed && Foresight.dangerIn(replayed.stream());
      return !danger;
    }

    @Override
    boolean disturbed(Transcript transcript) {
      return transcript.has(Kind.EXITED);
    }

    /** What one source waited for in vain says nothing where no other was served either. */
    @Override
    boolean starved(Transcript transcript) {
      return transcript.has(Kind.DEADLINE)
          && transcript.has(e -> e.kind() == Kind.NOTE && e.text().equals(CourseWait.UNSERVED));
    }

    @Override
    public void close() {
      own.ifPresent(OpenVenue::close);
    }
  }
}

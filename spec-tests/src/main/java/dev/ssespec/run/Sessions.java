package dev.ssespec.run;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Role;
import dev.ssespec.report.TranscriptEntry.Kind;
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
      case CLIENT -> new OfClient(options, targets.get().hello(), venue);
      case SERVER_URL ->
          throw new IllegalArgumentException("An endpoint has no adapter to hold sessions with");
    };
  }

  /** The jobs of one case. */
  abstract List<Job> jobs(Case one);

  /** Why a job makes no sense for this target; empty where it does. */
  Optional<String> prerequisite(Job job) {
    return Optional.empty();
  }

  /** Whether a job would keep others from being played beside it. */
  boolean isHeavy(Job job) {
    return false;
  }

  /** What plays them. */
  abstract Session session();

  /** Whether the transcript may show another case's doing. */
  abstract boolean disturbed(Transcript transcript);

  @Override
  public void close() {}

  private static final class OfParser extends Sessions {
    private final Session parsing;
    private final Session searching;
    private final boolean chunks;
    private final Set<String> unknownEndings;

    OfParser(RunOptions options, Targets targets) {
      parsing = new ParserSession(options.seed(), options.timeout());
      Hello hello = targets.get().hello();
      chunks = hello.capabilities().contains("chunks");
      unknownEndings = EndingProbe.unknown(targets, options.timeout());
      searching = new PropertySession(options, hello, unknownEndings);
    }

    @Override
    List<Job> jobs(Case one) {
      return one instanceof ParserCase parserCase
          ? ParserVariants.of(parserCase, chunks)
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
    Session session() {
      return (job, adapter) ->
          (job.testCase() instanceof ParserCase ? parsing : searching).play(job, adapter);
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

    OfClient(RunOptions options, Hello hello, Optional<Venue> venue) {
      own = venue.isPresent() ? Optional.empty() : Optional.of(new OpenVenue());
      session = new ClientSession(options, hello, venue.or(() -> own).orElseThrow());
    }

    @Override
    List<Job> jobs(Case one) {
      return List.of(new Job(one, Map.of()));
    }

    /** While a client joins a mebibyte, its event loop serves no other source. */
    @Override
    boolean isHeavy(Job job) {
      return ((ClientCase) job.testCase())
          .play().program().routes().values().stream()
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
    Session session() {
      return session;
    }

    @Override
    boolean disturbed(Transcript transcript) {
      return transcript.has(Kind.EXITED);
    }

    @Override
    public void close() {
      own.ifPresent(OpenVenue::close);
    }
  }
}

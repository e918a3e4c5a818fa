package dev.ssespec.run;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Role;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.Origin;
import dev.ssespec.target.Hello;
import java.util.List;
import java.util.Map;

/** How the cases of one role are played in one run. */
abstract class Sessions implements AutoCloseable {
  static Sessions of(Role role, RunOptions options, Hello hello) {
    return switch (role) {
      case PARSER -> new OfParser(options, hello);
      case CLIENT -> new OfClient(options, hello);
      case SERVER_URL ->
          throw new IllegalArgumentException("An endpoint has no adapter to hold sessions with");
    };
  }

  /** The jobs of one case. */
  abstract List<Job> jobs(Case one);

  /** What plays them. */
  abstract Session session();

  /** Whether the transcript may show another case's doing. */
  abstract boolean disturbed(Transcript transcript);

  @Override
  public void close() {}

  private static final class OfParser extends Sessions {
    private final Session session;
    private final boolean chunks;

    OfParser(RunOptions options, Hello hello) {
      session = new ParserSession(options.seed(), options.timeout());
      chunks = hello.capabilities().contains("chunks");
    }

    @Override
    List<Job> jobs(Case one) {
      return ParserVariants.of((ParserCase) one, chunks);
    }

    @Override
    Session session() {
      return session;
    }

    @Override
    boolean disturbed(Transcript transcript) {
      return transcript.has(Kind.EXITED) || transcript.has(Kind.DEADLINE);
    }
  }

  private static final class OfClient extends Sessions {
    private final Origin origin = Origin.start();
    private final Session session;

    OfClient(RunOptions options, Hello hello) {
      session = new ClientSession(options, hello, origin);
    }

    @Override
    List<Job> jobs(Case one) {
      return List.of(new Job(one, Map.of()));
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
      origin.close();
    }
  }
}

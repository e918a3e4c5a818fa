package dev.ssespec.run;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.Deed;
import dev.ssespec.cases.Reaction;
import dev.ssespec.cases.Role;
import dev.ssespec.judge.Context;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Hello;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * One run of many cases against one target, which says hello first.
 *
 * <ol>
 *   <li>{@link #run} shuffles the jobs and plays them, many at a time, against the one target.
 *   <li>Jobs that would keep the target from serving others follow, one at a time; those that do
 *       nothing but wait for long may still be waiting beside them.
 *   <li>A job that saw the target die, or got no answer, says nothing yet about its case: another
 *       case may have been the cause. Such jobs are played once more, without those of which a
 *       target may well die, and what is disturbed again, one at a time, each against a target in
 *       good health.
 *   <li>Every job is judged, and the listener hears of it at once.
 * </ol>
 *
 * <p>For use by one thread; the listener is called by one thread at a time.
 */
public final class Runner implements AutoCloseable {
  /** After so many hangs among many cases at a time, the others are played alone. */
  private static final int HANGS_TOGETHER = 3;

  private final RunOptions options;
  private final Plug plug;
  private final Targets targets;
  private final Hello hello;
  private final Sessions sessions;
  private final AtomicInteger hangsTogether = new AtomicInteger();
  private final SecondChances second = new SecondChances();
  private volatile boolean stopped;

  /**
   * Starts the target.
   *
   * @throws dev.ssespec.target.Link.StartException if it cannot be started or says no hello
   */
  public Runner(Plug plug, RunOptions options) {
    this.plug = plug;
    this.options = options;
    targets = new Targets(plug);
    hello = targets.get().hello();
    sessions = Sessions.of(plug.role(), options, targets, plug.venue());
  }

  /** How the target introduced itself. */
  public Hello hello() {
    return hello;
  }

  /**
   * Asks for something that no adapter can know.
   *
   * @return what is wrong with the answer; empty where it is {@code unsupported}
   */
  public String honesty() {
    return targets
        .get()
        .askNonsense(new Random(options.seed()), options.timeout())
        .map(
            answer ->
                answer.path("op").asText().equals("unsupported")
                    ? ""
                    : "it answered an operation that does not exist with " + answer)
        .orElse("it did not answer an operation that does not exist with unsupported");
  }

  /** How many records a run of {@code cases} will have. */
  public int planned(List<Case> cases) {
    return plan(cases).size() + (int) cases.stream().filter(c -> !isPlayed(c)).count();
  }

  /** Runs the cases; returns whether all of them were played to an end. */
  public boolean run(List<Case> cases, RunListener listener) {
    var desk = new JudgeDesk(options, plug, hello, listener);
    for (Case one : cases) {
      skipUnplayed(one, desk);
    }
    List<Job> jobs = new ArrayList<>();
    for (Job job : plan(cases)) {
      sessions
          .prerequisite(job)
          .ifPresentOrElse(reason -> desk.skip(job, reason), () -> jobs.add(job));
    }
    Collections.shuffle(jobs, new Random(options.seed()));
    var disturbed = new DisturbedJobs();
    playTogether(jobs, desk, disturbed);
    playTogether(disturbed.take(sessions::mayBeInnocent), desk, disturbed);
    disturbed.playAlone(() -> stopped, targets::lost, job -> hangsAlone(job, desk), desk);
    if (!stopped) {
      second.play(this::again, sessions::starved, desk);
    }
    return !stopped;
  }

  /** Says why a case is not played, where it is not. */
  private void skipUnplayed(Case one, JudgeDesk desk) {
    Optional<String> unfit = sessions.unfit(one);
    Optional<String> lacking = lacks(one);
    if (unfit.isPresent()) {
      desk.unfit(new Job(one, sessions.unplayed(one)), unfit.get());
    } else if (lacking.isPresent()) {
      desk.skip(one, sessions.unplayed(one), lacking.get());
    } else if (isHidden(one)) {
      desk.hide(one, "The protocol of the target does not show what close does.");
    } else if (isExcluded(one)) {
      desk.exclude(one);
    }
  }

  private boolean isExcluded(Case one) {
    return one.header().slow() && !options.slow();
  }

  /** Whether the way to the target hides what the case is about. */
  private boolean isHidden(Case one) {
    return hello.hides().contains("close")
        && one instanceof ClientCase client
        && client.play().reactions().stream()
            .map(Reaction::deed)
            .anyMatch(deed -> deed instanceof Deed.Close || deed instanceof Deed.CloseOther);
  }

  private Optional<String> lacks(Case one) {
    return sessions.needs(one).stream()
        .filter(capability -> !hello.capabilities().contains(capability))
        .findFirst();
  }

  private boolean isPlayed(Case one) {
    return sessions.unfit(one).isEmpty()
        && lacks(one).isEmpty()
        && !isHidden(one)
        && !isExcluded(one);
  }

  private List<Job> plan(List<Case> cases) {
    List<Job> jobs = new ArrayList<>();
    for (Case one : cases) {
      if (isPlayed(one)) {
        jobs.addAll(sessions.jobs(one));
      }
    }
    return jobs;
  }

  /** Many at a time; at the end the heavy ones, beside nothing but what only waits. */
  private void playTogether(List<Job> jobs, JudgeDesk desk, DisturbedJobs disturbed) {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            options.parallel(),
            task -> {
              var thread = new Thread(task, "ssespec-session");
              thread.setDaemon(true);
              return thread;
            });
    Map<Boolean, List<Job>> parts =
        jobs.stream()
            .sorted(Comparator.comparingInt(sessions::turn))
            .collect(Collectors.partitioningBy(sessions::isHeavy));
    List<Job> light = parts.getOrDefault(false, List.of());
    var busy = new CountDownLatch((int) light.stream().filter(j -> !sessions.isLong(j)).count());
    for (Job job : light) {
      workers.execute(
          () -> {
            playSafely(job, desk, disturbed);
            if (!sessions.isLong(job)) {
              busy.countDown();
            }
          });
    }
    try {
      busy.await();
      for (Job heavy : parts.getOrDefault(true, List.of())) {
        workers.invokeAll(List.of(Executors.callable(() -> playSafely(heavy, desk, disturbed))));
      }
      workers.shutdown();
      while (!workers.awaitTermination(1, TimeUnit.HOURS)) {
        // Every session has a deadline of its own.
      }
    } catch (InterruptedException e) {
      stopped = true;
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** A fault of the kit costs the one case that it happened in, and says so. */
  private void playSafely(Job job, JudgeDesk desk, DisturbedJobs disturbed) {
    try {
      playOne(job, desk, disturbed);
    } catch (RuntimeException e) {
      desk.inconclusive(job, "The kit failed: " + e);
    }
  }

  private void playOne(Job job, JudgeDesk desk, DisturbedJobs disturbed) {
    if (stopped) {
      return;
    }
    if (hangsTogether.get() >= HANGS_TOGETHER) {
      disturbed.add(job);
      return;
    }
    Adapter adapter = targets.get();
    Transcript transcript = play(job, adapter);
    if (sessions.disturbed(transcript)) {
      disturbed.add(job);
      if (adapter.alive() && transcript.has(Kind.DEADLINE) && sessions.hangsWhole()) {
        hangsTogether.incrementAndGet();
        targets.replace(adapter);
      }
    } else if (desk.mayBeBadTiming(job, transcript)) {
      desk.judge(job, transcript, List.of(again(job), again(job)));
    } else if (sessions.starved(transcript) && desk.fails(job, transcript)) {
      second.add(job, transcript);
    } else {
      desk.judge(job, transcript, List.of());
    }
  }

  private Transcript again(Job job) {
    return play(job, targets.get());
  }

  private Transcript play(Job job, Adapter adapter) {
    return sessions.session(job).play(job, adapter);
  }

  private boolean hangsAlone(Job job, JudgeDesk desk) {
    Adapter adapter = targets.get();
    Transcript transcript = sessions.session(job).playAlone(job, adapter);
    desk.judge(job, transcript, List.of());
    boolean hung = sessions.disturbed(transcript) && !transcript.has(Kind.EXITED);
    if (hung && sessions.hangsWhole()) {
      targets.replace(adapter);
    }
    return hung;
  }

  /** Plays no further job, and ends the target at once. */
  public void kill() {
    stopped = true;
    targets.kill();
  }

  /** What a judge has to know of this run. */
  public Context context() {
    return new Context(options.seed(), hello.capabilities(), hello.target().profile());
  }

  /** The role that the target is tested in. */
  public Role role() {
    return plug.role();
  }

  @Override
  public void close() {
    sessions.close();
    targets.close();
  }
}

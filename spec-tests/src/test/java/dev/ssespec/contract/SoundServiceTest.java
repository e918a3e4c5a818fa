package dev.ssespec.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Verdict;
import dev.ssespec.run.Plug;
import dev.ssespec.run.RunOptions;
import dev.ssespec.run.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The whole way through a service is as good as the way to the reference client itself. */
class SoundServiceTest {
  private static final Duration PATIENT = Duration.ofSeconds(60);

  private static List<CaseRecord> run(TestService service, List<Case> cases, int parallel) {
    List<CaseRecord> records = Collections.synchronizedList(new ArrayList<>());
    var target = ContractTarget.at(service.url()).oneAtATime(parallel == 1);
    var plug = new Plug(Role.CLIENT, ContractLink.of(target), "ssespec client", List.of());
    try (service;
        var runner = new Runner(plug, new RunOptions(11, parallel, PATIENT))) {
      assertThat(runner.honesty()).isEmpty();
      runner.run(
          cases,
          new RunListener() {
            @Override
            public void judged(CaseRecord judged) {
              records.add(judged);
            }
          });
    }
    return records;
  }

  private static List<String> bad(List<CaseRecord> records) {
    return records.stream()
        .filter(r -> r.verdict() == Verdict.FAIL || r.verdict() == Verdict.INCONCLUSIVE)
        .map(r -> r.code() + " " + r.reason())
        .toList();
  }

  @Test
  void passesAllThatTheProtocolCanShow() {
    List<Case> cases = Catalogue.whole().of(Role.CLIENT);

    List<CaseRecord> records = run(new SoundService(), cases, 32);

    assertThat(bad(records)).isEmpty();
    assertThat(records).hasSameSizeAs(cases);
    assertThat(records.stream().filter(r -> r.verdict() == Verdict.SKIP).map(CaseRecord::reason))
        .doesNotContain(
            "The adapter does not list body.",
            "The adapter does not list comments.",
            "The adapter does not list headers.",
            "The adapter does not list initial-last-event-id.",
            "The adapter does not list last-event-id.",
            "The adapter does not list method.",
            "The adapter does not list reconnect.")
        .contains(
            "The adapter does not list opened.",
            "The adapter does not list error.",
            "The adapter does not list origin.",
            "The protocol of the target does not show what close does.");
    assertThat(records.stream().filter(r -> r.verdict() == Verdict.PASS))
        .as("what the protocol shows")
        .hasSizeGreaterThan(120);
  }

  /** As one real service does it: each deletion ends the stream that was created before. */
  private static final class DeletesTheOneBefore extends SoundService {
    @Override
    Answer delete(String path) {
      int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
      super.delete("/streams/" + (number - 1));
      return Answer.of(204);
    }
  }

  @Test
  void mayDeleteTheStreamBeforeAsLongAsOneCaseIsPlayedAtATime() {
    List<Case> cases =
        Catalogue.whole().of(Role.CLIENT).stream()
            .filter(one -> one.header().id().matches("client/(lifecycle|reconnect)/.*"))
            .toList();

    assertThat(bad(run(new DeletesTheOneBefore(), cases, 1))).isEmpty();
  }

  @Test
  void thatCannotCreateStreamsIsNoFaultOfItsClient() {
    var service =
        new SoundService() {
          private final AtomicInteger asked = new AtomicInteger();

          @Override
          Answer create(ObjectNode options) {
            return asked.incrementAndGet() == 1 ? Answer.of(500) : super.create(options);
          }
        };
    List<Case> cases =
        Catalogue.whole().of(Role.CLIENT).stream()
            .filter(one -> one.header().id().startsWith("client/request/"))
            .toList();

    List<CaseRecord> records = run(service, cases, 1);

    assertThat(bad(records))
        .singleElement()
        .asString()
        .endsWith(
            " The way to the target could not open the source: POST "
                + service.url()
                + " was answered with 500.");
    assertThat(records.stream().filter(r -> r.verdict() == Verdict.INCONCLUSIVE)).hasSize(1);
  }

  @Test
  void thatIsGoneInTheMiddleLeavesTheRestUnjudged() {
    var service =
        new SoundService() {
          private final AtomicInteger asked = new AtomicInteger();

          @Override
          Answer create(ObjectNode options) {
            if (asked.incrementAndGet() == 2) {
              super.close();
            }
            return super.create(options);
          }
        };
    List<Case> cases =
        Catalogue.whole().of(Role.CLIENT).stream()
            .filter(one -> one.header().id().startsWith("client/request/"))
            .toList();

    List<CaseRecord> records = run(service, cases, 1);

    assertThat(records).hasSameSizeAs(cases);
    assertThat(records.stream().filter(r -> r.verdict() == Verdict.PASS)).hasSize(1);
  }
}

package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.channel.Answer;
import dev.ssespec.channel.Channel;
import dev.ssespec.channel.ServerOptions;
import dev.ssespec.channel.Site;
import dev.ssespec.channel.StreamServer;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.JvmServerLink;
import dev.ssespec.target.ServerTarget;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A told server that speaks HTTP/2 is asked for its stream in HTTP/2, and one that does not, not.
 */
class ToldHttpTwoTest {
  /** The demos' server, told what to send. */
  private static final class Served implements ServerTarget.Running {
    private final Channel channel = Channel.open(Runnable::run);
    private final StreamServer server =
        StreamServer.start(
            ServerOptions.DEFAULT,
            Site.builder()
                .get(
                    "/events",
                    asked -> Answer.stream(channel.join(asked.lastEventId(), how -> List.of())))
                .build());

    @Override
    public URI uri() {
      return server.uri().resolve("/events");
    }

    @Override
    public void send(OutgoingEvent event) {
      channel.publish(event);
    }

    @Override
    public void end() {
      channel.end();
    }

    @Override
    public void stop() {
      server.close();
    }
  }

  private static Map<String, Verdict> verdicts(String... capabilities) {
    var info = new TargetInfo("demos", "1", "Java", "", "eventsource", List.of(capabilities), "");
    List<Case> cases =
        Catalogue.whole().of(Role.SERVER_URL).stream()
            .filter(one -> one.header().id().startsWith("server/http-two/"))
            .map(Case.class::cast)
            .toList();
    Map<String, Verdict> verdicts = new TreeMap<>();
    var plug =
        new Plug(
            Role.SERVER, JvmServerLink.of(info, (ServerTarget) ear -> new Served()), "", List.of());
    try (var runner = new Runner(plug, new RunOptions(7, 2, Duration.ofSeconds(20)))) {
      runner.run(
          cases,
          new RunListener() {
            @Override
            public void judged(CaseRecord judged) {
              verdicts.put(judged.code(), judged.verdict());
            }
          });
    }
    return verdicts;
  }

  @Test
  void itPassesWhereItSpeaksHttpTwo() {
    assertThat(verdicts("http2"))
        .isEqualTo(Map.of("S-052", Verdict.PASS, "S-053", Verdict.PASS, "S-054", Verdict.PASS));
  }

  @Test
  void nothingIsAskedOfOneThatSaysNothing() {
    assertThat(verdicts())
        .isEqualTo(Map.of("S-052", Verdict.SKIP, "S-053", Verdict.SKIP, "S-054", Verdict.SKIP));
  }
}

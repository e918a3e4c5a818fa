package dev.ssespec.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssespec.target.Link;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Test services that come, go and misbehave. */
class ServiceLifeTest extends LinkTrial {
  @Test
  void thatGoesAwayIsReportedOnce() {
    var service = new TestService();
    try (service;
        Link link = link(service)) {
      service.close();
      link.tell(open());
      link.tell(open().put("id", "c2"));

      assertThat(ear.until("gone"))
          .last()
          .isEqualTo("gone: nothing listens at " + service.url() + " any more");
    }
  }

  @Test
  void thatAnswers500IsNoTarget() {
    var service =
        new TestService() {
          @Override
          Answer status() {
            return Answer.of(500);
          }
        };
    try (service) {
      assertThatThrownBy(() -> link(service))
          .isInstanceOf(Link.StartException.class)
          .hasMessage(
              "The service cannot be used: GET " + service.url() + " was answered with 500.");
    }
  }

  @Test
  void thatAnswersNoJsonIsNoTarget() {
    var service =
        new TestService() {
          @Override
          Answer status() {
            return new Answer(200, Map.of(), "hello");
          }
        };
    try (service) {
      assertThatThrownBy(() -> link(service))
          .isInstanceOf(Link.StartException.class)
          .hasMessage(
              "The service cannot be used: GET "
                  + service.url()
                  + " was answered with what is no JSON object: hello.");
    }
  }

  @Test
  void isNotStartedWhereThePortIsTaken() {
    try (var service = new TestService()) {
      ContractTarget target =
          ContractTarget.at(service.url()).startedBy(List.of("true"), Path.of(""));

      assertThatThrownBy(() -> ContractLink.of(target).start(ear))
          .isInstanceOf(Link.StartException.class)
          .hasMessage(
              "Something listens on port "
                  + service.url().getPort()
                  + " already, so the service cannot be started there. End it, or leave the "
                  + "command out to test what runs there.");
    }
  }

  @Test
  void thatExitsAtOnceIsNoTarget() {
    var free = new TestService();
    free.close();
    ContractTarget target =
        ContractTarget.at(free.url())
            .startedBy(List.of("/bin/sh", "-c", "echo no way; exit 3"), Path.of(""));

    assertThatThrownBy(() -> ContractLink.of(target).start(ear))
        .isInstanceOf(Link.StartException.class)
        .hasMessage("The service was gone before it answered.\nIts log ends with:\nno way");
  }
}

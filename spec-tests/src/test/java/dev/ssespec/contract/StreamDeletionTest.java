package dev.ssespec.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.target.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What close means to a test service. */
class StreamDeletionTest extends LinkTrial {
  private final List<String> deleted = Collections.synchronizedList(new ArrayList<>());

  private TestService service() {
    return new TestService() {
      @Override
      Answer delete(String path) {
        deleted.add(path);
        return super.delete(path);
      }
    };
  }

  private void twoStreamsOfWhichTheYoungerIsClosedFirst(TestService service) {
    ContractTarget target = ContractTarget.at(service.url());
    try (service;
        Link link = ContractLink.of(target.oneAtATime(oneAtATime)).start(ear)) {
      link.tell(open());
      awaitStreams(service, 1);
      link.tell(open().put("id", "c2"));
      awaitStreams(service, 2);
      link.tell(close().put("id", "c2"));
      if (!oneAtATime) {
        ear.until("{\"op\":\"closed\"");
      }
      link.tell(close());
      ear.until("{\"op\":\"closed\"");
      if (oneAtATime) {
        ear.until("{\"op\":\"closed\"");
      }
    }
  }

  private void awaitStreams(TestService service, int count) {
    while (service.created.size() < count) {
      Thread.onSpinWait();
    }
  }

  private boolean oneAtATime;

  @Test
  void keepsToTheOrderOfCreationWhereCasesArePlayedOneAtATime() {
    oneAtATime = true;

    twoStreamsOfWhichTheYoungerIsClosedFirst(service());

    assertThat(deleted).containsExactly("/streams/1", "/streams/2");
  }

  @Test
  void followsTheKitWhereManyCasesArePlayedAtATime() {
    oneAtATime = false;

    twoStreamsOfWhichTheYoungerIsClosedFirst(service());

    assertThat(deleted).containsExactly("/streams/2", "/streams/1");
  }

  @Test
  void comesToEveryStreamThatIsStillOpenAtTheEnd() {
    var service = service();
    try (service) {
      Link link = link(service);
      link.tell(open());
      awaitStreams(service, 1);

      assertThat(link.dismiss()).isTrue();
      assertThat(service.created).isEmpty();
    }
  }
}

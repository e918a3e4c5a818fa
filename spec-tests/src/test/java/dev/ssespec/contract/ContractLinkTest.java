package dev.ssespec.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContractLinkTest {
  private static final String CLOSED = "{\"op\":\"closed\",\"id\":\"c1\"}";

  private final EarWitness ear = new EarWitness();

  private static ObjectNode open() {
    return Json.message("open").put("id", "c1").put("url", "http://127.0.0.1:1/s");
  }

  private static ObjectNode close() {
    return Json.message("close").put("id", "c1");
  }

  private Link link(TestService service) {
    return ContractLink.of(ContractTarget.at(service.url())).start(ear);
  }

  /** A service that posts what it is told to, as soon as a stream is created. */
  private abstract static class Posting extends TestService {
    @Override
    void begin(String path, ObjectNode options) {
      post(options.path("callbackUrl").asText());
    }

    abstract void post(String url);
  }

  /** What the kit hears of a stream from its creation to its end. */
  private List<String> whole(TestService service) {
    try (service;
        Link link = link(service)) {
      link.tell(open());
      link.tell(close());
      return ear.until("{\"op\":\"closed\"");
    }
  }

  @Nested
  class Hello {
    @Test
    void namesWhatTheServiceDeclaresInTheAdapterProtocolsWords() {
      var service =
          new TestService() {
            @Override
            List<String> capabilities() {
              return List.of(
                  "bom",
                  "comments",
                  "event-type-listeners",
                  "headers",
                  "last-event-id",
                  "post",
                  "read-timeout",
                  "report",
                  "restart",
                  "something-new");
            }
          };
      try (service;
          Link link = link(service)) {
        link.tell(Json.message("hello"));

        assertThat(ear.until("{\"op\":\"hello\""))
            .containsExactly(
                "{\"op\":\"hello\",\"protocol\":1,\"target\":{\"name\":\""
                    + service.url()
                    + "\",\"version\":\"\",\"language\":\"\",\"homepage\":\"\"},"
                    + "\"roles\":[\"client\"],\"capabilities\":[\"body\",\"comments\","
                    + "\"headers\",\"initial-last-event-id\",\"last-event-id\",\"method\","
                    + "\"read-timeout\",\"ready\",\"reconnect\",\"retry-option\"],"
                    + "\"hides\":[\"close\"],\"profile\":\"stream\","
                    + "\"notes\":\"A contract-test service, unmodified.\"}");
      }
    }

    @Test
    void mayBeAskedOfAServiceWithoutABody() {
      var service =
          new TestService() {
            @Override
            Answer status() {
              return Answer.of(200);
            }
          };
      try (service;
          Link link = link(service)) {
        link.tell(Json.message("hello"));

        assertThat(ear.until("{\"op\":\"hello\"").get(0))
            .contains("\"capabilities\":[\"last-event-id\",\"reconnect\",\"retry-option\"]");
      }
    }

    @Test
    void whatNobodyKnowsIsUnsupported() {
      try (var service = new TestService();
          Link link = link(service)) {
        link.tell(Json.message("xyz").put("id", "n1"));

        assertThat(ear.until("{\"op\":\"unsupported\""))
            .containsExactly("{\"op\":\"unsupported\",\"of\":\"xyz\",\"id\":\"n1\"}");
      }
    }
  }

  @Nested
  class Creation {
    @Test
    void carriesTheOptions() {
      List<ObjectNode> bodies = Collections.synchronizedList(new ArrayList<>());
      var service =
          new TestService() {
            @Override
            void begin(String path, ObjectNode options) {
              bodies.add(options);
            }

            @Override
            List<String> capabilities() {
              return List.of("headers", "last-event-id", "post");
            }
          };
      try (service;
          Link link = link(service)) {
        ObjectNode open = open().put("retryMs", 50).put("lastEventId", "7");
        open.put("readTimeoutMs", 9).put("method", "POST").put("body", "b");
        open.putObject("headers").put("X-A", "y");
        link.tell(open);
        link.tell(close());
        ear.until(CLOSED);
      }

      assertThat(bodies).hasSize(1);
      assertThat(bodies.get(0).remove("callbackUrl").asText())
          .matches("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{16}");
      assertThat(bodies.get(0).toString())
          .isEqualTo(
              "{\"streamUrl\":\"http://127.0.0.1:1/s\",\"tag\":\"c1\",\"initialDelayMs\":50,"
                  + "\"readTimeoutMs\":9,\"lastEventId\":\"7\",\"method\":\"POST\",\"body\":\"b\","
                  + "\"headers\":{\"x-a\":\"y\",\"content-type\":\"text/plain; charset=utf-8\"}}");
    }

    @Test
    void withoutALocationFailsTheStreamAlone() {
      var service =
          new TestService() {
            @Override
            Answer create(ObjectNode options) {
              return Answer.of(201);
            }
          };

      assertThat(whole(service))
          .containsExactly(
              "{\"op\":\"failed\",\"id\":\"c1\",\"error\":\"POST "
                  + service.url()
                  + " was answered without a Location\"}",
              CLOSED);
    }

    @Test
    void answeredWith500FailsTheStreamAlone() {
      var service =
          new TestService() {
            @Override
            Answer create(ObjectNode options) {
              return new Answer(500, Map.of(), "out of luck");
            }
          };

      assertThat(whole(service))
          .containsExactly(
              "{\"op\":\"failed\",\"id\":\"c1\",\"error\":\"POST "
                  + service.url()
                  + " was answered with 500: out of luck\"}",
              CLOSED);
    }

    @Test
    void isReadyOnceTheTypesOfEventsWereAskedFor() {
      List<String> commands = Collections.synchronizedList(new ArrayList<>());
      var service =
          new TestService() {
            @Override
            List<String> capabilities() {
              return List.of("event-type-listeners");
            }

            @Override
            Answer command(String path, ObjectNode command) {
              commands.add(command.toString());
              return Answer.of(204);
            }
          };
      try (service;
          Link link = link(service)) {
        ObjectNode open = open();
        open.putArray("eventTypes").add("message").add("tick");
        link.tell(open);

        assertThat(ear.until("{\"op\":\"ready\""))
            .containsExactly("{\"op\":\"ready\",\"id\":\"c1\"}");
        assertThat(commands)
            .containsExactly("{\"command\":\"listen\",\"listen\":{\"type\":\"tick\"}}");
      }
    }
  }

  @Nested
  class Posts {
    @Test
    void areHandedOnInTheOrderOfTheirNumbers() {
      var service =
          new Posting() {
            @Override
            void post(String url) {
              post(url + "/2", "{\"kind\":\"comment\",\"comment\":\"two\"}");
              post(
                  url + "/3",
                  "{\"kind\":\"event\",\"event\":{\"type\":\"t\",\"data\":\"3\",\"id\":\"i\"}}");
              post(url + "/1", event("one"));
            }
          };

      assertThat(whole(service))
          .containsExactly(
              "{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"message\",\"data\":\"one\","
                  + "\"lastEventId\":\"\"}}",
              "{\"op\":\"comment\",\"id\":\"c1\",\"text\":\"two\"}",
              "{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"t\",\"data\":\"3\","
                  + "\"lastEventId\":\"i\"}}",
              CLOSED);
    }

    @Test
    void maySpellTheTextOfAnErrorEitherWay() {
      var service =
          new Posting() {
            @Override
            void post(String url) {
              post(url + "/1", "{\"kind\":\"error\",\"error\":\"a\"}");
              post(url + "/2", "{\"kind\":\"error\",\"comment\":\"b\"}");
              post(url + "/3", "{\"kind\":\"error\"}");
            }
          };

      assertThat(whole(service))
          .containsExactly(
              "{\"op\":\"error\",\"id\":\"c1\",\"message\":\"a\"}",
              "{\"op\":\"error\",\"id\":\"c1\",\"message\":\"b\"}",
              "{\"op\":\"error\",\"id\":\"c1\",\"message\":\"\"}",
              CLOSED);
    }

    @Test
    void thatAreGarbageAreRefusedAndReported() {
      List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
      var service =
          new Posting() {
            @Override
            void post(String url) {
              statuses.add(post(url + "/1", "[]"));
              statuses.add(post(url + "/1", "{"));
              statuses.add(post(url + "/one", event("a")));
              statuses.add(post(url, event("a")));
              statuses.add(post(url.replaceAll(".$", "") + "/1", event("a")));
              statuses.add(post(url + "/1", "{\"kind\":\"surprise\"}"));
              statuses.add(post(url + "/2", "{\"kind\":\"event\",\"event\":{\"data\":7}}"));
              statuses.add(post(url + "/3", event("sound")));
            }
          };

      assertThat(whole(service))
          .map(line -> line.replaceAll("/[0-9a-f]{16}/", "/TOKEN/"))
          .containsExactly(
              "noise: a post that is no JSON object: []",
              "noise: a post that is no JSON object: {",
              "noise: a post without a number, to /TOKEN/one",
              "noise: a post of the unknown kind \"surprise\"",
              "noise: an event without a text as its data",
              "{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"message\",\"data\":\"sound\","
                  + "\"lastEventId\":\"\"}}",
              CLOSED);
      assertThat(statuses).containsExactly(400, 400, 400, 404, 404, 202, 202, 202);
    }

    @Test
    void thatAreTooLargeAreRefusedAndReported() {
      List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
      var service =
          new Posting() {
            @Override
            void post(String url) {
              statuses.add(post(url + "/1", new byte[CallbackServer.MOST_BYTES + 1]));
              statuses.add(post(url + "/1", event("sound")));
            }
          };

      assertThat(whole(service))
          .containsExactly(
              "noise: a post of more than 67108864 bytes",
              "{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"message\",\"data\":\"sound\","
                  + "\"lastEventId\":\"\"}}",
              CLOSED);
      assertThat(statuses).containsExactly(413, 202);
    }

    @Test
    void thatNeverComeAreGivenUp() {
      var service =
          new Posting() {
            @Override
            void post(String url) {
              post(url + "/2", event("two"));
            }
          };

      assertThat(whole(service))
          .containsExactly(
              "noise: post 1 of c1 never came",
              "{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"message\",\"data\":\"two\","
                  + "\"lastEventId\":\"\"}}",
              CLOSED);
    }

    @Test
    void afterTheEndAreNoMessages() {
      List<String> urls = Collections.synchronizedList(new ArrayList<>());
      var service =
          new Posting() {
            @Override
            void post(String url) {
              urls.add(url);
            }
          };
      try (service;
          Link link = link(service)) {
        link.tell(open());
        link.tell(close());
        ear.until(CLOSED);
        TestService.post(urls.get(0) + "/1", TestService.event("late"));
        link.tell(Json.message("xyz"));

        assertThat(ear.until("{\"op\":\"unsupported\""))
            .containsExactly("{\"op\":\"unsupported\",\"of\":\"xyz\"}");
      }
    }
  }

  @Nested
  class Deletion {
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

  @Nested
  class Service {
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
}

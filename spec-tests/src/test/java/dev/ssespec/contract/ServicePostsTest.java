package dev.ssespec.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of what a test service posts. */
class ServicePostsTest extends LinkTrial {
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

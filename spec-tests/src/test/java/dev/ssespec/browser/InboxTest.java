package dev.ssespec.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final Inbox inbox = new Inbox();
  private final List<String> heard = new ArrayList<>();

  InboxTest() {
    inbox.attach(message -> heard.add(message.path("op").asText()));
  }

  @Test
  void messagesAreHandedOnInTheOrderOfTheirNumbers() {
    assertThat(inbox.take(2, messages("c", "d"), 20)).isTrue();
    assertThat(inbox.take(1, messages("b"), 10)).isTrue();
    assertThat(heard).isEmpty();

    assertThat(inbox.take(0, messages("a"), 10)).isTrue();

    assertThat(heard).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whatComesTwiceCountsOnce() {
    inbox.take(0, messages("a", "b"), 20);
    inbox.take(1, messages("b", "c"), 20);
    inbox.take(4, messages("e"), 10);
    inbox.take(3, messages("d", "e"), 20);

    assertThat(heard).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void aNumberThatMakesNoSenseIsRefused() {
    assertThat(inbox.take(-1, messages("x"), 10)).isFalse();
    assertThat(inbox.take(Inbox.AHEAD + 1, messages("x"), 10)).isFalse();
    assertThat(inbox.take(0, messages("a"), 10)).isTrue();

    assertThat(heard).containsExactly("a");
  }

  @Test
  void whatCameEarlyIsKeptInBoundedMemory() {
    assertThat(inbox.take(1, messages("b"), Inbox.KEPT_BYTES)).isTrue();
    assertThat(inbox.take(2, messages("c"), 1)).isFalse();
    assertThat(inbox.take(0, messages("a"), Inbox.KEPT_BYTES)).isTrue();
    assertThat(inbox.take(2, messages("c"), 1)).isTrue();

    assertThat(heard).containsExactly("a", "b", "c");
  }

  private static List<ObjectNode> messages(String... ops) {
    return List.of(ops).stream().map(Json::message).toList();
  }
}

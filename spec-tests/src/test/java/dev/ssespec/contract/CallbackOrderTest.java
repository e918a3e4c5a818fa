package dev.ssespec.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbackOrderTest {
  private final CallbackOrder order = new CallbackOrder();
  private final List<String> handedOn = new ArrayList<>();

  private void take(int number, String name) {
    take(number, name, 1);
  }

  private void take(int number, String name, long bytes) {
    hear(order.take(number, Json.object().put("name", name), bytes));
  }

  private void hear(List<ObjectNode> posts) {
    posts.forEach(post -> handedOn.add(post.path("name").asText()));
  }

  @Test
  void postsInOrderAreHandedOnAtOnce() {
    take(1, "a");
    take(2, "b");

    assertThat(handedOn).containsExactly("a", "b");
    assertThat(order.hasGap()).isFalse();
  }

  @Test
  void postsThatOvertakeEachOtherAreBroughtIntoOrder() {
    take(3, "c");
    take(2, "b");
    assertThat(handedOn).isEmpty();
    assertThat(order.hasGap()).isTrue();

    take(1, "a");

    assertThat(handedOn).containsExactly("a", "b", "c");
    assertThat(order.hasGap()).isFalse();
  }

  @Test
  void numbersMayBeginWithZero() {
    take(0, "a");
    take(1, "b");

    assertThat(handedOn).containsExactly("a", "b");
  }

  @Test
  void theSamePostOnceMoreIsDropped() {
    take(1, "a");
    take(1, "a");
    take(3, "c");
    take(3, "c");
    take(2, "b");

    assertThat(handedOn).containsExactly("a", "b", "c");
  }

  @Test
  void anotherPostOfTheSameNumberIsKept() {
    take(1, "a");
    take(1, "other");

    assertThat(handedOn).containsExactly("a", "other");
  }

  @Test
  void aGapCanBeGivenUpAndWhatFilledItTooLateStillCounts() {
    take(1, "a");
    take(3, "c");
    take(4, "d");
    take(6, "f");

    hear(order.skipGap());
    assertThat(handedOn).containsExactly("a", "c", "d");
    hear(order.skipGap());
    hear(order.skipGap());
    take(2, "b");

    assertThat(handedOn).containsExactly("a", "c", "d", "f", "b");
    assertThat(order.hasGap()).isFalse();
  }

  @Test
  void noMoreThanSoManyPostsWaitForOne() {
    for (int number = 2; number <= CallbackOrder.MOST_WAITING + 1; number++) {
      take(number, "n" + number);
    }
    assertThat(handedOn).isEmpty();

    take(CallbackOrder.MOST_WAITING + 2, "last");

    assertThat(handedOn).hasSize(CallbackOrder.MOST_WAITING + 1).startsWith("n2").endsWith("last");
  }

  @Test
  void noMoreThanSoManyBytesWaitForOnePost() {
    take(2, "b", CallbackOrder.MOST_BYTES);
    assertThat(handedOn).isEmpty();

    take(3, "c", 1);

    assertThat(handedOn).containsExactly("b", "c");
  }
}

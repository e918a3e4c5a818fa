package dev.ssespec.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.judge.EventList.Difference;
import dev.ssespec.parser.Event;
import dev.ssespec.report.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventListTest {
  private static final Event A = new Event("message", "a", "");
  private static final Event B = new Event("message", "b", "");
  private static final Event C = new Event("tick", "c", "7");

  @Test
  void equalListsDifferInNothing() {
    assertThat(EventList.compare(List.of(A, C), List.of(A, C))).isEmpty();
  }

  @Test
  void anEventTooFewIsMissing() {
    assertThat(EventList.compare(List.of(A, C), List.of(A)))
        .contains(
            new Difference(
                Failure.MISSING,
                "Expected 2 events but was 1 event. Event 2 is missing: type \"tick\","
                    + " data \"c\", lastEventId \"7\"."));
  }

  @Test
  void anEventTooManyIsExtra() {
    assertThat(EventList.compare(List.of(), List.of(A)))
        .contains(
            new Difference(
                Failure.EXTRA,
                "Expected no event but was 1 event. Event 1 must not be there: type \"message\","
                    + " data \"a\"."));
  }

  @Test
  void theSameEventsInAnotherOrderAreAnOrder() {
    assertThat(EventList.compare(List.of(A, B), List.of(B, A)))
        .contains(new Difference(Failure.ORDER, "Event 1: data expected \"a\" but was \"b\"."));
  }

  @Test
  void anotherValueIsAWrongResultAndEveryPartOfItIsNamed() {
    assertThat(EventList.compare(List.of(C), List.of(new Event("tock", "c\n", ""))))
        .contains(
            new Difference(
                Failure.WRONG_RESULT,
                "Event 1: type expected \"tick\" but was \"tock\"; data expected \"c\" but was"
                    + " \"c\\n\"; lastEventId expected \"7\" but was \"\"."));
  }
}

package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.Role;
import dev.ssespec.server.Program;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which programs are foreseen to take long, or to be a client's end. */
class ForesightTest {
  @Test
  void clientsMayDieOfIdsThatNoHeaderFieldCarriesAsTheyAre() {
    assertThat(held(Foresight::dangerIn, "C-001", "C-081", "C-083", "C-107"))
        .containsExactly("C-081", "C-083");
  }

  @Test
  void clientsMayWaitLongForReconnectionTimesOfHoursAndBetweenManyAnswers() {
    assertThat(held(Foresight::waitIn, "C-001", "C-050", "C-057", "C-107"))
        .containsExactly("C-057", "C-107");
  }

  /** Those of the cases for whose program the condition holds. */
  private static List<String> held(Predicate<Program> condition, String... codes) {
    return Catalogue.whole().of(Role.CLIENT).stream()
        .filter(ClientCase.class::isInstance)
        .map(ClientCase.class::cast)
        .filter(one -> List.of(codes).contains(one.header().code()))
        .filter(one -> condition.test(one.play().program()))
        .map(one -> one.header().code())
        .toList();
  }
}

package dev.ssespec.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor time of a target's process. */
class ProcessWorkTest {
  private static final String COUNTS = "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; ";

  @Test
  void whatAShellThatCountsUsesIsSeen(@TempDir Path directory) throws InterruptedException {
    assertThat(worked(COUNTS, directory)).isGreaterThan(Duration.ofMillis(20));
  }

  @Test
  void whatAProcessOfItsUsesIsSeenToo(@TempDir Path directory) throws InterruptedException {
    assertThat(worked("sh -c '" + COUNTS + "echo; read x'; ", directory))
        .isGreaterThan(Duration.ofMillis(20));
  }

  private static Duration worked(String script, Path directory) throws InterruptedException {
    var counted = new CountDownLatch(1);
    try (Link link =
        ProcessLink.of(List.of("sh", "-c", script + "echo done; read x"), directory)
            .start(new Ear(counted))) {
      assertThat(counted.await(60, TimeUnit.SECONDS)).isTrue();
      return link.worked().orElse(Duration.ZERO);
    }
  }

  private record Ear(CountDownLatch counted) implements Link.Ear {
    @Override
    public void said(ObjectNode message) {}

    @Override
    public void noise(String line) {
      counted.countDown();
    }

    @Override
    public void gone(String how) {}
  }
}

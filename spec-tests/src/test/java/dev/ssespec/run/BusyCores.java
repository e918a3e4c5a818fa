package dev.ssespec.run;

import java.util.ArrayList;
import java.util.List;

/** Something else to do for every core, until it is closed. */
final class BusyCores implements AutoCloseable {
  private final List<Thread> burners = new ArrayList<>();
  private volatile boolean busy = true;

  /** Begins to burn. */
  void begin() {
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      var burner = new Thread(this::burn, "burner");
      burner.setDaemon(true);
      burner.start();
      burners.add(burner);
    }
  }

  private void burn() {
    while (busy) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    busy = false;
    for (Thread burner : burners) {
      try {
        burner.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}

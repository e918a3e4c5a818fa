package dev.ssespec.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Waits for records of a stage, instead of for time to pass. */
public final class Watch {
  private final BlockingQueue<WireRecord> records = new LinkedBlockingQueue<>();

  public Watch(Stage stage) {
    stage.observe(records::add);
  }

  /** The records up to the first one of that kind. */
  public List<WireRecord> until(Class<? extends WireRecord> kind) throws InterruptedException {
    List<WireRecord> seen = new ArrayList<>();
    WireRecord next;
    do {
      next = records.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no " + kind.getSimpleName() + " after " + seen);
      }
      seen.add(next);
    } while (!kind.isInstance(next));
    return seen;
  }

  /** The kinds of those records, which is what most tests are after. */
  public static List<String> kinds(List<WireRecord> records) {
    return records.stream().map(r -> r.getClass().getSimpleName()).toList();
  }
}

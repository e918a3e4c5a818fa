package dev.ssespec.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** The named gates of a stage. A gate is shut until it is released, and open ever after. */
final class Gates {
  private final Executor executor;
  private final Set<String> open = new HashSet<>();
  private final Map<String, List<Runnable>> waiting = new HashMap<>();

  Gates(Executor executor) {
    this.executor = executor;
  }

  /** Runs the action once the gate is open: now, or later on the executor. */
  void whenOpen(String gate, Runnable action) {
    synchronized (this) {
      if (!open.contains(gate)) {
        waiting.computeIfAbsent(gate, g -> new ArrayList<>()).add(action);
        return;
      }
    }
    action.run();
  }

  void release(String gate) {
    List<Runnable> actions;
    synchronized (this) {
      open.add(gate);
      List<Runnable> waited = waiting.remove(gate);
      actions = waited == null ? List.of() : waited;
    }
    actions.forEach(executor::execute);
  }
}

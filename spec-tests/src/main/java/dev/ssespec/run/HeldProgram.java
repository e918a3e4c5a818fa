package dev.ssespec.run;

import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import dev.ssespec.server.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program whose first answer waits behind a gate. A target that is told what types of events to
 * listen to only after it has begun to connect would miss what comes before.
 */
final class HeldProgram {
  private HeldProgram() {}

  static Program until(String gate, Program program) {
    Map<String, Route> routes = new HashMap<>(program.routes());
    routes.computeIfPresent("", (path, route) -> held(gate, route));
    return new Program(routes);
  }

  private static Route held(String gate, Route route) {
    List<Script> scripts = new ArrayList<>(route.scripts());
    Script first = scripts.isEmpty() ? route.afterwards() : scripts.get(0);
    if (scripts.isEmpty()) {
      scripts.add(held(gate, first));
    } else {
      scripts.set(0, held(gate, first));
    }
    return new Route(scripts, route.afterwards(), route.preflight());
  }

  private static Script held(String gate, Script script) {
    List<Step> steps = new ArrayList<>(script.steps());
    steps.add(0, new Step.Await(gate));
    return new Script(
        steps,
        script.coded().map(other -> new Script.Coded(other.coding(), held(gate, other.script()))));
  }
}

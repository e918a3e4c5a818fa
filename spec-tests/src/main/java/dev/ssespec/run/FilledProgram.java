package dev.ssespec.run;

import dev.ssespec.cases.Words;
import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import dev.ssespec.server.Step;
import java.util.Map;
import java.util.TreeMap;

/** A case's program with the placeholders in its payload filled in. */
final class FilledProgram {
  private FilledProgram() {}

  static Program of(Program program, Words words) {
    Map<String, Route> routes = new TreeMap<>();
    program.routes().forEach((path, route) -> routes.put(path, of(route, words)));
    return new Program(routes);
  }

  private static Route of(Route route, Words words) {
    return new Route(
        route.scripts().stream().map(script -> of(script, words)).toList(),
        of(route.afterwards(), words));
  }

  private static Script of(Script script, Words words) {
    return new Script(script.steps().stream().map(step -> of(step, words)).toList());
  }

  private static Step of(Step step, Words words) {
    return step instanceof Step.Write write ? new Step.Write(words.fill(write.bytes())) : step;
  }
}

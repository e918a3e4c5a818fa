package dev.ssespec.run;

import dev.ssespec.cases.Words;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import dev.ssespec.server.Step;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A case's program with the placeholders in its payload filled in. */
final class FilledProgram {
  /** Stands, in response heads, for the origin at which the source is opened. */
  private static final String MAIN_ORIGIN = "{main-origin}";

  private static final int LONGEST_HEAD = 4096;

  private final Words words;
  private final String mainOrigin;

  private FilledProgram(Words words, String mainOrigin) {
    this.words = words;
    this.mainOrigin = mainOrigin;
  }

  /** The program as it is played at {@code origin}. */
  static Program of(Program program, Words words, Origin origin) {
    String base = origin.base().toString();
    var filled = new FilledProgram(words, base.substring(0, base.length() - 1));
    Map<String, Route> routes = new TreeMap<>();
    program.routes().forEach((path, route) -> routes.put(path, filled.of(route)));
    return new Program(routes);
  }

  private Route of(Route route) {
    return new Route(
        route.scripts().stream().map(this::of).toList(),
        of(route.afterwards()),
        route.preflight().map(this::of));
  }

  private Script of(Script script) {
    return new Script(script.steps().stream().map(this::of).toList(), script.coded().map(this::of));
  }

  private Script.Coded of(Script.Coded other) {
    return new Script.Coded(other.coding(), of(other.script()));
  }

  private Step of(Step step) {
    if (step instanceof Step.WriteCoded coded) {
      return new Step.WriteCoded(coded.coding(), words.fill(coded.plain()), coded.ends());
    }
    if (step instanceof Step.WriteFilled filled) {
      return new Step.WriteFilled(
          words.fill(filled.start()),
          filled.fill(),
          filled.times(),
          words.fill(filled.end()),
          filled.chunk());
    }
    return step instanceof Step.Write write
        ? new Step.Write(words.fill(named(write.bytes())))
        : step;
  }

  private byte[] named(byte[] bytes) {
    if (bytes.length > LONGEST_HEAD) {
      return bytes;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.contains(MAIN_ORIGIN)
        ? text.replace(MAIN_ORIGIN, mainOrigin).getBytes(StandardCharsets.ISO_8859_1)
        : bytes;
  }
}

package dev.ssespec.cases;

import dev.ssespec.report.Bytes;
import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import dev.ssespec.server.Step;
import java.util.Map;
import java.util.TreeMap;

/** What an origin will answer, in words and escaped bytes. */
final class ScriptText {
  private static final int LONG = 600;

  private ScriptText() {}

  static String of(Program program) {
    var text = new StringBuilder();
    for (Map.Entry<String, Route> route : new TreeMap<>(program.routes()).entrySet()) {
      String path = route.getKey().isEmpty() ? "" : " to " + route.getKey();
      int n = 0;
      for (Script script : route.getValue().scripts()) {
        n++;
        text.append("request ").append(n).append(path).append(": ").append(of(script)).append('\n');
      }
      text.append("later requests").append(path).append(": ");
      text.append(of(route.getValue().afterwards())).append('\n');
    }
    return text.toString();
  }

  private static String of(Script script) {
    var text = new StringBuilder();
    for (Step step : script.steps()) {
      text.append(text.isEmpty() ? "" : " · ").append(of(step));
    }
    script
        .coded()
        .ifPresent(
            other ->
                text.append(" | where ")
                    .append(other.coding().token())
                    .append(" is accepted: ")
                    .append(of(other.script())));
    return text.toString();
  }

  private static String of(Step step) {
    if (step instanceof Step.Write write) {
      String bytes = Bytes.of(write.bytes()).escaped();
      return bytes.length() <= LONG
          ? bytes
          : bytes.substring(0, LONG)
              + "… ("
              + write.bytes().length
              + " bytes, "
              + java.util.Arrays.hashCode(write.bytes())
              + ")";
    }
    if (step instanceof Step.Pause pause) {
      return "pause " + pause.duration().toMillis() + " ms";
    }
    if (step instanceof Step.Await gate) {
      return "wait for " + gate.gate();
    }
    if (step instanceof Step.WriteCoded coded) {
      return coded.coding().token()
          + "("
          + Bytes.of(coded.plain()).escaped()
          + (coded.ends() ? "), end of member" : ")");
    }
    if (step instanceof Step.WriteFilled filled) {
      return (filled.chunk() == 0 ? "chunk of " : "in chunks of " + filled.chunk() + " bytes: ")
          + Bytes.utf8(filled.start()).escaped()
          + ", "
          + filled.times()
          + " times "
          + filled.fill()
          + ", "
          + Bytes.utf8(filled.end()).escaped();
    }
    if (step instanceof Step.RedirectByPath redirect) {
      return "redirect " + redirect.status() + " by path to " + redirect.subPath();
    }
    if (step instanceof Step.Redirect redirect) {
      return "redirect "
          + redirect.status()
          + " to "
          + (redirect.otherOrigin() ? "the other origin's " : "")
          + redirect.subPath();
    }
    return step.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }
}

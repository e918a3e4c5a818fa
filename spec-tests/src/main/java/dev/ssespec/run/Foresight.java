package dev.ssespec.run;

import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.FurtherOptions.Tls;
import dev.ssespec.report.Bytes;
import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may take a client long, or be its end: better begun at once, beside all others, than last.
 *
 * <ol>
 *   <li>Ids that no header field can carry as they are: clients have died of them, or have never
 *       come back.
 *   <li>Reconnection times of hours and more: who cannot obey them never comes back either.
 *   <li>Many answers in a row: a client whose delay doubles from one to the next takes a minute.
 *   <li>TLS, of which the first connection takes a starved virtual machine many seconds.
 * </ol>
 */
final class Foresight {
  private static final Pattern UNFIT_ID = Pattern.compile("(?m)^id: ?[^\r\n]*[^\r\n -~]");

  private static final int MANY_ANSWERS = 4;

  private Foresight() {}

  /** Whether a client may die of the program. */
  static boolean dangerIn(Program program) {
    return RetryLines.written(program).anyMatch(Foresight::dangerIn);
  }

  /** The same, of a stream. */
  static boolean dangerIn(Bytes stream) {
    return dangerIn(RetryLines.text(stream.toArray()));
  }

  private static boolean dangerIn(String text) {
    return UNFIT_ID.matcher(text).find();
  }

  /** Whether a client may need long, doing nothing most of the time, or once for all the others. */
  static boolean waitIn(ClientPlay play) {
    return waitIn(play.program()) || play.options().further().tls() != Tls.NONE;
  }

  /** The same, of its program. */
  static boolean waitIn(Program program) {
    return RetryLines.longIn(program)
        || routes(program).anyMatch(route -> route.scripts().size() >= MANY_ANSWERS);
  }

  private static Stream<Route> routes(Program program) {
    return program.routes().values().stream();
  }
}

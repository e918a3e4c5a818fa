package dev.ssespec.cli;

import dev.ssespec.parser.TraceStep;
import dev.ssespec.parser.Tracer;
import dev.ssespec.target.Json;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how the standard reads a stream. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "ssespec trace [OPTIONS] FILE|-",
    description =
        "Shows each line of a stream as the standard processes it: its bytes with the "
            + "line end made visible, the step taken, the buffers before and after, and the "
            + "event that is dispatched.",
    footer = {
      "",
      "CR is shown as ␍ and LF as ␊. A buffer that is empty before and after is left",
      "out, and long text is cut in its middle. --json shows lines and events whole,",
      "of each buffer the first 1000 characters; a longer one stands with its length",
      "in the key cut.",
      "",
      "Examples: ssespec trace recorded.txt",
      "          printf 'id: 1\\ndata: hello\\n\\n' | ssespec trace -",
      "          curl -sN http://127.0.0.1:8080/events | ssespec trace - --json"
    })
final class TraceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE|-", description = "Where the stream is; - is standard input.")
  private String source = "-";

  @Option(names = "--json", description = "One JSON object a line: a step each.")
  private boolean json;

  @Option(
      names = "--verbose",
      description = "Where the kit itself fails, show where in its code.") // Main looks.
  boolean verbose;

  @Override
  public Integer call() {
    if (LiveStream.isAddress(source)) {
      throw new UsageException(
          "trace reads a file or standard input: curl -sN " + source + " | ./ssespec trace -");
    }
    Consumer<TraceStep> printer =
        json
            ? step -> System.out.println(Json.printable(TraceJson.of(step)))
            : new TraceText(System.out)::print;
    var tracer = new Tracer("", printer);
    if (new ByteSource(source).copyTo(tracer::feed).kind() == StreamEnd.Kind.REACHED) {
      tracer.end();
    }
    return 0;
  }
}

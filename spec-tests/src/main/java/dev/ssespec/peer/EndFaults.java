package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in the end of a stream. */
final class EndFaults {
  private EndFaults() {}

  static List<ParserFault> all() {
    return List.of(
        flushedAtEnd(),
        linesFlushedAtEnd(),
        lastLineReadAtEnd(),
        unfinishedThrows(),
        endDispatchesType(),
        emptyStreamThrows());
  }

  private static ParserFault flushedAtEnd() {
    return fault(
            "flushed-at-end",
            "Dispatches what is unfinished at the end.",
            "sseclient-py 456873c, symfony, r3labs/sse, mpetazzoni/sse.js",
            () ->
                new PlainParser() {
                  @Override
                  void end() {
                    super.end();
                    if (line.length() > 0) {
                      endLine();
                    }
                    emptyLine();
                  }
                })
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }

  private static ParserFault linesFlushedAtEnd() {
    return fault(
            "lines-flushed-at-end",
            "Dispatches whole lines at the end, and drops an unfinished one.",
            "tmaxmax/go-sse e3ddbdf",
            () ->
                new PlainParser() {
                  @Override
                  void end() {
                    super.end();
                    if (data.length() > 0) {
                      emptyLine();
                    }
                  }
                })
        .kinds(Failure.EXTRA);
  }

  private static ParserFault lastLineReadAtEnd() {
    return fault(
            "last-line-read-at-end",
            "Reads an unfinished line at the end as if it were whole.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void end() {
                    super.end();
                    if (line.length() > 0) {
                      endLine();
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault unfinishedThrows() {
    return fault(
            "unfinished-throws",
            "Fails where the stream ends inside a line.",
            "square/okhttp okhttp-sse 1682d9b",
            () ->
                new PlainParser() {
                  @Override
                  void end() {
                    super.end();
                    if (line.length() > 0) {
                      throw new IllegalStateException("unexpected end");
                    }
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault endDispatchesType() {
    return fault(
            "end-dispatches-type",
            "Dispatches an unfinished block that has a type and no data.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void end() {
                    super.end();
                    if (!type.isEmpty() && data.isEmpty()) {
                      emit(type, "", idString);
                    }
                  }
                })
        .kinds(Failure.EXTRA);
  }

  private static ParserFault emptyStreamThrows() {
    return fault(
            "empty-stream-throws",
            "Fails on a stream without a character.",
            "",
            () ->
                new PlainParser() {
                  private boolean any;

                  @Override
                  void endLine() {
                    any = true;
                    super.endLine();
                  }

                  @Override
                  void end() {
                    super.end();
                    if (!any && line.isEmpty()) {
                      throw new IllegalStateException("no content");
                    }
                  }
                })
        .kinds(Failure.CRASH);
  }
}

package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in comments. */
final class CommentFaults {
  private CommentFaults() {}

  static List<ParserFault> all() {
    return List.of(
        commentThrows(),
        colonAloneThrows(),
        commentEndsEvent(),
        commentLosesEvent(),
        commentEndsStream(),
        fieldInCommentFound(),
        commentClearsType(),
        lastCommentOnly(),
        oddCommentThrows());
  }

  private static ParserFault commentThrows() {
    return fault(
            "comment-throws",
            "Fails on a comment.",
            "modelcontextprotocol/java-sdk #443, a2aproject/a2a-python #540",
            () ->
                new PlainParser() {
                  @Override
                  void comment(String text) {
                    throw new IllegalStateException("unexpected line");
                  }
                })
        .floods("ending=cr")
        .kinds(Failure.CRASH);
  }

  private static ParserFault colonAloneThrows() {
    return fault(
            "colon-alone-throws",
            "Fails on a line of one colon.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void comment(String text) {
                    if (text.isEmpty()) {
                      throw new IllegalStateException("index out of range");
                    }
                    super.comment(text);
                  }
                })
        .floods("ending=cr")
        .kinds(Failure.CRASH);
  }

  private static ParserFault commentEndsEvent() {
    return fault(
            "comment-ends-event",
            "Takes a comment for the end of an event.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void comment(String text) {
                    super.comment(text);
                    if (data.length() > 0) {
                      emptyLine();
                    }
                  }
                })
        .floods("ending=cr")
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }

  private static ParserFault commentLosesEvent() {
    return fault(
            "comment-loses-event",
            "Drops the event in whose block a comment stands.",
            "launchdarkly/rust-eventsource-client #34",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void comment(String text) {
                    super.comment(text);
                    seen = true;
                  }

                  @Override
                  void dispatch() {
                    if (!seen) {
                      super.dispatch();
                    }
                  }

                  @Override
                  void emptyLine() {
                    super.emptyLine();
                    seen = false;
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault commentEndsStream() {
    return fault(
            "comment-ends-stream",
            "Takes a comment for the end of the stream.",
            "continuedev/continue PR 13144",
            () ->
                new PlainParser() {
                  private boolean over;

                  @Override
                  void comment(String text) {
                    super.comment(text);
                    over = true;
                  }

                  @Override
                  void line(String whole) {
                    if (!over) {
                      super.line(whole);
                    }
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault fieldInCommentFound() {
    return fault(
            "field-in-comment-found",
            "Finds a field behind the colon of a comment.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void line(String whole) {
                    super.line(whole.matches(":(data|event|id):.*") ? whole.substring(1) : whole);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault commentClearsType() {
    return fault(
            "comment-clears-type",
            "Clears the type at a comment.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void comment(String text) {
                    super.comment(text);
                    type = "";
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault lastCommentOnly() {
    return fault(
            "last-comment-only",
            "Reports one comment a block.",
            "",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void comment(String text) {
                    if (seen) {
                      comments.remove(comments.size() - 1);
                    }
                    super.comment(text);
                    seen = true;
                  }

                  @Override
                  void emptyLine() {
                    super.emptyLine();
                    seen = false;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault oddCommentThrows() {
    return fault(
            "odd-comment-throws",
            "Fails on a comment with NUL.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void comment(String text) {
                    if (text.indexOf('\0') >= 0) {
                      throw new IllegalStateException("odd comment");
                    }
                    super.comment(text);
                  }
                })
        .kinds(Failure.CRASH);
  }
}

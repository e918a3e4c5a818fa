package dev.ssespec.parser;

import dev.ssespec.parser.CheckedBlock.Field;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds a stream against the grammar, and against what its author surely meant, while it arrives.
 *
 * <p>A line is judged once its end is known, which for a CR is one byte later; findings come in the
 * order of detection, malformed UTF-8 at most once a line and mixed line ends once a stream. Of the
 * fields that stand behind a bare CR before the first other line end, the first is told. Memory is
 * constant, however long lines, blocks and the stream are. Bytes may be cut into pieces anywhere.
 * Not safe for use by several threads at once.
 *
 * <pre>{@code
 * GrammarChecker checker = new GrammarChecker(finding -> System.out.println(finding.message()));
 * checker.feed("Data: hello\n\n".getBytes(StandardCharsets.UTF_8));
 * checker.end();
 * }</pre>
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">Parsing
 *     an event stream</a>
 */
public final class GrammarChecker {

  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private final Consumer<Finding> findings;
  private long offset;
  private int markBytes;
  private boolean atMark = true;
  private boolean afterCr;
  private boolean ended;

  private long lineNumber = 1;
  private CheckedLine line = new CheckedLine(1, 0);
  private CheckedBlock block = new CheckedBlock();
  private @Nullable LineEnd firstEnd;
  private @Nullable LineEnd lastEnd;
  private boolean mixed;
  private boolean otherThanCr;

  /** The first field behind a bare CR, for as long as the stream had no other line end. */
  private @Nullable Place afterBareCr;

  /**
   * A checker for one stream.
   *
   * @param findings told of each finding, on the thread that feeds
   */
  public GrammarChecker(Consumer<Finding> findings) {
    this.findings = Objects.requireNonNull(findings, "findings");
  }

  /**
   * Checks all bytes of an array.
   *
   * @throws IllegalStateException after the end
   */
  public void feed(byte[] bytes) {
    feed(bytes, 0, bytes.length);
  }

  /**
   * Checks a part of an array.
   *
   * @throws IndexOutOfBoundsException where the part is not inside the array
   * @throws IllegalStateException after the end
   */
  public void feed(byte[] bytes, int from, int length) {
    Objects.checkFromIndexSize(from, length, bytes.length);
    if (ended) {
      throw new IllegalStateException("The stream has ended: another one needs a new checker.");
    }
    for (int i = from; i < from + length; i++) {
      add(bytes[i] & 0xFF);
    }
  }

  /** The stream has ended; what is unfinished is found now. May be called again. */
  public void end() {
    if (ended) {
      return;
    }
    ended = true;
    leaveMark();
    if (afterCr) {
      endLine(LineEnd.CR);
    }
    if (!line.isEmpty()) {
      line.end();
      tell(GrammarRule.MALFORMED_UTF_8, line.malformed());
      tell(GrammarRule.UNFINISHED_LINE, line.place());
    }
    if (block.lost() != null) {
      tell(GrammarRule.UNFINISHED_BLOCK, block.lost());
    } else {
      tell(GrammarRule.NO_LAST_BLANK_LINE, block.start());
    }
  }

  private void add(int b) {
    if (atMark && b == BYTE_ORDER_MARK[markBytes]) {
      markBytes++;
      if (markBytes == BYTE_ORDER_MARK.length) {
        atMark = false;
        offset = markBytes;
        line = new CheckedLine(lineNumber, offset);
      }
      return;
    }
    leaveMark();
    addToLine(b);
  }

  /** Bytes that could have begun a byte order mark belong to the line after all. */
  private void leaveMark() {
    if (atMark) {
      atMark = false;
      for (int i = 0; i < markBytes; i++) {
        addToLine(BYTE_ORDER_MARK[i]);
      }
    }
  }

  private void addToLine(int b) {
    if (afterCr) {
      afterCr = false;
      if (b == '\n') {
        offset++;
        endLine(LineEnd.CRLF);
        return;
      }
      endLine(LineEnd.CR);
    }
    offset++;
    if (b == '\n') {
      endLine(LineEnd.LF);
    } else if (b == '\r') {
      afterCr = true;
    } else {
      line.add(b);
    }
  }

  private void endLine(LineEnd end) {
    line.end();
    compareEnds(end);
    if (end != LineEnd.CR) {
      tell(GrammarRule.FIELD_AFTER_BARE_CR, afterBareCr);
      afterBareCr = null;
    }
    tell(GrammarRule.MALFORMED_UTF_8, line.malformed());
    if (line.isEmpty()) {
      tell(GrammarRule.EVENT_WITHOUT_DATA, block.eventWithoutData());
      block = new CheckedBlock();
    } else {
      block.line(line.place());
      if (!line.isComment()) {
        field(end);
      }
    }
    lastEnd = end;
    otherThanCr |= end != LineEnd.CR;
    lineNumber++;
    line = new CheckedLine(lineNumber, offset);
  }

  private void compareEnds(LineEnd end) {
    if (firstEnd == null) {
      firstEnd = end;
    } else if (firstEnd != end && !mixed) {
      mixed = true;
      tell(GrammarRule.MIXED_LINE_ENDS, line.place(), end, firstEnd);
    }
  }

  private void field(LineEnd end) {
    String name = line.name();
    switch (name) {
      case "data" -> known(Field.DATA, end);
      case "event" -> known(Field.EVENT, end);
      case "id" -> {
        known(Field.ID, end);
        tell(GrammarRule.NUL_IN_ID, line.nul());
        tell(GrammarRule.ID_WITH_CONTROL, line.control());
      }
      case "retry" -> {
        known(Field.RETRY, end);
        retry();
      }
      default -> unknown(name);
    }
  }

  private void known(Field field, LineEnd end) {
    if (lastEnd == LineEnd.CR && (otherThanCr || end != LineEnd.CR)) {
      tell(GrammarRule.FIELD_AFTER_BARE_CR, line.place());
    } else if (lastEnd == LineEnd.CR && afterBareCr == null) {
      afterBareCr = line.place();
    }
    if (!block.field(field, line.place()) && field != Field.DATA) {
      tell(GrammarRule.REPEATED_FIELD, line.place(), line.name());
    }
  }

  private void retry() {
    if (line.isValueEmpty()) {
      tell(GrammarRule.RETRY_EMPTY, line.place());
    } else if (line.notDigit() != null) {
      tell(GrammarRule.RETRY_NOT_DIGITS, line.notDigit());
    } else if (line.number() > Integer.MAX_VALUE) {
      tell(GrammarRule.RETRY_TOO_LONG, line.place());
    }
  }

  private void unknown(String name) {
    String meant = name.strip().toLowerCase(Locale.ROOT);
    switch (meant) {
      case "data", "event", "id", "retry" ->
          tell(GrammarRule.MISSPELT_FIELD, line.place(), VisibleText.of(name), meant);
      default -> {
        if (name.startsWith("\uFEFF")) {
          tell(GrammarRule.BYTE_ORDER_MARK_INSIDE, line.place());
        } else if (line.isOnlySpaces()) {
          tell(GrammarRule.SPACES_FOR_BLANK_LINE, line.place());
        } else {
          tell(GrammarRule.UNKNOWN_FIELD, line.place(), VisibleText.of(name));
        }
      }
    }
  }

  private void tell(GrammarRule rule, @Nullable Place place, Object... details) {
    if (place != null) {
      findings.accept(rule.at(place, details));
    }
  }
}

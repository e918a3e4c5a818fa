package dev.ssespec.parser;

/**
 * Something that a {@link GrammarChecker} has to say about a place of a stream.
 *
 * @param level how bad it is
 * @param code what it is, in lower case with hyphens; never changes
 * @param line the line it is in, the first being 1
 * @param column the character of that line, the first being 1; a malformed part and a byte order
 *     mark inside the stream count as one, the mark at its start as none
 * @param byteOffset how many bytes of the stream come before it
 * @param clause the address of the clause that it rests on
 * @param message what is the matter, for a person; bytes of the stream in it are escaped
 * @param suggestion what to do about it, for a person
 */
public record Finding(
    Level level,
    String code,
    long line,
    long column,
    long byteOffset,
    String clause,
    String message,
    String suggestion) {

  /** How bad a finding is. */
  public enum Level {
    /** Not in the grammar, or a field of a known name that every conforming client ignores. */
    MUST,
    /** In the grammar, and yet without the effect that it was surely meant to have. */
    SHOULD,
    /** Right, and safer or clearer another way. */
    ADVICE
  }
}

package dev.ssespec.property;

import java.util.regex.Pattern;

/** Streams that are not drawn, since sound targets may differ on them, or this one cannot know. */
final class Restraint {
  private static final Pattern LONE_RETURN = Pattern.compile("\r(?!\n)");

  /** What an empty reconnection time does is left open. */
  private static final Pattern EMPTY_RETRY =
      Pattern.compile("(?:^(?:\u00EF\u00BB\u00BF)?|[\r\n])retry(?:: ?)?[\r\n]");

  /** One beyond 53 bits may be clamped, rounded or ignored. */
  private static final Pattern LONG_RETRY = Pattern.compile("retry: ?[0-9]{16}");

  private Restraint() {}

  /**
   * Whether the stream may be sent.
   *
   * @param latin its bytes, each as one character
   */
  static boolean allows(String latin, boolean end, Abilities abilities) {
    return (abilities.lineEnds().contains("\r\n") || !latin.contains("\r\n"))
        && (abilities.lineEnds().contains("\r") || !LONE_RETURN.matcher(latin).find())
        && !EMPTY_RETRY.matcher(latin).find()
        && !LONG_RETRY.matcher(latin).find()
        && (end || !latin.endsWith("\r"));
  }
}

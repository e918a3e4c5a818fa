package dev.ssespec.channel.bench;

/** What all servers send, and how they answer for their memory. */
final class Payload {
  /** How many bytes an event's data have before the padding. */
  static final int MARK = 12;

  private Payload() {}

  static String of(int number, String padding) {
    String digits = Integer.toString(number);
    return "#" + "0".repeat(MARK - 2 - digits.length()) + digits + ";" + padding;
  }

  /** In bytes, after a collection. */
  static long heapInUse() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

package dev.ssespec.cli;

/**
 * How much was found, whether shown or not.
 *
 * @param bytes how many bytes were looked at
 */
record LintCount(long bytes, long must, long should, long advice) {
  boolean isEmpty() {
    return must + should + advice == 0;
  }
}

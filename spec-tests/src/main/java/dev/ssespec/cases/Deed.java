package dev.ssespec.cases;

/** Something that the kit does in the course of a client case. */
public sealed interface Deed {
  /** Tells the target to close the source. */
  record Close() implements Deed {}

  /** Tells the target to close one of the further sources. */
  record CloseOther(String source) implements Deed {}

  /** Lets every script that waits for the gate go on. */
  record Release(String gate) implements Deed {}

  /** Stops listening, so that connections are refused. The case gets an origin of its own. */
  record Refuse() implements Deed {}

  /** Listens again at the same address. */
  record Accept() implements Deed {}
}

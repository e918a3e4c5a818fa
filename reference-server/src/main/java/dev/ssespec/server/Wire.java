package dev.ssespec.server;

import java.time.Duration;

/** What a script is played on: one exchange with a peer. */
interface Wire {
  /** The running number of the connection at its origin. */
  int number();

  /** The player of the exchange is known: from now on it hears of the peer's end. */
  void play(ScriptPlayer player);

  /** Hands the bytes over in one write; one of the two is run when that is done. */
  void write(byte[] bytes, Runnable done, Runnable failed);

  /** Runs the action, elsewhere, when the delay is over. */
  void after(Duration delay, Runnable action);

  /** The end of the response, in good order as far as we are concerned. */
  void finish();

  /** Breaks the exchange off. */
  void reset();

  /** Lets go of what is left. */
  void close();
}

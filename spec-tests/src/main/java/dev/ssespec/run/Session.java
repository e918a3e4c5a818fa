package dev.ssespec.run;

import dev.ssespec.target.Adapter;

/**
 * Plays one job against a running target and writes down all that passed. It judges nothing. Many
 * sessions of one role may play at a time, each on its own thread.
 */
@FunctionalInterface
interface Session {
  /** Plays to its end, or until its deadline; both are in the transcript. */
  Transcript play(Job job, Adapter adapter);

  /** Plays while nobody else talks with the target, which may be started anew. */
  default Transcript playAlone(Job job, Adapter adapter) {
    return play(job, adapter);
  }
}

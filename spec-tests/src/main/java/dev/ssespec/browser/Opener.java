package dev.ssespec.browser;

import java.net.URI;
import java.util.Optional;

/** Brings the page before a browser. */
public interface Opener {
  /**
   * Does so.
   *
   * @throws dev.ssespec.target.Link.StartException if there is no browser to be had
   */
  Opened open(URI page);

  /** What the browser is called; empty where the page has to find out. */
  Optional<Identity> identity();

  /** How a browser introduces itself. */
  record Identity(String name, String version) {}

  /** A browser that was shown the page. */
  interface Opened {
    /** How it ended, in a clause; empty where it lives, or nobody can tell. */
    Optional<String> ended();

    /** What it wrote most recently. */
    String log();

    /** Ends it, and removes what it left behind. May be called twice. */
    void end();
  }
}

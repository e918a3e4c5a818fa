package dev.ssespec.demo;

import dev.ssespec.channel.Site;

/** One of the five systems: a page at {@code /NAME}, and what the page talks to below it. */
public interface Demo extends AutoCloseable {

  /** Its name, which is the first part of its paths. */
  String name();

  /** The path of its stream. */
  String stream();

  /** Adds its paths to the site. */
  void addTo(Site.Builder site);

  /** Ends its streams, and lets go of what it holds. */
  @Override
  void close();
}

package dev.ssespec.property;

import java.util.List;

/**
 * What is sent to find out whether a law holds once.
 *
 * @param feeds one stream, or the two that must mean the same
 * @param note what a judge has to know beside the bytes; may be empty
 */
public record Trial(List<Feed> feeds, String note) {
  /** Copies the list. */
  public Trial {
    feeds = List.copyOf(feeds);
  }

  /** How many bytes are sent in all. */
  public int bytes() {
    return feeds.stream().mapToInt(feed -> feed.whole().length).sum();
  }
}

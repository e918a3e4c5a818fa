package dev.ssespec.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A gzip-coded body, decoded as it comes; one that is cut off ends with an exception. */
final class GzipBody {
  private GzipBody() {}

  /** Reads the header of the first member, and so waits for it. */
  static InputStream decoded(InputStream coded) throws IOException {
    return new GZIPInputStream(new EverMore(coded));
  }

  /**
   * Always claims that there is more. The decoder believes in another member only where its input
   * has something at hand, and on a network the next member may be a while in coming.
   */
  private static final class EverMore extends FilterInputStream {
    EverMore(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }
}

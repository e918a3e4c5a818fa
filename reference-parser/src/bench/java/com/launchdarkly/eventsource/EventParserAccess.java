package com.launchdarkly.eventsource;

import com.launchdarkly.logging.LDLogger;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;

/** Reaches the peer's parser, which only its own package sees. */
public final class EventParserAccess {

  private static final URI ORIGIN = URI.create("http://localhost/");

  private final EventParser parser;

  /** A parser with the buffer that the library's own client gives it. */
  public EventParserAccess(InputStream stream) {
    parser =
        new EventParser(
            stream,
            ORIGIN,
            EventSource.DEFAULT_READ_BUFFER_SIZE,
            false,
            Set.<String>of(),
            LDLogger.none(),
            null);
  }

  /** The next event or comment. */
  public StreamEvent next() throws StreamException {
    return parser.nextEvent();
  }
}

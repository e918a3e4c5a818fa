package dev.ssespec.cases;

import dev.ssespec.parser.Event;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The streams of the parser's cases as bodies of HTTP responses, for clients: a fault that shows
 * both ways sits in the parser, one that shows over HTTP alone in what is around it.
 */
public final class Replay {
  /**
   * The data of the first event on the connection behind the replayed one, which shows what was
   * left over. With placeholders.
   */
  public static final String NEXT = "next-{y}{z}";

  /**
   * The data of the second event there: when it arrives, all that the stream had to say has been
   * said. With placeholders.
   */
  public static final String SENTINEL = "over-{y}{z}";

  /**
   * The data of the event that comes with a short reconnection time, before the replayed stream,
   * where the adapter has no option for it: a block of a reconnection time alone is a matter of its
   * own. With placeholders.
   */
  public static final String TAUGHT = "ready-{x}";

  /** What says in a record's variant that a stream was replayed. */
  public static final String DIMENSION = "over";

  /** What parsers have to be able to do, and every connection does. */
  private static final Set<String> GIVEN = Set.of("chunks", "events-before-eof");

  /** A wait of a second and more, which would be waited for. */
  private static final Pattern LONG_WAIT = Pattern.compile("retry: ?[0-9]{4}");

  /** A longer stream is not sent byte by byte: that shows nothing new and takes seconds. */
  private static final int SHORT = 2000;

  private Replay() {}

  /** Why the stream of a case is not replayed; empty where it is. */
  public static Optional<String> unfit(ParserCase one) {
    String latin = new String(one.stream().toArray(), StandardCharsets.ISO_8859_1);
    if (one.header().needs().contains("retry") || LONG_WAIT.matcher(latin).find()) {
      return Optional.of(
          "Of a client, the reconnection time shows in when it comes back: see client/retry and"
              + " client/reconnect.");
    }
    boolean emptyChunk =
        one.cuts().contains(0) || Set.copyOf(one.cuts()).size() < one.cuts().size();
    return emptyChunk
        ? Optional.of("A chunk without a byte would be the end of the response.")
        : Optional.empty();
  }

  /** The capabilities without which a client cannot show what the case looks at. */
  public static Set<String> needs(ParserCase one) {
    Set<String> needs = new TreeSet<>(one.header().needs());
    needs.removeAll(GIVEN);
    return needs;
  }

  /** The ways in which the stream is cut into chunks, each as a record's variant. */
  public static List<Map<String, String>> variants(ParserCase one) {
    List<String> chunkings =
        !one.cuts().isEmpty()
            ? List.of("given")
            : one.stream().length() > 1 && one.stream().length() <= SHORT
                ? List.of("whole", "bytes")
                : List.of("whole");
    return chunkings.stream().map(chunks -> Map.of(DIMENSION, "http", "chunks", chunks)).toList();
  }

  /** Every type that an event of the case may have, and the default; with placeholders. */
  public static List<String> types(ParserCase one) {
    return Stream.concat(
            Stream.of("message"),
            one.outcomes().stream()
                .map(Expected::events)
                .flatMap(Collection::stream)
                .map(Event::type))
        .distinct()
        .toList();
  }
}

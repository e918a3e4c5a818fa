package dev.ssespec.peer;

import dev.ssespec.report.TargetInfo;
import dev.ssespec.target.ClientTarget;
import java.util.List;
import java.util.Optional;

/**
 * An EventSource on plain sockets, written to be made wrong: it has one seam for each {@link
 * ClientFault} and {@link ClientOddball}. It is slow and simple, and nobody should use it for
 * anything but to prove that the cases find what they are for. Safe for all threads.
 *
 * <pre>{@code
 * var client = new PlainClient(PlainManner.with(ClientFault.IGNORES_RETRY));
 * }</pre>
 */
public final class PlainClient implements ClientTarget {
  private final PlainManner manner;
  private final PlainSiblings siblings = new PlainSiblings();

  /** A client that behaves like this. */
  public PlainClient(PlainManner manner) {
    this.manner = manner;
  }

  /** How it introduces itself. */
  public static TargetInfo info(String name) {
    return new TargetInfo(
        name,
        "",
        "Java",
        "",
        "eventsource",
        List.of(
            "opened",
            "error",
            "comments",
            "last-event-id",
            "origin",
            "reconnect",
            "retry-option",
            "initial-last-event-id",
            "headers",
            "method",
            "body",
            "with-credentials",
            "cors",
            "read-timeout",
            "close-in-handler",
            "object",
            "event-target",
            "tls"),
        "");
  }

  @Override
  public Optional<String> refusal(String address) {
    return manner.has(ClientFault.TAKES_ANY_ADDRESS)
        ? Optional.empty()
        : Optional.of("SyntaxError");
  }

  @Override
  public Source open(Options options, Ear ear) {
    var source = new PlainSource(manner, options, ear, siblings);
    siblings.add(options.url(), source);
    source.start();
    return manner.has(ClientFault.CLOSES_ALL_SOURCES)
        ? () -> siblings.of(options.url()).forEach(PlainSource::close)
        : source;
  }
}

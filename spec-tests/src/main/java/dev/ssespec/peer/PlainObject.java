package dev.ssespec.peer;

import dev.ssespec.parser.Event;
import dev.ssespec.peer.PlainPhases.Phase;
import dev.ssespec.target.ClientTarget;
import dev.ssespec.target.ShownObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a browser's object would be like that stands for a source: it hears what the source reports
 * before anybody else does. Safe for all threads.
 */
final class PlainObject implements ClientTarget.Ear {
  private final PlainManner manner;
  private final ClientTarget.Options options;
  private final ClientTarget.Ear ear;
  private int opens;
  private int messages;
  private int errors;
  private boolean failed;
  private URI url;

  PlainObject(PlainManner manner, ClientTarget.Options options, ClientTarget.Ear ear) {
    this.manner = manner;
    this.options = options;
    this.ear = ear;
    url = options.url();
  }

  /** A response came from there. */
  synchronized void cameFrom(URI answered) {
    if (manner.has(ClientFault.OBJECT_TAKES_URL_OF_REDIRECT)) {
      url = answered;
    }
  }

  synchronized ShownObject shown(Phase phase) {
    boolean negated = manner.has(ClientFault.OBJECT_NEGATES_CREDENTIALS);
    return new ShownObject(
        state(phase),
        url,
        manner.has(ClientFault.OBJECT_NUMBERS_STATES_FROM_ONE)
            ? List.of(1, 2, 3, 1, 2, 3)
            : ShownObject.CONSTANTS,
        Optional.of(
            new ShownObject.WebPart(
                options.withCredentials() != negated,
                manner.has(ClientFault.OBJECT_KNOWS_LISTENERS_ALONE)
                    ? List.of(0, 0, 0)
                    : List.of(opens, messages, errors),
                !manner.has(ClientFault.OBJECT_LENDS_ITS_EVENTS))));
  }

  private int state(Phase phase) {
    return switch (phase) {
      case CONNECTING -> manner.has(ClientFault.OBJECT_BEGINS_OPEN) && opens == 0 ? 1 : 0;
      case OPEN -> manner.has(ClientFault.OBJECT_STAYS_CONNECTING) ? 0 : 1;
      case WAITING -> manner.has(ClientFault.OBJECT_STAYS_OPEN_AT_LOSS) ? 1 : 0;
      case CLOSED -> closed();
    };
  }

  private int closed() {
    return manner.has(
            failed
                ? ClientFault.OBJECT_STAYS_CONNECTING_WHEN_FAILED
                : ClientFault.OBJECT_STAYS_OPEN_BEHIND_CLOSE)
        ? failed ? 0 : 1
        : 2;
  }

  @Override
  public void opened() {
    synchronized (this) {
      opens++;
    }
    ear.opened();
  }

  @Override
  public void event(Event event, String origin) {
    synchronized (this) {
      messages += event.type().equals("message") ? 1 : 0;
    }
    ear.event(event, origin);
  }

  @Override
  public void comment(String text) {
    ear.comment(text);
  }

  @Override
  public void reconnecting(String reason) {
    synchronized (this) {
      errors++;
    }
    ear.reconnecting(reason);
  }

  @Override
  public void failed(String reason) {
    synchronized (this) {
      errors++;
      failed = true;
    }
    ear.failed(reason);
  }
}

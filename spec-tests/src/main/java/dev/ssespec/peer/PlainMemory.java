package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What outlives a connection: the last event ID string. For use by one thread. */
final class PlainMemory {
  private static final int LONG = 8000;

  private final PlainManner manner;
  private final URI url;
  private final PlainSiblings siblings;
  private final String initialId;
  private final List<String> allSent = new ArrayList<>();
  private String lastEventId;
  private String toSend;
  private String first;
  private String sentOnce = "";
  private boolean firstRequest = true;

  PlainMemory(PlainManner manner, String initialId, URI url, PlainSiblings siblings) {
    this.manner = manner;
    this.url = url;
    this.siblings = siblings;
    this.initialId = initialId;
    lastEventId = initialId;
    first = initialId;
    toSend = manner.has(IGNORES_INITIAL_ID) ? "" : initialId;
  }

  /** The last event ID string. */
  String lastEventId() {
    return lastEventId;
  }

  /** The last event ID buffer has been copied. */
  void commit(String id) {
    if (!id.isEmpty() || !manner.has(KEEPS_STALE_ID_AFTER_RESET)) {
      toSend = id;
    }
    lastEventId = id;
    if (!id.isEmpty()) {
      siblings.seen(url, id);
    }
    first = first.isEmpty() ? id : first;
  }

  /** An id field was read. */
  void seen(String id) {
    if (manner.has(COMMITS_ID_AT_FIELD)) {
      toSend = id;
    }
  }

  /** An attempt found nobody. */
  void refused() {
    if (manner.has(FORGETS_ID_AFTER_FAILED_ATTEMPT)) {
      toSend = "";
    }
  }

  /**
   * The values of Last-Event-ID for a connection that is about to be made.
   *
   * @throws IOException where a fault makes an id unspeakable
   */
  List<byte[]> headerValues() throws IOException {
    List<String> ids = ids();
    firstRequest = false;
    List<byte[]> values = new ArrayList<>();
    for (String id : ids) {
      values.add(bytes(id));
    }
    return values;
  }

  private List<String> ids() {
    if (manner.has(NEVER_SENDS_ID)) {
      return List.of();
    }
    if (manner.has(INITIAL_ID_WINS) && !initialId.isEmpty()) {
      return List.of(initialId);
    }
    String id = manner.has(REMEMBERS_FIRST_ID_ALONE) ? first : toSend;
    if (manner.has(SHARES_ID_AMONG_SOURCES) && !firstRequest && first.isEmpty()) {
      id = siblings.id(url);
    }
    if (id.isEmpty()) {
      boolean blank =
          (manner.has(SENDS_BLANK_ID_AT_FIRST) && firstRequest)
              || (manner.has(SENDS_BLANK_ID_AFTER_RESET) && !first.isEmpty());
      return blank ? List.of("") : List.of();
    }
    if (manner.has(ADDS_ONE_HEADER_FOR_EACH_ID)) {
      allSent.add(id);
      return allSent;
    }
    boolean zero = manner.has(TAKES_ZERO_FOR_NOTHING) && id.equals("0");
    boolean again = manner.has(SENDS_ID_ONCE) && id.equals(sentOnce);
    return zero || again || (manner.is(ClientOddball.LEAVES_OUT_ODD_IDS) && odd(id))
        ? List.of()
        : List.of(id);
  }

  /** The request with the values has been sent. */
  void sent() {
    sentOnce = toSend;
  }

  private byte[] bytes(String id) throws IOException {
    boolean dead =
        (manner.has(DIES_OF_ID_BEYOND_LATIN) && id.chars().anyMatch(c -> c > 0xFF))
            || (manner.has(DIES_OF_CONTROL_IN_ID) && id.chars().anyMatch(c -> c < 0x20))
            || (manner.has(DIES_OF_SPACES_IN_ID) && !id.equals(id.strip()))
            || (manner.has(DIES_OF_LONG_ID) && id.length() > LONG);
    if (dead) {
      throw new IOException("the id cannot be a header");
    }
    String value = manner.has(CUTS_LONG_ID) && id.length() > LONG ? id.substring(0, LONG) : id;
    if (manner.has(SENDS_TAB_AS_SPACE)) {
      value = value.replace('\t', ' ');
    }
    if (manner.has(ESCAPES_ID)) {
      value = value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
    return value.getBytes(
        manner.has(SENDS_ID_AS_LATIN) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  private static boolean odd(String id) {
    return id.length() > LONG || id.chars().anyMatch(c -> c < 0x20 && c != '\t');
  }
}

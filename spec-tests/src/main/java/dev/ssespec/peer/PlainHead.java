package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The head of a response. */
final class PlainHead {
  private static final String TYPE = "text/event-stream";

  private final PlainManner manner;
  private final String version;
  private final int status;
  private final Map<String, String> fields;

  private PlainHead(PlainManner manner, String version, int status, Map<String, String> fields) {
    this.manner = manner;
    this.version = version;
    this.status = status;
    this.fields = fields;
  }

  /** Reads the head of the final response; informational ones before it are skipped. */
  static PlainHead read(PlainManner manner, InputStream in) throws IOException, PlainFailure {
    PlainHead head = readOne(manner, in);
    while (head.status < 200 && !manner.has(TAKES_EARLY_RESPONSE_FOR_ANSWER)) {
      head = readOne(manner, in);
    }
    return head;
  }

  private static PlainHead readOne(PlainManner manner, InputStream in)
      throws IOException, PlainFailure {
    String[] start = PlainBytes.line(in).split(" ", 3);
    if (start.length < 2 || !start[1].matches("[1-5][0-9][0-9]")) {
      throw new IOException("no status line");
    }
    if (manner.has(WANTS_REASON_PHRASE) && (start.length < 3 || start[2].isEmpty())) {
      throw new PlainFailure("no reason phrase");
    }
    if (manner.has(REFUSES_HTTP_ONE_ZERO) && start[0].equals("HTTP/1.0")) {
      throw new PlainFailure("too old a version");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line = PlainBytes.line(in); !line.isEmpty(); line = PlainBytes.line(in)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, Math.max(0, colon));
      String key =
          manner.has(WANTS_HEADER_NAMES_IN_CAPITALS) ? name : name.toLowerCase(Locale.ROOT);
      fields.put(key, line.substring(colon + 1).strip());
    }
    return new PlainHead(manner, start[0], Integer.parseInt(start[1]), fields);
  }

  int status() {
    return status;
  }

  boolean isOneZero() {
    return version.equals("HTTP/1.0");
  }

  /** The value of a field; {@code name} as it is mostly written. */
  Optional<String> field(String name) {
    String key = manner.has(WANTS_HEADER_NAMES_IN_CAPITALS) ? name : name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(fields.get(key));
  }

  /** Refuses whatever is not an event stream. */
  void check(boolean firstConnection) throws IOException, PlainFailure {
    boolean asked = firstConnection || !manner.has(CHECKS_STATUS_AT_FIRST_ALONE);
    if (status == 204 && manner.has(COMES_BACK_AFTER_NO_CONTENT)) {
      throw new IOException("nothing there yet");
    }
    if (status == 401 && manner.has(COMES_BACK_AFTER_UNAUTHORIZED)) {
      throw new IOException("not let in yet");
    }
    if (status == 503 && manner.has(OBEYS_RETRY_AFTER) && field("Retry-After").isPresent()) {
      throw new IOException("to be asked later");
    }
    if (status >= 500 && manner.has(COMES_BACK_AFTER_SERVER_ERROR)) {
      throw new IOException("the server is not well");
    }
    if (manner.has(REFUSES_CONTENT_LENGTH) && field("Content-Length").isPresent()) {
      throw new PlainFailure("a stream with an end");
    }
    boolean success = manner.has(READS_EVERY_SUCCESS) && status / 100 == 2;
    if (status != 200 && asked && !success && !manner.has(READS_ANY_STATUS)) {
      throw new PlainFailure("status " + status);
    }
    boolean typeAsked = firstConnection || !manner.has(CHECKS_TYPE_AT_FIRST_ALONE);
    if (typeAsked && !manner.has(READS_ANY_TYPE) && !typeFits(field("Content-Type").orElse(""))) {
      throw new PlainFailure("content type " + field("Content-Type").orElse("missing"));
    }
  }

  private boolean typeFits(String type) {
    if (type.isEmpty()) {
      return manner.has(READS_UNTYPED);
    }
    if (manner.has(COMPARES_WHOLE_HEADER)) {
      return type.equalsIgnoreCase(TYPE);
    }
    String lower = manner.has(COMPARES_TYPE_WITH_CASE) ? type : type.toLowerCase(Locale.ROOT);
    if (manner.has(COMPARES_TYPE_BY_PREFIX)) {
      return lower.startsWith(TYPE);
    }
    if (manner.has(LOOKS_FOR_TYPE_ANYWHERE)) {
      return lower.contains(TYPE);
    }
    boolean refused = manner.is(ClientOddball.REFUSES_OTHER_CHARSETS) && lower.contains("iso-");
    return !refused && lower.split(";", 2)[0].strip().equals(TYPE);
  }

  /** How the body is decoded. */
  Charset charset() {
    boolean latin =
        field("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("iso-8859-1");
    return latin && manner.has(DECODES_BY_CHARSET)
        ? StandardCharsets.ISO_8859_1
        : StandardCharsets.UTF_8;
  }
}

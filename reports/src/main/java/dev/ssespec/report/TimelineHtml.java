package dev.ssespec.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What passed, in order: when, which way, what. */
final class TimelineHtml {
  /** Entries of one table; the record has the rest. */
  static final int LIMIT = 120;

  private static final int LONGEST_TEXT = 2500;

  private final Html html;

  TimelineHtml(Html html) {
    this.html = html;
  }

  void table(List<TranscriptEntry> transcript) {
    html.open("div").leaf("div", "what passed", "class", "label");
    html.open("table", "class", "timeline").open("thead").open("tr");
    html.leaf("th", "since start", "class", "t").leaf("th", "→ out · ← in", "class", "d");
    html.leaf("th", "what").close().close().open("tbody");
    long before = 0;
    for (var entry : transcript.subList(0, Math.min(LIMIT, transcript.size()))) {
      row(entry, before);
      before = entry.atMicros();
    }
    html.close().close();
    if (transcript.size() > LIMIT) {
      html.leaf(
          "p",
          "The first " + LIMIT + " of " + transcript.size() + " entries; run.ndjson has them all.",
          "class",
          "note");
    }
    html.close();
  }

  private void row(TranscriptEntry entry, long before) {
    html.open("tr", "class", style(entry.kind()));
    html.open("td", "class", "t").text(micros(entry.atMicros()));
    html.leaf("small", "+" + micros(entry.atMicros() - before)).close();
    html.open("td", "class", "d").leaf("i", arrow(entry.kind())).leaf("b", word(entry.kind()));
    var place = place(entry);
    if (!place.isEmpty()) {
      html.leaf("small", place);
    }
    html.close().open("td");
    content(entry);
    html.close().close().newline();
  }

  private void content(TranscriptEntry entry) {
    if (!entry.text().isEmpty()) {
      html.leaf("div", Visible.cut(entry.text(), LONGEST_TEXT), "class", "message");
    }
    if (entry.bytes().length() > 0) {
      new BytesHtml(html).view(List.of(entry.bytes()));
    }
    var chunks = chunks(entry);
    if (!chunks.isEmpty()) {
      new BytesHtml(html).view(chunks);
    }
  }

  /** The bytes that a parser was told to read. */
  private static List<Bytes> chunks(TranscriptEntry entry) {
    if (entry.kind() != TranscriptEntry.Kind.TOLD || !entry.text().contains("\"chunks\"")) {
      return List.of();
    }
    var out = new ArrayList<Bytes>();
    try {
      var message = RunJson.parse(entry.text().getBytes(StandardCharsets.UTF_8));
      for (JsonNode chunk : message.path("chunks")) {
        if (chunk instanceof TextNode text) {
          out.add(Bytes.fromBase64(text.textValue()));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
    return out;
  }

  /** {@code 2 006 200 µs}. */
  private static String micros(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u2009') + " µs";
  }

  private static String place(TranscriptEntry entry) {
    if (entry.connection() == 0) {
      return "";
    }
    return "connection "
        + entry.connection()
        + (entry.request() == 0 ? "" : ", request " + entry.request());
  }

  private static String style(TranscriptEntry.Kind kind) {
    return switch (kind) {
      case TOLD, WROTE -> "out";
      case SAID, REQUEST, REQUEST_BODY, READ, RESPONSE -> "in";
      case NOISE, EXITED, DEADLINE -> "bad";
      case CONNECTED, ENDED, PEER_ENDED, NOTE -> "quiet";
    };
  }

  private static String arrow(TranscriptEntry.Kind kind) {
    return switch (kind) {
      case TOLD, WROTE, ENDED -> "→";
      case SAID, NOISE, REQUEST, REQUEST_BODY, READ, RESPONSE, PEER_ENDED, EXITED -> "←";
      case CONNECTED -> "↔";
      case DEADLINE, NOTE -> "·";
    };
  }

  private static String word(TranscriptEntry.Kind kind) {
    return switch (kind) {
      case TOLD -> "told";
      case SAID -> "said";
      case NOISE -> "noise";
      case EXITED -> "exited";
      case REQUEST -> "request";
      case REQUEST_BODY -> "request body";
      case WROTE -> "wrote";
      case READ -> "read";
      case RESPONSE -> "response";
      case CONNECTED -> "connected";
      case ENDED -> "ended";
      case PEER_ENDED -> "peer ended";
      case DEADLINE -> "deadline";
      case NOTE -> "note";
    };
  }
}

package dev.ssespec.peer;

import dev.ssespec.parser.EventStreamWriter;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.parser.WriteResult;
import dev.ssespec.target.ServerTarget.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What an event looks like on the wire. The sound one is the kit's own writer; where there is a
 * fault or an oddity, plain code does the same, but for that. For use by one thread at a time.
 */
final class ToldEncoder {
  private final ToldTraits traits;
  private final ToldData data;
  private final ToldLine line;
  private @Nullable String typeBefore;
  private OptionalLong retryBefore = OptionalLong.empty();
  private int ids;

  ToldEncoder(ToldTraits traits) {
    this.traits = traits;
    data = new ToldData(traits);
    line = new ToldLine(traits);
  }

  /**
   * The block.
   *
   * @throws RefusedException if the event cannot be sent
   */
  String block(OutgoingEvent event) {
    if (traits.isSound()) {
      WriteResult result = EventStreamWriter.write(event);
      if (result instanceof WriteResult.Refused refused) {
        throw new RefusedException(refused.reason());
      }
      return ((WriteResult.Written) result).text();
    }
    String block =
        event.comment().isPresent() ? comment(event.comment().get()) : block(event, fields(event));
    String ends = traits.has(ToldOddball.CRLF) ? "\r\n" : traits.has(ToldOddball.CR) ? "\r" : "\n";
    return ends.equals("\n") ? block : block.replace("\n", ends);
  }

  private String block(OutgoingEvent event, String fields) {
    boolean empty = event.data().isEmpty();
    if (empty && traits.has(ToldFault.NO_DATA_LOST)) {
      return "";
    }
    String blank = empty && traits.has(ToldFault.NO_DATA_UNENDED) ? "" : "\n";
    String before = traits.has(ToldOddball.LEADING_BLANK_LINES) ? "\n\n" : "";
    String own = traits.has(ToldOddball.FIELD_OF_ITS_OWN) ? "origin: peer\n" : "";
    return before + own + fields + blank;
  }

  private String comment(String value) {
    if (traits.has(ToldFault.COMMENT_LOST)) {
      return "";
    }
    if (traits.has(ToldFault.COMMENT_AS_EVENT)) {
      return "data: : " + line.of("comment", value).orElse("") + "\n\n";
    }
    String text = line.of("comment", data.text(value)).orElse("");
    if (traits.has(ToldFault.COMMENT_ASCII_REFUSED)) {
      text = text.replaceAll("[^\\x00-\\x7f]", "?");
    }
    boolean field = text.startsWith("data: ") && traits.has(ToldFault.COMMENT_FIELD_RAW);
    boolean colon = text.startsWith(":") && traits.has(ToldFault.COMMENT_COLON_LOST);
    String end =
        traits.has(ToldFault.COMMENT_UNENDED)
            ? ""
            : traits.has(ToldOddball.BARE_COMMENTS) ? "\n" : "\n\n";
    return (field || colon ? "" : ":") + text + end;
  }

  private String fields(OutgoingEvent event) {
    if (event.equals(OutgoingEvent.empty())) {
      throw new RefusedException("nothing to send");
    }
    if (traits.has(ToldFault.FIELDS_AS_DATA)
        && event.type().isPresent()
        && event.id().isPresent()) {
      return "data: {\"type\":\"" + event.type().get() + "\"}\n";
    }
    String fields = type(event) + id(event) + retry(event);
    String lines = dataLines(event);
    return traits.has(ToldOddball.DATA_FIRST) ? lines + fields : fields + lines;
  }

  private String type(OutgoingEvent event) {
    Optional<String> type = event.type();
    if (traits.has(ToldFault.TYPE_KEPT)) {
      String kept = typeBefore;
      typeBefore = type.orElse(null);
      type = type.isPresent() || kept == null ? type : Optional.of(kept);
    }
    if (type.isEmpty()) {
      return traits.has(ToldOddball.NAMES_EVERY_EVENT) ? "event: message\n" : "";
    }
    String value = type.get();
    if (traits.has(ToldFault.TYPE_ASCII_REFUSED) && !value.matches("\\p{ASCII}*")) {
      throw new RefusedException("a type beyond ASCII");
    }
    if (value.isEmpty()) {
      return traits.has(ToldFault.TYPE_EMPTY_NAMED) ? "event: undefined\n" : "";
    }
    if ((value.equals("0") && traits.has(ToldFault.ZERO_LEFT_OUT))
        || traits.has(ToldFault.TYPE_LOST)) {
      return "";
    }
    value =
        traits.has(ToldFault.TYPE_CUT_AT_SEPARATOR)
            ? value.split("[\u0085\u2028\u000B]", 2)[0]
            : value;
    String end = traits.has(ToldFault.BLANK_LINE_BEHIND_TYPE) ? "\n\n" : "\n";
    return line.of("event", data.text(value)).map(text -> name("event", text) + end).orElse("");
  }

  private String id(OutgoingEvent event) {
    if (event.id().isEmpty()) {
      return traits.has(ToldOddball.OWN_IDS) && event.data().isPresent()
          ? "id: own-" + ++ids + "\n"
          : "";
    }
    String value = event.id().get();
    boolean leftOut =
        traits.has(ToldFault.ID_LOST)
            || (value.isEmpty() && traits.has(ToldFault.ID_EMPTY_LEFT_OUT))
            || (value.equals("0") && traits.has(ToldFault.ZERO_LEFT_OUT))
            || (!value.matches("\\p{ASCII}*") && traits.has(ToldFault.ID_ASCII_LEFT_OUT));
    if (traits.has(ToldFault.ID_LONG_CUT) && value.length() > 1024) {
      value = value.substring(0, 1024);
    }
    return leftOut
        ? ""
        : line.of("id", data.text(value)).map(text -> name("id", text) + "\n").orElse("");
  }

  private String name(String field, String value) {
    boolean spaceless = traits.has(ToldOddball.NO_SPACE) && !value.startsWith(" ");
    return field + (spaceless ? ":" : ": ") + value;
  }

  private String retry(OutgoingEvent event) {
    if (event.retry().isEmpty() || traits.has(ToldFault.RETRY_LOST)) {
      return "";
    }
    long millis = event.retry().getAsLong();
    if (millis < 0 && !traits.has(ToldFault.RETRY_NEGATIVE_SENT)) {
      throw new RefusedException("a negative reconnection time");
    }
    if ((millis == 0 && traits.has(ToldFault.RETRY_ZERO_LEFT_OUT))
        || (traits.has(ToldFault.RETRY_ONCE) && event.retry().equals(retryBefore))) {
      return "";
    }
    retryBefore = event.retry();
    millis = traits.has(ToldFault.RETRY_IN_WHOLE_SECONDS) ? millis / 1000 : millis;
    millis = traits.has(ToldFault.RETRY_WRAPS) ? (int) millis : millis;
    String digits =
        traits.has(ToldFault.RETRY_SCIENTIFIC) && millis > Integer.MAX_VALUE
            ? Double.toString((double) millis)
            : Long.toString(millis);
    return "retry: " + digits + "\n";
  }

  private String dataLines(OutgoingEvent event) {
    if (event.data().isEmpty()) {
      return traits.has(ToldFault.NO_DATA_AS_EMPTY) ? "data: \n" : "";
    }
    if (data.isLeftOut(event.data().get())) {
      return "";
    }
    var text = new StringBuilder();
    List<String> lines = data.lines(event.data().get());
    for (int i = 0; i < lines.size(); i++) {
      text.append(data.field(lines.get(i), i == 0));
    }
    return text.toString();
  }
}

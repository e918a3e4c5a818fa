package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.fail;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.cases.Visit;
import dev.ssespec.http.HeaderField;
import dev.ssespec.http.MessageHead;
import dev.ssespec.report.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** HTTP/1.x underneath the stream. */
final class EndpointFraming {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final List<String> HOP_BY_HOP =
      List.of("Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Proxy-Connection");

  private EndpointFraming() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(EndpointRule.HEAD_WELL_FORMED, EndpointFraming::form);
    rules.put(EndpointRule.ONE_FRAMING, EndpointFraming::oneFraming);
    rules.put(EndpointRule.FRAMING_HOLDS, EndpointFraming::holds);
    rules.put(EndpointRule.NO_FIXED_LENGTH, EndpointFraming::noLength);
    rules.put(EndpointRule.NO_CODING_FOR_OLD_HTTP, EndpointFraming::oldHttp);
    rules.put(EndpointRule.HOP_BY_HOP_FIELDS, EndpointFraming::hopByHop);
  }

  private static Judgement form(EndpointSight sight) {
    EndpointExchange watch = sight.watch();
    Optional<MessageHead> head = watch.head();
    Optional<String> broken = watch.note("no HTTP: ");
    if (head.isEmpty()) {
      return broken
          .map(what -> fail(Failure.PROTOCOL, "No HTTP: " + what + ".", "a head", what))
          .orElseGet(sight::unopened);
    }
    for (HeaderField field : head.get().fields()) {
      if (!field.name().matches(TOKEN) || field.value().matches("(?s).*[\0-\u0008\n-\u001f].*")) {
        return fail(
            Failure.PROTOCOL,
            "The head holds a field that HTTP does not allow.",
            "a token, a colon, and a value without control characters",
            field.name() + ": " + field.value());
      }
    }
    return Judgement.pass();
  }

  private static Judgement oneFraming(EndpointSight sight) {
    MessageHead head = sight.head();
    List<String> codings = head.all("Transfer-Encoding");
    if (!codings.isEmpty() && head.first("Content-Length").isPresent()) {
      return fail(
          Failure.PROTOCOL,
          "The head has both Transfer-Encoding and Content-Length.",
          "one of them",
          String.join(", ", codings) + " and " + head.first("Content-Length").orElse(""));
    }
    long chunked =
        codings.stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .filter(coding -> coding.strip().toLowerCase(Locale.ROOT).equals("chunked"))
            .count();
    return chunked > 1
        ? fail(
            Failure.PROTOCOL,
            "The head says chunked " + chunked + " times.",
            "chunked",
            String.join(", ", codings))
        : Judgement.pass();
  }

  private static Judgement holds(EndpointSight sight) {
    EndpointExchange watch = sight.watch();
    String error = watch.note("no HTTP: ").orElse(sight.stream().body().framingError());
    if (!error.isEmpty()) {
      return fail(
          Failure.PROTOCOL, "The chunks of the body are broken.", "chunks to the end", error);
    }
    return switch (watch.peerEnd()) {
      case "truncated" ->
          fail(
              Failure.PROTOCOL,
              "The endpoint closed the connection in the middle of the body.",
              "the last chunk, or all of Content-Length",
              "the end of the connection");
      case "reset" ->
          Judgement.nonStrict("reset", "The endpoint reset the connection while it was watched.");
      default -> Judgement.pass();
    };
  }

  private static Judgement noLength(EndpointSight sight) {
    Optional<String> length = sight.head().first("Content-Length");
    boolean alone = sight.head().first("Transfer-Encoding").isEmpty();
    return length.isPresent() && alone
        ? Judgement.nonStrict(
            "fixed length", "The length was known beforehand: " + length.get() + " bytes.")
        : Judgement.pass();
  }

  private static Judgement oldHttp(EndpointSight sight) {
    EndpointExchange old = sight.only(Visit.OLD_HTTP);
    if (old.head().isEmpty()) {
      String words = "HTTP/1.0 was answered with " + old.inWords() + ".";
      return old.ranOut()
          ? Judgement.inconclusive(words)
          : Judgement.nonStrict("refuses HTTP/1.0", words);
    }
    Optional<String> coding = old.head().get().first("Transfer-Encoding");
    return coding.isPresent()
        ? fail(
            Failure.PROTOCOL,
            "HTTP/1.0 was answered with Transfer-Encoding: " + coding.get() + ".",
            "no transfer coding",
            coding.get())
        : Judgement.pass();
  }

  private static Judgement hopByHop(EndpointSight sight) {
    List<String> seen =
        sight.head().fields().stream()
            .filter(field -> HOP_BY_HOP.stream().anyMatch(field::isNamed))
            .map(field -> field.name() + ": " + field.value())
            .toList();
    return EndpointSight.info(
        seen.isEmpty()
            ? "No field of the head is meant for this connection alone."
            : "For this connection alone: " + String.join(", ", seen) + ".");
  }
}

package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static String maskedBytes(TranscriptEntry.Kind kind, String bytes) {
    var entry = new TranscriptEntry(1, kind, 1, 1, "", Bytes.utf8(bytes));
    return Secrets.masked(entry).bytes().text();
  }

  private static String maskedText(TranscriptEntry.Kind kind, String text) {
    return Secrets.masked(TranscriptEntry.of(1, kind, text)).text();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUEST", "WROTE", "READ", "NOISE"})
  void areMaskedInTheHeadOfARequest(TranscriptEntry.Kind kind) {
    assertThat(
            maskedBytes(
                kind,
                crlf(
                    "GET /s?a=1&access_token=abc HTTP/1.1",
                    "Host: x",
                    "AUTHORIZATION: Bearer abc",
                    "Cookie:a=b",
                    "  ; c=d",
                    "X-Api-Key: k",
                    "Accept: text/event-stream",
                    "",
                    "Cookie: in the body")))
        .isEqualTo(
            crlf(
                "GET /s?a=1&access_token=*** HTTP/1.1",
                "Host: x",
                "AUTHORIZATION: ***",
                "Cookie:***",
                "X-Api-Key: ***",
                "Accept: text/event-stream",
                "",
                "Cookie: in the body"));
  }

  private static String crlf(String... lines) {
    return String.join("\r\n", lines);
  }

  @Test
  void leaveTheBytesOfAStreamAlone() {
    assertThat(maskedBytes(TranscriptEntry.Kind.WROTE, "cookie: a\ntoken: b\ndata: x\n\n"))
        .isEqualTo("cookie: a\ntoken: b\ndata: x\n\n");
  }

  @Test
  void leaveALoneWordWithinATextAlone() {
    var data = "token: a\nsession: b\nX-Auth-Token: c\nCookie: d";
    assertThat(SecretTree.masked(TextNode.valueOf(data)).textValue())
        .isEqualTo("token: a\nsession: b\nX-Auth-Token: ***\nCookie: ***");
  }

  @Test
  void areMaskedInTheHeadOfAResponse() {
    assertThat(
            maskedBytes(
                TranscriptEntry.Kind.RESPONSE, "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\n\r\n"))
        .isEqualTo("HTTP/1.1 200 OK\r\nSet-Cookie: ***\r\n\r\n");
  }

  @Test
  void areMaskedInWhatAnAdapterIsTold() {
    assertThat(
            maskedText(
                TranscriptEntry.Kind.TOLD,
                "{\"op\":\"open\",\"withCredentials\":true,\"headers\":{\"authorization\":\"Basic abc\",\"x-a\":\"b\"}}"))
        .isEqualTo(
            "{\"op\":\"open\",\"withCredentials\":true,\"headers\":{\"authorization\":\"***\",\"x-a\":\"b\"}}");
  }

  @Test
  void leaveAMessageWithoutAnyAsItIs() {
    var message = "{ \"op\" : \"event\", \"event\":{\"data\":\"é\"}}";
    assertThat(maskedText(TranscriptEntry.Kind.SAID, message)).isEqualTo(message);
  }

  @Test
  void areMaskedOnTheCommandLine() {
    var header = Make.header("x");
    var argv =
        List.of(
            "server",
            "https://me:pw@host/events?token=abc",
            "--header",
            "Authorization: Bearer abc",
            "--header=X-Api-Key: k",
            "--password",
            "pw",
            "--api-key=k",
            "--seed",
            "4");
    assertThat(
            Secrets.masked(
                    new RunHeader(
                        1, header.kit(), header.target(), "server-url", 4, argv, Map.of()))
                .argv())
        .containsExactly(
            "server",
            "https://***@host/events?token=***",
            "--header",
            "Authorization: ***",
            "--header=X-Api-Key: ***",
            "--password",
            "***",
            "--api-key=***",
            "--seed",
            "4");
  }

  @Test
  void areMaskedInTheCommandThatRepeatsACase() {
    assertThat(
            Secrets.maskedCommand("./ssespec server http://h/ -H 'Cookie: a=b; c=d' --only S-001"))
        .isEqualTo("./ssespec server http://h/ -H 'Cookie: ***' --only S-001");
  }

  @Test
  void areMaskedInWhatWasCompared() {
    assertThat(
            SecretTree.masked(
                Make.json(
                    "{\"headers\":[{\"name\":\"Cookie\",\"value\":\"a=b\"},{\"name\":\"Accept\",\"value\":\"x\"}],"
                        + "\"set-cookie\":[\"a\",\"b\"],\"n\":1}")))
        .isEqualTo(
            Make.json(
                "{\"headers\":[{\"name\":\"Cookie\",\"value\":\"***\"},{\"name\":\"Accept\",\"value\":\"x\"}],"
                    + "\"set-cookie\":[\"***\",\"***\"],\"n\":1}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "proxy-authorization",
        "COOKIE",
        "Set-Cookie",
        "X-Api-Key",
        "apikey",
        "X-Auth-Token",
        "access_token",
        "X-Amz-Security-Token",
        "client-secret"
      })
  void areKnownByTheName(String name) {
    assertThat(SecretNames.has(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "Last-Event-ID",
        "Host",
        "author",
        "authority",
        "withCredentials",
        "WWW-Authenticate",
        "id",
        "design"
      })
  void areNotSuspectedEverywhere(String name) {
    assertThat(SecretNames.has(name)).isFalse();
  }

  @Test
  void areMaskedHoweverLongAndFolded() {
    var folded = "Cookie: a\r\n" + " b\r\n".repeat(100_000) + "\r\n";
    assertThat(maskedBytes(TranscriptEntry.Kind.REQUEST, folded)).isEqualTo("Cookie: ***\r\n\r\n");
    var line = "A".repeat(1_000_000);
    assertThat(maskedBytes(TranscriptEntry.Kind.NOISE, line)).isEqualTo(line);
    assertThat(maskedBytes(TranscriptEntry.Kind.READ, line)).isEqualTo(line);
  }

  @Test
  void stayMaskedAsTheyAre() {
    var once = Secrets.masked(Sample.run());
    assertThat(Secrets.masked(once)).isEqualTo(once);
  }
}

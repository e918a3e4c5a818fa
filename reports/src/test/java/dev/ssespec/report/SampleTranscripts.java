package dev.ssespec.report;

import static dev.ssespec.report.TranscriptEntry.Kind.CONNECTED;
import static dev.ssespec.report.TranscriptEntry.Kind.DEADLINE;
import static dev.ssespec.report.TranscriptEntry.Kind.ENDED;
import static dev.ssespec.report.TranscriptEntry.Kind.EXITED;
import static dev.ssespec.report.TranscriptEntry.Kind.NOISE;
import static dev.ssespec.report.TranscriptEntry.Kind.NOTE;
import static dev.ssespec.report.TranscriptEntry.Kind.PEER_ENDED;
import static dev.ssespec.report.TranscriptEntry.Kind.REQUEST;
import static dev.ssespec.report.TranscriptEntry.Kind.SAID;
import static dev.ssespec.report.TranscriptEntry.Kind.TOLD;
import static dev.ssespec.report.TranscriptEntry.Kind.WROTE;

import java.util.ArrayList;
import java.util.List;

/** What passes in a parser's and a client's case: long, hostile, with credentials. */
final class SampleTranscripts {
  private SampleTranscripts() {}

  static List<TranscriptEntry> parser(CaseAbout about, Failure failure) {
    var out = new ArrayList<TranscriptEntry>();
    var chunks = RunJson.node().put("op", "parse").put("id", "17");
    var array = chunks.putArray("chunks");
    for (var part :
        List.of(
            "id: 1\r",
            "\ndata: a\r\n\r\n",
            "data: second line\ndata: third \u00e9\n\n",
            "\u0000")) {
      array.add(Bytes.utf8(part).base64());
    }
    chunks.put("eof", true);
    out.add(TranscriptEntry.of(41, TOLD, RunJson.text(chunks)));
    if (about.code().equals("P-080")) {
      out.add(
          new TranscriptEntry(
              300, NOISE, 0, 0, "", Bytes.utf8("DEBUG " + Sample.HOSTILE + "x".repeat(6000))));
      for (int i = 0; i < 400; i++) {
        out.add(TranscriptEntry.of(400 + i, NOTE, "part " + i));
      }
    }
    if (failure == Failure.CRASH) {
      out.add(
          TranscriptEntry.of(
              1893, EXITED, "exit code 134: thread panicked at src/lib.rs:88 " + Sample.HOSTILE));
    } else {
      out.add(
          TranscriptEntry.of(
              1893,
              SAID,
              "{\"op\":\"parsed\",\"id\":\"17\",\"events\":[{\"type\":\"message\",\"data\":\"<b>a</b>\",\"lastEventId\":\"1\"}],\"retry\":null}"));
    }
    return out;
  }

  static List<TranscriptEntry> client() {
    var head =
        "GET /s/9f2 HTTP/1.1\r\nHost: 127.0.0.1:41873\r\nAccept: text/event-stream\r\nAuthorization: Bearer hunter2\r\nCookie: session=hunter2\r\n\r\n";
    return List.of(
        TranscriptEntry.of(12, NOTE, "first connection"),
        TranscriptEntry.of(
            60,
            TOLD,
            "{\"op\":\"open\",\"id\":\"c1\",\"url\":\"http://127.0.0.1:41873/s/9f2\",\"headers\":{\"Authorization\":\"Bearer hunter2\"}}"),
        new TranscriptEntry(4100, CONNECTED, 1, 0, "", Bytes.none()),
        new TranscriptEntry(4180, REQUEST, 1, 1, "GET /s/9f2 HTTP/1.1", Bytes.utf8(head)),
        new TranscriptEntry(
            4420,
            WROTE,
            1,
            1,
            "",
            Bytes.utf8(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")),
        TranscriptEntry.of(4900, SAID, "{\"op\":\"opened\",\"id\":\"c1\"}"),
        new TranscriptEntry(5010, WROTE, 1, 1, "", Bytes.utf8("6\r\nid: 7\n\r\n")),
        new TranscriptEntry(5090, WROTE, 1, 1, "", Bytes.utf8("9\r\ndata: \u00e9\n\n\r\n")),
        TranscriptEntry.of(
            5600,
            SAID,
            "{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"message\",\"data\":\"\u00e9\",\"lastEventId\":\"7\"}}"),
        new TranscriptEntry(5700, ENDED, 1, 1, "reset", Bytes.none()),
        TranscriptEntry.of(
            6100,
            SAID,
            "{\"op\":\"error\",\"id\":\"c1\",\"state\":\"closed\",\"message\":\"Connection reset\"}"),
        TranscriptEntry.of(2_006_200, DEADLINE, "a second request"),
        new TranscriptEntry(2_006_300, PEER_ENDED, 1, 0, "end", Bytes.none()));
  }
}

package dev.ssespec.run;

import dev.ssespec.report.TranscriptEntry;
import java.util.List;

/**
 * All that passed between the kit and an endpoint.
 *
 * @param unreachable why no connection could be made; empty where one was
 * @param millis how long it took
 */
record EndpointRecording(List<TranscriptEntry> entries, String unreachable, long millis) {
  EndpointRecording {
    entries = List.copyOf(entries);
  }

  static EndpointRecording of(Transcript transcript) {
    return new EndpointRecording(transcript.entries(), "", transcript.elapsedMillis());
  }

  static EndpointRecording unreachable(Transcript transcript, String why) {
    return new EndpointRecording(transcript.entries(), why, transcript.elapsedMillis());
  }
}

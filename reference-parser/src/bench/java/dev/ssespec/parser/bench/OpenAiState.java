package dev.ssespec.parser.bench;

import com.openai.core.handlers.SseStateAccess;
import com.openai.core.http.SseMessage;

/** The peer's line decoder, without the JSON that its client reads from each message. */
final class OpenAiState {

  private final SseStateAccess state = new SseStateAccess();

  void line(String line, Sink sink) {
    SseMessage message = state.decode(line);
    if (message != null && !message.getData().isEmpty()) {
      String type = message.getEvent();
      String id = message.getId();
      sink.event(type == null ? "message" : type, message.getData(), id == null ? "" : id);
    }
  }
}

package com.openai.core.handlers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.core.http.SseMessage;
import java.util.ArrayList;

/** Reaches the peer's parser, which is internal to its own module. */
public final class SseStateAccess {

  private final SseState state =
      new SseState(new JsonMapper(), null, new ArrayList<>(), "", null);

  /** What a line completes, or null. */
  public SseMessage decode(String line) {
    return state.decode(line);
  }
}

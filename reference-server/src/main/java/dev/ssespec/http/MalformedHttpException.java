package dev.ssespec.http;

import java.io.IOException;

/** The peer sent what is no HTTP/1.1 message; the text says what, and where. */
public final class MalformedHttpException extends IOException {
  private static final long serialVersionUID = 1L;

  public MalformedHttpException(String message) {
    super(message);
  }
}

package dev.ssespec.parser.bench;

import com.launchdarkly.eventsource.EventParserAccess;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.StreamClosedByServerException;
import com.launchdarkly.eventsource.StreamEvent;
import com.launchdarkly.eventsource.StreamException;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.ssespec.parser.EventStreamParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import okhttp3.sse.internal.ServerSentEventReader;
import okio.Okio;

/** What is timed: a way to read a whole stream in chunks of one size with a fresh parser. */
enum Contender {
  SSESPEC("ssespec") {
    @Override
    void read(byte[] bytes, int chunk, Sink sink) {
      EventStreamParser parser = new EventStreamParser(sink::event);
      for (int at = 0; at < bytes.length; at += chunk) {
        parser.feed(bytes, at, Math.min(chunk, bytes.length - at));
      }
      parser.end();
    }
  },
  LIMIT("scan + decode") {
    @Override
    void read(byte[] bytes, int chunk, Sink sink) {
      ScanAndDecode.read(bytes, sink);
    }
  },
  OKHTTP("okhttp-sse 5.5.1") {
    @Override
    void read(byte[] bytes, int chunk, Sink sink) throws IOException {
      var source = Okio.buffer(Okio.source(new Chunks(bytes, chunk)));
      var reader =
          new ServerSentEventReader(
              source,
              new ServerSentEventReader.Callback() {
                @Override
                public void onEvent(String id, String type, String data) {
                  sink.event(type == null ? "message" : type, data, id == null ? "" : id);
                }

                @Override
                public void onRetryChange(long timeMs) {}
              });
      while (reader.processNextEvent()) {}
    }
  },
  LAUNCHDARKLY("okhttp-eventsource 4.3.0") {
    @Override
    void read(byte[] bytes, int chunk, Sink sink) throws StreamException {
      var parser = new EventParserAccess(new Chunks(bytes, chunk));
      try {
        while (true) {
          StreamEvent event = parser.next();
          if (event instanceof MessageEvent message) {
            String id = message.getLastEventId();
            sink.event(message.getEventName(), message.getData(), id == null ? "" : id);
          }
        }
      } catch (StreamClosedByServerException e) {
        // It says so at the end of each stream.
      }
    }
  },
  LANGCHAIN4J("langchain4j-http-client 1.19.0") {
    @Override
    void read(byte[] bytes, int chunk, Sink sink) {
      new DefaultServerSentEventParser()
          .parse(
              new Chunks(bytes, chunk),
              new ServerSentEventListener() {
                @Override
                public void onEvent(ServerSentEvent event) {
                  sink.event(event.event() == null ? "message" : event.event(), event.data(), "");
                }

                @Override
                public void onError(Throwable error) {
                  throw new IllegalStateException(error);
                }
              });
    }
  },
  OPENAI("openai-java-core 4.98.0") {
    @Override
    void read(byte[] bytes, int chunk, Sink sink) throws IOException {
      var state = new OpenAiState();
      try (var reader =
          new BufferedReader(
              new InputStreamReader(new Chunks(bytes, chunk), StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          state.line(line, sink);
        }
      }
    }
  };

  final String title;

  Contender(String title) {
    this.title = title;
  }

  abstract void read(byte[] bytes, int chunk, Sink sink) throws IOException, StreamException;

  final void readUnchecked(byte[] bytes, int chunk, Sink sink) {
    try {
      read(bytes, chunk, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StreamException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.ssespec.cli;

import dev.ssespec.client.WireCall;
import dev.ssespec.client.WireClient;
import dev.ssespec.client.WireExchange;
import dev.ssespec.client.WireReading;
import dev.ssespec.client.WireReading.Body;
import dev.ssespec.client.WireReading.Cancelled;
import dev.ssespec.client.WireReading.DeadlineReached;
import dev.ssespec.client.WireReading.Head;
import dev.ssespec.client.WireReading.Malformed;
import dev.ssespec.client.WireReading.NoConnection;
import dev.ssespec.client.WireReading.PeerReset;
import dev.ssespec.client.WireReading.Truncated;
import dev.ssespec.parser.VisibleText;
import dev.ssespec.run.EndpointOptions;
import dev.ssespec.target.Link;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An event stream that a server is sending, read for a while. Redirects are not followed. */
final class LiveStream {
  private final URI uri;
  private final EndpointOptions options;

  /**
   * @param options the request that opens it, whom to trust, and how long to watch
   */
  LiveStream(EndpointOptions options) {
    this.options = options;
    uri = URI.create(options.uri().toASCIIString());
  }

  static boolean isAddress(String source) {
    return source.matches("(?is)https?:.*");
  }

  URI uri() {
    return uri;
  }

  /**
   * Hands the bytes of the body over as they come, on another thread, for as long as it is watched
   * and somebody takes what is printed; when it returns that is over.
   *
   * @throws Link.StartException if there is no event stream to be had
   * @throws InterruptedException if this thread is interrupted; the connection is closed then
   */
  StreamEnd copyTo(ByteSource.Sink sink) throws InterruptedException {
    var reader = new Reader(sink);
    WireClient plain = new WireClient().forgettingBodies();
    WireClient client = options.trust().map(plain::withTls).orElse(plain);
    WireCall call = client.start(uri, request(), options.watch(), reader);
    reader.call.complete(call);
    WireExchange exchange = call.await();
    String failure =
        exchange.head().map(LiveStream::refusal).orElseGet(() -> noAnswer(exchange.end()));
    if (!failure.isEmpty()) {
      throw new Link.StartException(uri + " " + failure);
    }
    return end(exchange.end());
  }

  private static StreamEnd end(WireReading last) {
    if (last instanceof DeadlineReached || last instanceof Cancelled) {
      return StreamEnd.open();
    } else if (last instanceof PeerReset reset) {
      return StreamEnd.cutOff("the connection was reset: " + VisibleText.of(reset.message()));
    } else if (last instanceof Truncated) {
      return StreamEnd.cutOff("the connection was closed before the body was complete");
    } else if (last instanceof Malformed malformed) {
      return StreamEnd.cutOff("the framing is broken: " + VisibleText.of(malformed.message()));
    }
    return StreamEnd.reached();
  }

  private byte[] request() {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.put("Accept", "text/event-stream");
    fields.put("Accept-Encoding", "identity");
    fields.put("Cache-Control", "no-cache");
    fields.put("User-Agent", "ssespec");
    fields.putAll(options.headers());
    var request = new StringBuilder("GET " + path + query + " HTTP/1.1\r\n");
    String host = Optional.ofNullable(fields.remove("Host")).orElse(uri.getHost() + port);
    request.append("Host: " + host + "\r\n");
    fields.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    return request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Why a response is no stream to read; empty where it is one. */
  private static String refusal(Head head) {
    if (head.status() != 200) {
      return "answered with status " + head.status() + field(head, "Location") + ", not 200.";
    }
    String type = value(head, "Content-Type").orElse("none");
    if (!type.replaceFirst(";.*", "").strip().equalsIgnoreCase("text/event-stream")) {
      return "answered with another Content-Type than text/event-stream: " + type + ".";
    }
    return value(head, "Content-Encoding")
        .filter(coding -> !coding.equalsIgnoreCase("identity"))
        .map(coding -> "answered in a content coding that was not asked for: " + coding + ".")
        .orElse("");
  }

  private static String field(Head head, String name) {
    return value(head, name).map(value -> " (" + name + ": " + value + ")").orElse("");
  }

  private static Optional<String> value(Head head, String name) {
    return head.fields().stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(field -> VisibleText.of(field.value()))
        .findFirst();
  }

  private String noAnswer(WireReading end) {
    if (end instanceof NoConnection none) {
      return "cannot be reached: " + none.message() + ".";
    } else if (end instanceof Malformed malformed) {
      return "does not answer in HTTP/1: " + VisibleText.of(malformed.message()) + ".";
    } else if (end instanceof DeadlineReached) {
      return "did not answer within " + options.watch().toMillis() + " ms.";
    }
    return "closed the connection without an answer.";
  }

  /** Takes the body of a response that is a stream, and ends the exchange with any other. */
  private static final class Reader implements Consumer<WireReading> {
    private final ByteSource.Sink sink;
    private final CompletableFuture<WireCall> call = new CompletableFuture<>();
    private boolean reading;

    Reader(ByteSource.Sink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(WireReading seen) {
      if (seen instanceof Head head && head.status() >= 200) {
        reading = refusal(head).isEmpty();
        if (!reading) {
          call.join().cancel();
        }
      } else if (seen instanceof Body body && reading) {
        sink.feed(body.payload(), 0, body.payload().length);
        if (System.out.checkError()) {
          call.join().cancel();
        }
      }
    }
  }
}

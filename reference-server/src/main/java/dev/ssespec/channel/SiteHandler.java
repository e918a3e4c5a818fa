package dev.ssespec.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** From a request to its answer. */
final class SiteHandler extends Handler.Abstract {
  private static final Logger LOG = System.getLogger(SiteHandler.class.getName());
  private static final int MOST_BODY_BYTES = 65_536;

  private static final HttpField NO_STORE =
      new HttpField(HttpHeader.CACHE_CONTROL, "no-store, no-transform");
  private static final HttpField NO_BUFFERING = new HttpField("X-Accel-Buffering", "no");
  private static final HttpField NO_SNIFFING = new HttpField("X-Content-Type-Options", "nosniff");
  private static final HttpField ANY_ORIGIN =
      new HttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");

  /** Pages load what is theirs, from here, and nothing that stands in the page itself. */
  private static final HttpField OWN_SCRIPTS_ONLY =
      new HttpField(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " img-src 'self' data:; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'self'");

  private final Site site;
  private final OpenStreams streams;

  SiteHandler(Site site, OpenStreams streams) {
    this.site = site;
    this.streams = streams;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    String method = request.getMethod();
    var answering = site.at(path, method.equals("HEAD") ? "GET" : method);
    if (!site.has(path)) {
      send(response, callback, Answer.text(404, "Nothing is here."));
    } else if (method.equals("OPTIONS")) {
      options(path, response, callback);
    } else if (answering.isEmpty()) {
      response.getHeaders().put(HttpHeader.ALLOW, site.allowed(path));
      send(response, callback, Answer.text(405, "Not by that method."));
    } else if (method.equals("POST")) {
      post(request, response, callback, answering.get());
    } else {
      answer(request, response, callback, answering.get(), "");
    }
    return true;
  }

  /** Also the answer to a browser that asks whether a page of another origin may ask. */
  private void options(String path, Response response, Callback callback) {
    var headers = response.getHeaders();
    headers.put(HttpHeader.ALLOW, site.allowed(path));
    headers.put(ANY_ORIGIN);
    headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
    headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, "Last-Event-ID, Cache-Control");
    headers.put(HttpHeader.ACCESS_CONTROL_MAX_AGE, "600");
    send(response, callback, Answer.noContent());
  }

  private void post(
      Request request, Response response, Callback callback, Function<Asked, Answer> answering) {
    Optional<Answer> objection = objection(request);
    if (objection.isPresent()) {
      send(response, callback, objection.get());
      return;
    }
    Content.Source.asByteArrayAsync(
        request,
        MOST_BODY_BYTES,
        Promise.Invocable.from(
            InvocationType.BLOCKING,
            body -> answer(request, response, callback, answering, new String(body, UTF_8)),
            failure -> {
              LOG.log(Level.DEBUG, "a body was not taken", failure);
              send(response, callback, Answer.text(413, "The body is too large, or broken."));
            }));
  }

  private static Optional<Answer> objection(Request request) {
    String type = MimeTypes.getContentTypeWithoutCharset(contentType(request));
    if (!"application/json".equalsIgnoreCase(type)) {
      return Optional.of(Answer.text(415, "Send JSON, as application/json."));
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    String host = request.getHeaders().get(HttpHeader.HOST);
    return origin == null || origin.equals("http://" + host) || origin.equals("https://" + host)
        ? Optional.empty()
        : Optional.of(Answer.text(403, "Only pages of this site may post."));
  }

  private static String contentType(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type == null ? "" : type;
  }

  private void answer(
      Request request,
      Response response,
      Callback callback,
      Function<Asked, Answer> answering,
      String body) {
    Answer answer;
    try {
      answer = answering.apply(asked(request, body));
    } catch (IllegalArgumentException e) {
      answer = Answer.text(400, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "no answer to " + request.getHttpURI(), e);
      answer = Answer.text(500, "Something is wrong with the server.");
    }
    if (answer instanceof Answer.Stream stream) {
      stream(request, response, callback, stream.feed());
    } else {
      send(response, callback, answer);
    }
  }

  private static Asked asked(Request request, String body) {
    Map<String, String> params = new LinkedHashMap<>();
    Request.extractQueryParameters(request, UTF_8)
        .forEach(field -> params.putIfAbsent(field.getName(), field.getValue()));
    return new Asked(
        params,
        Optional.ofNullable(request.getHeaders().get("Last-Event-ID")).filter(id -> !id.isEmpty()),
        body);
  }

  private void stream(Request request, Response response, Callback callback, Feed feed) {
    var headers = response.getHeaders();
    if (!streams.hasRoom()) {
      headers.put(HttpHeader.RETRY_AFTER, "10");
      send(response, callback, Answer.text(503, "Too many streams are open."));
      return;
    }
    response.setStatus(200);
    headers.put(HttpHeader.CONTENT_TYPE, "text/event-stream");
    headers.put(NO_STORE);
    headers.put(NO_BUFFERING);
    headers.put(ANY_ORIGIN);
    if (request.getMethod().equals("HEAD")) {
      // Not the last write: that would say that the stream has no bytes.
      response.write(
          false, ByteBuffer.allocate(0), Callback.from(callback::succeeded, callback::failed));
    } else {
      new OpenStream(response, callback, feed, streams).open();
    }
  }

  private static void send(Response response, Callback callback, Answer answer) {
    if (!(answer instanceof Answer.Whole whole)) {
      throw new IllegalArgumentException("a stream is opened, not sent");
    }
    response.setStatus(whole.status());
    response.getHeaders().put(NO_STORE);
    if (whole.status() == 204) {
      response.getHeaders().put(ANY_ORIGIN);
    } else {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, whole.contentType());
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.body().length);
      response.getHeaders().put(NO_SNIFFING);
      response.getHeaders().put(OWN_SCRIPTS_ONLY);
    }
    response.write(true, ByteBuffer.wrap(whole.body()), callback);
  }
}

package dev.ssespec.channel;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which path is answered by what. HEAD goes with GET, and OPTIONS with everything. Immutable.
 *
 * <p>Streams are for pages of every origin, without credentials. What is posted is for the site's
 * own pages: it must be JSON, and a page of another origin is refused.
 */
public final class Site {
  private final Map<String, Map<String, Function<Asked, Answer>>> places;

  private Site(Map<String, Map<String, Function<Asked, Answer>>> places) {
    Map<String, Map<String, Function<Asked, Answer>>> copy = new TreeMap<>();
    places.forEach((path, methods) -> copy.put(path, Map.copyOf(methods)));
    this.places = Collections.unmodifiableMap(copy);
  }

  /** A site without any path, to add some to. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether anything is there. */
  boolean has(String path) {
    return places.containsKey(path);
  }

  /** What answers; empty where the method is none of that path. */
  Optional<Function<Asked, Answer>> at(String path, String method) {
    return Optional.ofNullable(places.getOrDefault(path, Map.of()).get(method));
  }

  /** The methods of a path, as the Allow header has them. */
  String allowed(String path) {
    var methods = new TreeSet<>(places.getOrDefault(path, Map.of()).keySet());
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }

  /** Collects the paths of a site. */
  public static final class Builder {
    private final Map<String, Map<String, Function<Asked, Answer>>> places = new TreeMap<>();

    private Builder() {}

    /**
     * What answers GET, with a stream or all at once. It is asked for HEAD too, so it must change
     * nothing, and it must not block.
     */
    public Builder get(String path, Function<Asked, Answer> answer) {
      return add(path, "GET", answer);
    }

    /** What answers POST; it may block. What it throws as IllegalArgumentException is a 400. */
    public Builder post(String path, Function<Asked, Answer> answer) {
      return add(path, "POST", answer);
    }

    /** The site. */
    public Site build() {
      return new Site(places);
    }

    private Builder add(String path, String method, Function<Asked, Answer> answer) {
      places.computeIfAbsent(path, key -> new TreeMap<>()).put(method, answer);
      return this;
    }
  }
}

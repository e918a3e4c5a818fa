package dev.ssespec.peer;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What faults let the sources of one application share. Two sources belong to one application where
 * one's URL begins with the other's. Safe for all threads.
 */
final class PlainSiblings {
  private final Map<String, String> ids = new ConcurrentHashMap<>();
  private final Map<String, List<PlainSource>> sources = new ConcurrentHashMap<>();

  private static String application(URI url) {
    String[] path = url.getPath().split("/", -1);
    return path.length < 3 ? url.getPath() : path[2];
  }

  /** The id that was seen last by any of them. */
  String id(URI url) {
    return ids.getOrDefault(application(url), "");
  }

  void seen(URI url, String id) {
    ids.put(application(url), id);
  }

  void add(URI url, PlainSource source) {
    sources.computeIfAbsent(application(url), none -> new CopyOnWriteArrayList<>()).add(source);
  }

  /** All of them, this one, too. */
  List<PlainSource> of(URI url) {
    return sources.getOrDefault(application(url), List.of());
  }
}

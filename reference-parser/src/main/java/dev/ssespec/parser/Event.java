package dev.ssespec.parser;

/**
 * An event as the standard dispatches it.
 *
 * @param type the event type; {@code message} where the stream names none
 * @param data the data, its lines joined by line feeds
 * @param lastEventId the last event ID string at the dispatch; empty where there is none
 */
public record Event(String type, String data, String lastEventId) {}

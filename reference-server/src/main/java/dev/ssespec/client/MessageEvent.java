package dev.ssespec.client;

/**
 * An event as it is dispatched.
 *
 * @param type the event type; {@code message} where the stream names none
 * @param data the lines of data, joined by LF
 * @param lastEventId the last event ID string, empty where there is none; also where an earlier
 *     event has set it
 * @param origin scheme, host and port of the URL that the stream came from, after redirects
 */
public record MessageEvent(String type, String data, String lastEventId, String origin) {}

package dev.ssespec.parser;

/** A place of a stream, counted as in {@link Finding}. */
record Place(long line, long column, long byteOffset) {}

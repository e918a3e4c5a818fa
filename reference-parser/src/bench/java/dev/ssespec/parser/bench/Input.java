package dev.ssespec.parser.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** The streams that are timed. Each is made anew from a fixed seed. */
enum Input {
  A("LLM tokens, JSON of 150 bytes"),
  B("tiny events"),
  C("id, event, retry and data"),
  D("ten data lines of 80 bytes"),
  E("one line of 8 MiB"),
  F("comment heartbeats"),
  G("as a, with CRLF"),
  H("as a, Chinese text"),
  SHORT_LINE("one line of 64 KiB"),
  LONG_LINE("one line of 16 MiB");

  private static final int SIZE = 1 << 20;

  final String title;

  Input(String title) {
    this.title = title;
  }

  byte[] bytes() {
    Random random = new Random(42);
    int line = lineLength();
    if (line > 0) {
      return ("data: " + ascii(random, line) + "\n\n").getBytes(UTF_8);
    }
    StringBuilder text = new StringBuilder(SIZE + 2048);
    for (int i = 0; text.length() < SIZE; i++) {
      append(text, random, i);
    }
    return text.toString().getBytes(UTF_8);
  }

  private int lineLength() {
    return switch (this) {
      case E -> 8 << 20;
      case SHORT_LINE -> 64 << 10;
      case LONG_LINE -> 16 << 20;
      default -> 0;
    };
  }

  private void append(StringBuilder text, Random random, int i) {
    switch (this) {
      case A -> text.append("data: ").append(chunk(ascii(random, 1 + random.nextInt(12)))).append("\n\n");
      case G ->
          text.append("data: ").append(chunk(ascii(random, 1 + random.nextInt(12)))).append("\r\n\r\n");
      case H -> text.append("data: ").append(chunk(han(random))).append("\n\n");
      case B -> text.append("data: ").append((char) ('a' + random.nextInt(26))).append("\n\n");
      case C ->
          text.append("id: ").append(1_000_000 + i).append("\nevent: update\nretry: 3000\ndata: ")
              .append(ascii(random, 60 + random.nextInt(40))).append("\n\n");
      case D -> {
        for (int line = 0; line < 10; line++) {
          text.append("data: ").append(ascii(random, 80)).append('\n');
        }
        text.append('\n');
      }
      case F -> text.append(": keep-alive\n\n");
      case E, SHORT_LINE, LONG_LINE -> throw new IllegalStateException("one line");
    }
  }

  private static String chunk(String content) {
    return "{\"id\":\"chatcmpl-9aXyZ\",\"object\":\"chat.completion.chunk\",\"created\":1732000000,"
        + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
        + content
        + "\"},\"logprobs\":null}]}";
  }

  private static String ascii(Random random, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) ('!' + random.nextInt(93)));
    }
    return text.toString();
  }

  private static String han(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 6 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append((char) (0x4E00 + random.nextInt(0x5000)));
    }
    return text.toString();
  }
}

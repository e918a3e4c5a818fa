package dev.ssespec.report;

/** Colours of a terminal, or none. */
record Ink(boolean color) {
  String of(Verdict verdict, String text) {
    return switch (verdict) {
      case PASS -> sgr("32", text);
      case NON_STRICT, INCONCLUSIVE -> sgr("33", text);
      case FAIL -> sgr("1;31", text);
      case INFO -> sgr("36", text);
      case SKIP -> sgr("2", text);
    };
  }

  String bold(String text) {
    return sgr("1", text);
  }

  String faint(String text) {
    return sgr("2", text);
  }

  private String sgr(String code, String text) {
    return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

package dev.ssespec.report;

/**
 * {@code badge.svg}: the mandatory part of the headline, 20 px high, for a README. It needs no font
 * and no network; the symbol says the colour once more.
 */
public final class Badge {
  private static final int CHARACTER = 7;
  private static final int PADDING = 8;

  private Badge() {}

  /** The picture. */
  public static String render(Totals totals, boolean complete) {
    var label = "SSE conformance";
    var value = value(totals, complete);
    int left = label.length() * CHARACTER + 2 * PADDING - 8;
    int right = value.length() * CHARACTER + 2 * PADDING;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s: %3$s">
        <title>%2$s: %3$s</title>
        <clipPath id="r"><rect width="%1$d" height="20" rx="4"/></clipPath>
        <g clip-path="url(#r)">
        <rect width="%4$d" height="20" fill="#3d3a36"/>
        <rect x="%4$d" width="%5$d" height="20" fill="%6$s"/>
        </g>
        <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
        <text x="%7$d" y="14" textLength="%8$d">%2$s</text>
        <text x="%9$d" y="14" textLength="%10$d">%3$s</text>
        </g>
        </svg>
        """
        .formatted(
            left + right,
            label,
            value,
            left,
            right,
            color(totals, complete),
            left / 2,
            left - 2 * PADDING + 4,
            left + right / 2,
            right - 2 * PADDING);
  }

  private static String value(Totals totals, boolean complete) {
    var must = totals.of(Level.MUST);
    var replayed = totals.ofReplayed(Level.MUST);
    if (!complete) {
      return "? cut off";
    }
    if (must.judged() + replayed.judged() == 0) {
      return "– nothing judged";
    }
    var symbol =
        must.plus(replayed).bad(false) > 0 ? "✗" : totals.sum().inconclusive() > 0 ? "?" : "✓";
    int hidden = must.plus(replayed).notShown();
    var notShown = hidden == 0 ? "" : " · " + hidden + " not shown";
    var apart =
        replayed.judged() == 0
            ? ""
            : " · replayed " + replayed.good(false) + "/" + replayed.judged();
    return symbol + " must " + must.good(false) + "/" + must.judged() + apart + notShown;
  }

  private static String color(Totals totals, boolean complete) {
    var must = totals.of(Level.MUST).plus(totals.ofReplayed(Level.MUST));
    if (must.bad(false) > 0) {
      return "#b3261e";
    }
    if (!complete || must.judged() == 0 || totals.sum().inconclusive() > 0) {
      return "#6b4a8f";
    }
    return "#0a7557";
  }
}

package dev.ssespec.report;

/** The bar that stays in sight: a search field and a chip for each thing to filter by. */
final class FilterBar {
  private final Html html;

  FilterBar(Html html) {
    this.html = html;
  }

  /**
   * @param what the search looks at, for those who do not see the field
   */
  FilterBar open(String what) {
    html.open("div", "class", "bar", "role", "search");
    var name =
        new String[] {
          "id", "search", "type", "search", "autocomplete", "off", "placeholder", "Search"
        };
    html.open("label").leaf("span", "Search " + what, "class", "unseen").empty("input", name);
    html.leaf("kbd", "/").close();
    return this;
  }

  /** A chip for one verdict; {@code count} may be empty. */
  FilterBar verdict(Verdict verdict, String count) {
    chip("chip v-" + verdict.word(), "data-verdict-chip", verdict.word());
    html.leaf("i", Look.symbol(verdict), "class", "sym").text(verdict.word() + " ");
    html.leaf("b", count).close();
    return this;
  }

  /** A chip for one level. */
  FilterBar level(Level level) {
    chip("chip", "data-level-chip", level.word());
    html.text(level.word()).close();
    return this;
  }

  /** A line between two kinds of chips. */
  FilterBar gap() {
    html.leaf("span", "", "class", "gap");
    return this;
  }

  /** How many rows are left, which the script fills in. */
  void close() {
    html.leaf("span", "", "class", "count", "id", "count", "aria-live", "polite").close();
  }

  private void chip(String style, String attribute, String value) {
    html.open(
        "button", "type", "button", "class", style, attribute, value, "aria-pressed", "false");
  }
}

package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page must hold to, whatever a target says. */
class PagesTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          "a",
          "b",
          "body",
          "button",
          "code",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "h1",
          "h2",
          "h3",
          "head",
          "header",
          "html",
          "i",
          "input",
          "kbd",
          "label",
          "li",
          "main",
          "mark",
          "meta",
          "ol",
          "p",
          "pre",
          "rect",
          "script",
          "section",
          "small",
          "span",
          "style",
          "summary",
          "svg",
          "table",
          "tbody",
          "td",
          "template",
          "th",
          "thead",
          "title",
          "tr",
          "ul");

  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of("report.html", HtmlReport.render(Sample.run())),
        Arguments.of("client.html", HtmlReport.render(Sample.clientRun())),
        Arguments.of("matrix.html", MatrixHtml.render(SampleMatrix.runs(), SampleMatrix.SKIPPED)));
  }

  private static List<String> all(String regex, String text) {
    return Pattern.compile(regex).matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** The page without our own style and script. */
  private static String markup(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "<style></style>")
        .replaceAll("(?s)<script>.*?</script>", "<script></script>");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void holdsNoElementThatIsNotOurs(String name, String page) throws IOException {
    Files.writeString(Files.createDirectories(Path.of("target", "sample")).resolve(name), page);
    var found = new TreeSet<>(all("<([A-Za-z][^\\s>/]*)", markup(page)));
    found.removeAll(ELEMENTS);
    assertThat(found).isEmpty();
    assertThat(all("(<script)", page)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void holdsNoHandlerAndLoadsNothing(String name, String page) {
    var markup = markup(page);
    var names = markup.replaceAll("=\"[^\"]*\"", "=");
    assertThat(all("<[^>]*?\\s(on[a-z]+|src|srcset|style)=", names)).isEmpty();
    assertThat(all("(<link|@import|url\\()", page)).isEmpty();
    assertThat(
            all("href=\"([^\"]*)\"", markup).stream().filter(to -> !to.matches("(#|https?://).*")))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void holdsNoCredentialAndNoHiddenCharacter(String name, String page) {
    assertThat(all("(hunter2)", page)).isEmpty();
    assertThat(all("([\\x00-\\x08\\x0b-\\x1f\\x7f\u202a-\u202e\\ud800-\\udfff\ufeff])", page))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void closesWhatItOpens(String name, String page) {
    var empty = Set.of("meta", "input");
    var open =
        all("<([a-z][a-z0-9]*)", markup(page)).stream().filter(e -> !empty.contains(e)).toList();
    assertThat(all("</([a-z][a-z0-9]*)>", markup(page))).hasSameSizeAs(open);
  }
}

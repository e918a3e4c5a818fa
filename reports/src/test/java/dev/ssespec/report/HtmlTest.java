package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void escapesTextAndAttributes() {
    assertThat(new Html().leaf("p", "<a href='x'>&\"`\u0000\n\r", "title", "\"><b>\u202e").done())
        .isEqualTo(
            "<p title=\"&quot;&gt;&lt;b&gt;\\u202e\">&lt;a href=&#39;x&#39;&gt;&amp;&quot;&#96;\\0\n\\r</p>");
  }

  @Test
  void linksToTheWebAlone() {
    var html = new Html();
    html.link("https://a/?b=\"c\"", "x").link("javascript:alert(1)", "y").link("http://a b", "z");
    assertThat(html.done())
        .isEqualTo(
            "<a href=\"https://a/?b=&quot;c&quot;\" rel=\"noopener noreferrer\" target=\"_blank\">x</a>yz");
  }

  @Test
  void takesNoNameFromData() {
    assertThatThrownBy(() -> new Html().open("p onclick"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no name of an element or attribute: p onclick");
  }

  @Test
  void showsExpectedAndActualWithTheFirstDifferenceMarked() {
    var html = new Html();
    var one = Make.json("{\"a\":[\"xyz\"],\"b\":1}");
    var other = Make.json("{\"a\":[\"xY\"],\"b\":2}");
    var difference = FirstDifference.between(one, other).orElseThrow();
    new JsonHtml(html, difference).root(one);
    assertThat(html.done())
        .isEqualTo(
            """
            {
              <span class="key">&quot;a&quot;</span>: [
                &quot;x<mark>yz</mark>&quot;
              ],
              <span class="key">&quot;b&quot;</span>: 1
            }""");
  }

  @Test
  void showsWhereNothingStands() {
    var html = new Html();
    var one = Make.json("[1]");
    var difference = FirstDifference.between(one, Make.json("[]")).orElseThrow();
    new JsonHtml(html, difference).root(Make.json("[]"));
    assertThat(html.done()).isEqualTo("[\n  <mark class=\"nothing\">nothing here</mark>\n]");
  }

  @Test
  void showsBytesWithTheBeginningOfEachChunk() {
    var html = new Html();
    new BytesHtml(html).view(List.of(Bytes.utf8("a\r"), Bytes.utf8("\nb\\")));
    assertThat(html.done())
        .isEqualTo(
            """
            <div class="bytes">\
            <i class="cut" title="chunk 1 of 2 begins at byte 0">1</i>a<b>\\r</b>\
            <i class="cut" title="chunk 2 of 2 begins at byte 2">2</i><b>\\n</b>
            b<b>\\\\</b></div>\
            <details class="hex"><summary>hex · 5 bytes in 2 chunks</summary><pre>\
            000000  61 0d<i>│</i>0a 62 5c                                    a··b\\
            </pre></details>""");
  }

  @Test
  void cutsBytesThatAreTooMany() {
    var html = new Html();
    new BytesHtml(html).view(List.of(Bytes.of(new byte[BytesHtml.LIMIT + 1])));
    var note = "The first 4096 of 4097 bytes; run.ndjson has them all.";
    assertThat(html.done().split(note, -1)).hasSize(2);
  }
}

package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class JUnitXmlTest {
  private static void validate(String xml) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Objects.requireNonNull(JUnitXmlTest.class.getResource("junit.xsd")))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  private static Map<String, Integer> elements(String xml) throws Exception {
    var all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getElementsByTagName("*");
    var counts = new TreeMap<String, Integer>();
    for (int i = 0; i < all.getLength(); i++) {
      counts.merge(all.item(i).getNodeName(), 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void isOneSuiteWithACaseForEachVariant() {
    Golden.assertSame("junit.xml", JUnitXml.render(Golden.run()));
  }

  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private static String render(Run run, boolean strict) {
    return JUnitXml.render(run, strict, Baseline.EMPTY, TODAY);
  }

  private static Map<String, Integer> withOutcomes(Map<String, Integer> outcomes) {
    var all = new TreeMap<>(outcomes);
    for (var once : List.of("testsuites", "testsuite", "properties", "system-out", "system-err")) {
      all.put(once, 1);
    }
    all.put("property", 4);
    all.put("testcase", 18);
    return all;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isValidWhateverTheTargetSays(boolean strict) {
    assertThatCode(() -> validate(render(Sample.run(), strict))).doesNotThrowAnyException();
    assertThatCode(() -> validate(render(Sample.clientRun(), strict))).doesNotThrowAnyException();
  }

  @Test
  void countsNonStrictAsFailureOnlyWhereStrict() throws Exception {
    assertThat(elements(render(Golden.run(), false)))
        .isEqualTo(withOutcomes(Map.of("failure", 2, "error", 1, "skipped", 3)));
    assertThat(elements(render(Golden.run(), true)))
        .isEqualTo(withOutcomes(Map.of("failure", 5, "error", 1, "skipped", 3)));
  }

  @Test
  void skipsWhatTheBaselineExpects() throws Exception {
    var run = Golden.run();
    var baseline = new BaselineWriter(Baseline.EMPTY, false).write(run.cases());
    assertThat(elements(JUnitXml.render(run, false, baseline, TODAY)))
        .isEqualTo(withOutcomes(Map.of("error", 1, "skipped", 5)));
  }
}

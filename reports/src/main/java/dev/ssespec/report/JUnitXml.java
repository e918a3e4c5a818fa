package dev.ssespec.report;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}: one suite for the run, one test case for each case and variant. A {@code fail}
 * is a failure, {@code inconclusive} an error, {@code skip} skipped; everything else passed.
 * Characters that XML cannot carry are made visible; credentials are masked.
 */
public final class JUnitXml {
  /** Characters of one message; the report has the rest. */
  private static final int LONGEST = 4000;

  private final Run run;
  private final boolean strict;
  private final Predicate<CaseRecord> expected;
  private final XMLStreamWriter xml;
  private final Map<String, CaseAbout> abouts;

  private JUnitXml(Run run, boolean strict, Predicate<CaseRecord> expected, XMLStreamWriter xml) {
    this.run = run;
    this.strict = strict;
    this.expected = expected;
    this.xml = xml;
    this.abouts = run.aboutByCode();
  }

  /** {@link #render(Run, boolean, Baseline, LocalDate)}, not strict and without a baseline. */
  public static String render(Run run) {
    return render(run, false, Baseline.EMPTY, LocalDate.MIN);
  }

  /**
   * The document.
   *
   * @param strict makes {@code non-strict} a failure
   * @param baseline what it expects on {@code today} is skipped and says so
   */
  public static String render(Run run, boolean strict, Baseline baseline, LocalDate today) {
    var out = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      Predicate<CaseRecord> expected = record -> baseline.expects(record, today);
      new JUnitXml(Secrets.masked(run), strict, expected, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return out.toString();
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newline();
    xml.writeStartElement("testsuites");
    counts();
    newline();
    xml.writeStartElement("testsuite");
    counts();
    attribute("skipped", count(this::isSkipped));
    attribute("timestamp", timestamp());
    attribute("hostname", "localhost");
    attribute("id", "0");
    attribute("package", "ssespec." + run.header().role());
    newline();
    properties();
    for (var record : run.cases()) {
      testcase(record);
    }
    empty("system-out", run.complete() ? run.totals().headline(strict) : "The run was cut off.");
    empty("system-err", "");
    xml.writeEndElement();
    newline();
    xml.writeEndElement();
    newline();
    xml.writeEndDocument();
  }

  private void counts() throws XMLStreamException {
    attribute("name", "ssespec " + run.header().role() + " " + Look.target(run.header().target()));
    attribute("tests", Integer.toString(run.cases().size()));
    attribute("failures", count(this::isFailure));
    attribute("errors", count(this::isError));
    attribute("time", seconds(run.cases().stream().mapToLong(CaseRecord::durationMs).sum()));
  }

  private String count(Predicate<CaseRecord> kind) {
    return Long.toString(run.cases().stream().filter(kind).count());
  }

  private boolean isFailure(CaseRecord record) {
    return BaselineVerdict.deviates(record, strict) && !expected.test(record);
  }

  private boolean isError(CaseRecord record) {
    return record.verdict() == Verdict.INCONCLUSIVE && !expected.test(record);
  }

  private boolean isSkipped(CaseRecord record) {
    return record.verdict() == Verdict.SKIP || expected.test(record);
  }

  private void properties() throws XMLStreamException {
    xml.writeStartElement("properties");
    newline();
    property("seed", Long.toString(run.header().seed()));
    property("kit", run.header().kit().version());
    property("catalogue", run.header().kit().catalogue());
    property("complete", Boolean.toString(run.complete()));
    xml.writeEndElement();
    newline();
  }

  private void property(String name, String value) throws XMLStreamException {
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
    newline();
  }

  private void testcase(CaseRecord record) throws XMLStreamException {
    xml.writeStartElement("testcase");
    var variant = Look.variant(record.variant());
    attribute(
        "name",
        record.code() + " " + record.id() + (variant.isEmpty() ? "" : " [" + variant + "]"));
    attribute("classname", "ssespec." + Look.group(record.id()).replace('/', '.'));
    attribute("time", seconds(record.durationMs()));
    if (isFailure(record)) {
      outcome("failure", record);
    } else if (isError(record)) {
      outcome("error", record);
    } else if (isSkipped(record)) {
      xml.writeEmptyElement("skipped");
      var prefix = expected.test(record) ? "expected by the baseline: " : "";
      var reason = Look.verdict(record) + ": " + Visible.cut(record.reason(), LONGEST);
      attribute("message", prefix + reason);
    }
    xml.writeEndElement();
    newline();
  }

  private void outcome(String element, CaseRecord record) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", Visible.cut(record.reason(), LONGEST));
    attribute("type", Look.verdict(record));
    var lines = new FailureText(new Ink(false)).lines(record, abouts.get(record.code()));
    xml.writeCharacters(Visible.lines(String.join("\n", lines)));
    xml.writeEndElement();
  }

  private void empty(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(Visible.lines(text));
    xml.writeEndElement();
    newline();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Visible.line(value));
  }

  private void newline() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  /** Without a zone, as the schema wants it: UTC. */
  private String timestamp() {
    var started = run.header().environment().getOrDefault("started", "");
    try {
      return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
          .withZone(ZoneOffset.UTC)
          .format(Instant.parse(started));
    } catch (DateTimeParseException e) {
      return "1970-01-01T00:00:00";
    }
  }
}

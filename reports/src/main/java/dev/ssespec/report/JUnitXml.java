package dev.ssespec.report;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
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
  private final XMLStreamWriter xml;

  private JUnitXml(Run run, boolean strict, XMLStreamWriter xml) {
    this.run = run;
    this.strict = strict;
    this.xml = xml;
  }

  /** {@link #render(Run, boolean)}, not strict. */
  public static String render(Run run) {
    return render(run, false);
  }

  /**
   * The document.
   *
   * @param strict makes {@code non-strict} a failure
   */
  public static String render(Run run, boolean strict) {
    var out = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new JUnitXml(Secrets.masked(run), strict, xml).write();
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
    attribute("skipped", Long.toString(count(Verdict.SKIP)));
    attribute("timestamp", timestamp());
    attribute("hostname", "localhost");
    attribute("id", "0");
    attribute("package", "ssespec." + run.header().role());
    newline();
    properties();
    for (var record : run.cases()) {
      testcase(record);
    }
    empty("system-out", run.complete() ? run.totals().headline() : "The run was cut off.");
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
    attribute("failures", Long.toString(run.cases().stream().filter(this::isFailure).count()));
    attribute("errors", Long.toString(count(Verdict.INCONCLUSIVE)));
    attribute("time", seconds(run.cases().stream().mapToLong(CaseRecord::durationMs).sum()));
  }

  private long count(Verdict verdict) {
    return run.cases().stream().filter(each -> each.verdict() == verdict).count();
  }

  private boolean isFailure(CaseRecord record) {
    return BaselineVerdict.deviates(record, strict);
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
    switch (record.verdict()) {
      case FAIL -> outcome("failure", record);
      case NON_STRICT -> {
        if (strict) {
          outcome("failure", record);
        }
      }
      case INCONCLUSIVE -> outcome("error", record);
      case SKIP -> {
        xml.writeEmptyElement("skipped");
        attribute("message", Look.verdict(record) + ": " + Visible.cut(record.reason(), LONGEST));
      }
      case PASS, INFO -> {
        // Nothing to say.
      }
    }
    xml.writeEndElement();
    newline();
  }

  private void outcome(String element, CaseRecord record) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", Visible.cut(record.reason(), LONGEST));
    attribute("type", Look.verdict(record));
    var about = run.aboutByCode().get(record.code());
    var lines = new FailureText(new Ink(false)).lines(record, about);
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

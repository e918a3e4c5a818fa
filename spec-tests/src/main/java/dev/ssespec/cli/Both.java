package dev.ssespec.cli;

import dev.ssespec.report.CaseAbout;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunHeader;
import dev.ssespec.report.RunListener;

/** Two listeners that hear the same run, the first one first. */
record Both(RunListener first, RunListener second) implements RunListener {
  @Override
  public void began(RunHeader header, int planned) {
    first.began(header, planned);
    second.began(header, planned);
  }

  @Override
  public void about(CaseAbout about) {
    first.about(about);
    second.about(about);
  }

  @Override
  public void judged(CaseRecord record) {
    first.judged(record);
    second.judged(record);
  }

  @Override
  public void ended(boolean complete) {
    first.ended(complete);
    second.ended(complete);
  }
}

package dev.ssespec.cases;

import java.util.List;
import java.util.stream.Stream;

/** The catalogue's part for servers that emit what they are told to. */
final class ToldCases {
  private ToldCases() {}

  static List<Case> all() {
    return Stream.<List<? extends Case>>of(
            ToldLineCases.all(),
            ToldHostileLineCases.all(),
            ToldTextCases.all(),
            ToldCharacterCases.all(),
            ToldSizeCases.all(),
            ToldTypeCases.all(),
            ToldHostileTypeCases.all(),
            ToldIdCases.all(),
            ToldHostileIdCases.all(),
            ToldCommentCases.all(),
            ToldSurrogateCases.all(),
            ToldRetryCases.all(),
            ToldFieldCases.all(),
            ToldFlowCases.all(),
            ToldCrowdCases.all(),
            ToldResumeCases.all(),
            ToldPropertyCases.all())
        .<Case>flatMap(List::stream)
        .toList();
  }
}

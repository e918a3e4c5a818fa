package dev.ssespec.cases;

import java.util.List;
import java.util.stream.Stream;

/** The catalogue's part for parsers, one file for each area. */
final class ParserCases {
  private ParserCases() {}

  static List<ParserCase> all() {
    return Stream.of(
            FieldCases.all(),
            FieldNameCases.all(),
            LiteralNameCases.all(),
            BlockCases.all(),
            ExampleCases.all(),
            DataCases.all(),
            NoDataCases.all(),
            EventTypeCases.all(),
            IdCases.all(),
            IdValueCases.all(),
            RetryCases.all(),
            RetryValueCases.all(),
            RetrySyntaxCases.all(),
            RetryRangeCases.all(),
            EncodingCases.all(),
            MalformedCases.all(),
            NotUtf8Cases.all(),
            AnyCharacterCases.all(),
            LineEndCases.all(),
            MixedLineEndCases.all(),
            ChunkCases.all(),
            OpenStreamCases.all(),
            EmptyChunkCases.all(),
            BomCases.all(),
            OtherEncodingCases.all(),
            CommentCases.all(),
            EndOfStreamCases.all(),
            SizeCases.all())
        .flatMap(List::stream)
        .toList();
  }
}

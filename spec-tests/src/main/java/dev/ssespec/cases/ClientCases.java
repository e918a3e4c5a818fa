package dev.ssespec.cases;

import java.util.List;
import java.util.stream.Stream;

/** The catalogue's part for the client role. */
final class ClientCases {
  private ClientCases() {}

  static List<ClientCase> all() {
    return Stream.of(
            RequestCases.all(),
            OptionCases.all(),
            StatusCases.all(),
            RefusalCases.all(),
            ContentTypeCases.all(),
            RedirectCases.all(),
            RedirectHeaderCases.all(),
            CorsCases.all(),
            ReconnectCases.all(),
            LossReportCases.all(),
            RefusedCases.all(),
            LastEventIdCases.all(),
            LastEventIdValueCases.all(),
            ReconnectionTimeCases.all(),
            ClientRetryCases.all(),
            CloseCases.all(),
            LifecycleCases.all(),
            StreamStateCases.all(),
            FramingCases.all(),
            ClientSizeCases.all(),
            RedirectRouteCases.all(),
            FurtherRequestCases.all(),
            IdleCases.all(),
            CodingCases.all(),
            SeveralSourcesCases.all(),
            CloseInHandlerCases.all(),
            ObjectCases.all(),
            TimeoutCases.all(),
            TlsCases.all())
        .flatMap(List::stream)
        .toList();
  }
}

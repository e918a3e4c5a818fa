package dev.ssespec.cli;

import dev.ssespec.cases.Role;
import dev.ssespec.contract.ContractLink;
import dev.ssespec.contract.ContractTarget;
import dev.ssespec.run.Plug;
import dev.ssespec.run.ShellWords;
import dev.ssespec.target.ProcessLink;
import java.util.List;
import java.util.Optional;

/** A target folder, plugged in. */
final class TargetPlug {
  private TargetPlug() {}

  static Plug of(TargetFile target, Role role) {
    String folder = String.valueOf(target.folder().getFileName());
    if (target.contract().isPresent()) {
      return contract(target, target.contract().get(), "(in " + folder + ") ssespec client");
    }
    return new Plug(
        role,
        ProcessLink.of(target.run(), target.folder()),
        "(in " + folder + ") ssespec " + role.word(),
        target.run());
  }

  private static Plug contract(TargetFile target, TargetFile.Contract contract, String repeat) {
    ContractTarget service =
        ContractTarget.at(contract.url())
            .startedBy(target.run(), target.folder())
            .oneAtATime(contract.parallel() == 1)
            .called(target.info());
    String command = ShellWords.join(target.run());
    return new Plug(
        Role.CLIENT,
        ContractLink.of(service),
        repeat,
        ContractOptions.words(contract.url(), Optional.of(command)),
        List.of(),
        Optional.empty());
  }
}

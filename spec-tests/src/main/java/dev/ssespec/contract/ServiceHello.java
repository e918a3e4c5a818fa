package dev.ssespec.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import java.util.Optional;

/** How a test service introduces itself, in the words of the adapter protocol. */
final class ServiceHello {
  private ServiceHello() {}

  /** From what the user said of the target, and what the service said of itself. */
  static ObjectNode of(ContractTarget target, ObjectNode status) {
    ObjectNode hello = Json.message("hello").put("protocol", 1);
    String name =
        Optional.of(target.named().name())
            .filter(n -> !n.isEmpty())
            .or(() -> Optional.of(status.path("name").asText("")).filter(n -> !n.isEmpty()))
            .orElse(target.url().toString());
    hello
        .putObject("target")
        .put("name", name)
        .put("version", target.named().version())
        .put("language", target.named().language())
        .put("homepage", target.named().homepage());
    hello.putArray("roles").add("client");
    ContractWords.capabilities(ContractWords.declared(status))
        .forEach(hello.putArray("capabilities")::add);
    hello.putArray("hides").add("close");
    // What ends a stream for good is nowhere asked of those who speak the protocol.
    return hello
        .put("profile", "stream")
        .put("notes", (target.named().notes() + " A contract-test service, unmodified.").strip());
  }
}

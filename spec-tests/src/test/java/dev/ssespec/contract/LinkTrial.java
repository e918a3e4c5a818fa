package dev.ssespec.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.util.List;

/** A link to a test service that a test wrote, and the witness of what it says. */
abstract class LinkTrial {
  static final String CLOSED = "{\"op\":\"closed\",\"id\":\"c1\"}";

  final EarWitness ear = new EarWitness();

  static ObjectNode open() {
    return Json.message("open").put("id", "c1").put("url", "http://127.0.0.1:1/s");
  }

  static ObjectNode close() {
    return Json.message("close").put("id", "c1");
  }

  Link link(TestService service) {
    return ContractLink.of(ContractTarget.at(service.url())).start(ear);
  }

  /** A service that posts what it is told to, as soon as a stream is created. */
  abstract static class Posting extends TestService {
    @Override
    void begin(String path, ObjectNode options) {
      post(options.path("callbackUrl").asText());
    }

    abstract void post(String url);
  }

  /** What the kit hears of a stream from its creation to its end. */
  List<String> whole(TestService service) {
    try (service;
        Link link = link(service)) {
      link.tell(open());
      link.tell(close());
      return ear.until("{\"op\":\"closed\"");
    }
  }
}
